import {
  type ContactRecipient,
  type ContactSendingInput,
  type ContactSendingPreview,
  type ContactSendingPreviewInput,
  mostLetters,
  mostSendingsADay,
} from '@samverkan/contacts/contract';
import { Db, Ledger, Mail, badInput, conflict, currentActor, notFound, tooMany } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { RecipientsQuery } from './recipients.query';
import { type MessageSender, SendingLetters } from './sending-letters';
import { replyFunction, sendingToRepeat } from './sendings.query';

/** A message reaches each mailbox once: the functions that share it. */
type Mailboxes = readonly (readonly ContactRecipient[])[];

interface Reach {
  mailboxes: Mailboxes;
  declined: number;
}

type Message = Omit<ContactSendingInput, 'guardConfirmed'>;

/** Messages to functions' mailboxes, each letter by itself so that nobody is shown to anybody. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly recipients: RecipientsQuery,
    private readonly letters: SendingLetters,
  ) {}

  /** Whom it would reach, and the letter as the first of them would get it. */
  async preview(input: ContactSendingPreviewInput): Promise<ContactSendingPreview> {
    const sender = await this.sender(input);
    const { mailboxes, declined } = await this.reach(input.functionIds);
    const [first] = mailboxes;
    if (!first) throw conflict('sending.nobody');
    const letter = await this.letters.write(sender, input, first);
    return {
      recipients: mailboxes.length,
      declined,
      to: letter.to,
      replyTo: sender.replyTo,
      ...this.mail.shown(letter),
    };
  }

  /** Sends it to exactly as many as were confirmed, and gives its id. */
  async send(input: Message, againOf: string | null = null): Promise<string> {
    if (!this.mail.isAvailable) throw conflict('mail.not-configured');
    const today = await this.db.one<{ n: number }>('select contact_sendings_today() as n');
    if ((today?.n ?? 0) >= mostSendingsADay) throw tooMany('sending.enough-today', 3600);
    const sender = await this.sender(input);
    const { mailboxes, declined } = await this.reach(input.functionIds);
    if (mailboxes.length === 0) throw conflict('sending.nobody');
    if (mailboxes.length !== input.recipients)
      throw conflict('sending.recipients-changed', { confirmed: input.recipients, now: mailboxes.length });
    if (mailboxes.length > mostLetters)
      throw conflict('sending.too-many', { most: mostLetters, now: mailboxes.length });
    const id = await this.write(input, sender, { mailboxes, declined }, againOf);
    await this.ledger.audited('contacts.message-sent', 'contacts', id);
    return id;
  }

  /** Once more to those whose letter did not arrive, where their functions have mailboxes now. */
  async again(id: string, recipients: number): Promise<string> {
    const former = await this.db.one<{
      subject: string | null;
      text: string | null;
      replyTo: string | null;
      again: boolean;
      functionIds: string[];
    }>(sendingToRepeat, [id]);
    if (!former) throw notFound();
    const { subject, text, replyTo, again, functionIds } = former;
    if (again || subject === null || text === null) throw conflict('sending.not-again');
    if (functionIds.length === 0) throw conflict('sending.nobody');
    if (!replyTo) throw badInput([{ path: 'replyTo', code: 'sending.reply-to' }]);
    return this.send({ functionIds, recipients, replyTo, subject, text }, id);
  }

  private async reach(functionIds: readonly string[]): Promise<Reach> {
    const { items } = await this.recipients.among(functionIds);
    const byMailbox = new Map<string, ContactRecipient[]>();
    for (const one of items) {
      if (!one.mailbox) continue;
      const key = one.mailbox.toLowerCase();
      byMailbox.set(key, [...(byMailbox.get(key) ?? []), one]);
    }
    const all = [...byMailbox.values()];
    const mailboxes = all.filter(([first]) => !first?.declines);
    return { mailboxes, declined: all.length - mailboxes.length };
  }

  private async sender({ replyTo }: Pick<Message, 'replyTo'>): Promise<MessageSender> {
    const row = await this.db.one<Omit<MessageSender, 'organizationId'>>(replyFunction, [replyTo]);
    if (!row) throw badInput([{ path: 'replyTo', code: 'sending.reply-to' }]);
    return { ...row, organizationId: currentActor().organizationId };
  }

  private async write(message: Message, sender: MessageSender, reach: Reach, againOf: string | null): Promise<string> {
    const sending = await this.db.one<{ id: string }>(
      `insert into contact_sending (reply_function_id, reply_to, subject, text, declined, again_of)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [message.replyTo, sender.replyTo, message.subject, message.text, reach.declined, againOf],
    );
    if (!sending) throw notFound();
    const given = reach.mailboxes.map((functions) => ({
      mailbox: functions[0]?.mailbox,
      ids: functions.map(({ id }) => id),
    }));
    const rows = await this.db.query<{ id: string; mailbox: string }>(
      `insert into contact_sending_recipient (sending_id, mailbox, function_ids)
       select $1, r->>'mailbox', array(select jsonb_array_elements_text(r->'ids')::uuid) from jsonb_array_elements($2::jsonb) r
       returning id, mailbox`,
      [sending.id, JSON.stringify(given)],
    );
    const idOf = new Map(rows.map(({ id, mailbox }) => [mailbox, id]));
    const letters = reach.mailboxes.map((functions) =>
      this.letters.write(sender, message, functions, idOf.get(functions[0]?.mailbox ?? '')),
    );
    await this.mail.sendAll(await Promise.all(letters));
    return sending.id;
  }
}
