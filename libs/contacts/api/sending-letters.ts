import { Inject, Injectable } from '@nestjs/common';
import type { ContactRecipient } from '@samverkan/contacts/contract';
import { CONFIGURATION, type Configuration, type Letter, Sealer, both, homeOf } from '@samverkan/shared/api';

/** What a code in a message's link is sealed for. */
export const refusalPurpose = 'contact-refusal';

/** Who writes, as the reader is told: a function and its organisation, never a person. */
export interface MessageSender {
  organizationId: string;
  organization: string;
  /** The function that gets the answers. */
  title: string;
  replyTo: string;
}

/** Messages from an organisation's function to others' mailboxes: what somebody wrote, who it is from, why it came and how to be left alone. */
@Injectable()
export class SendingLetters {
  private readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly sealer: Sealer,
  ) {
    this.home = homeOf(settings);
  }

  /** `message` is the recipient's row; without it, the letter is one to look at and its links have no code. */
  async write(
    sender: MessageSender,
    { subject, text }: { subject: string; text: string },
    functions: readonly ContactRecipient[],
    message?: string,
  ): Promise<Letter> {
    const mailbox = functions[0]?.mailbox ?? '';
    const from = `${sender.title}, ${sender.organization}`;
    const to = functions.map(({ title, organization }) => `${title}, ${organization.name}`).join('; ');
    const token = message
      ? await this.sealer.seal(
          { mailbox: mailbox.toLowerCase(), organizationId: sender.organizationId },
          refusalPurpose,
        )
      : '…';
    const link = (which: string, words: { sv: string; en: string }) => ({
      url: `${this.home}/nej-tack?till=${which}#${token}`,
      words,
    });
    return {
      to: mailbox,
      subject: both(subject, subject),
      body: {
        sv: [
          `Meddelande från ${from}:`,
          ...text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
          '–',
          `Ni får det här för att ${to} finns bland kontakterna i Samverkan, där de som arbetar mot våld i nära relationer hittar varandra.`,
        ],
        en: [
          `A message from ${from}. What they write stands above, as they wrote it.`,
          `You get it because ${to} is among the contacts in Samverkan, where those who work against violence in close relations find each other.`,
        ],
      },
      more: [
        link(
          'avsandaren',
          both(`Inga fler utskick från ${sender.organization}`, `No more messages from ${sender.organization}`),
        ),
        link('alla', both('Inga utskick alls från Samverkan', 'No messages at all from Samverkan')),
      ],
      replyTo: sender.replyTo,
      ...(message ? { message: { area: 'contacts', id: message } } : {}),
    };
  }
}
