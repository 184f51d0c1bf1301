import { Inject, Injectable } from '@nestjs/common';
import { type PageLanguage, addresses } from '@samverkan/public/api';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

/** Letters to whoever asked for support on a public page. Subjects are neutral, and what was asked for is never told in them: the address may be somebody else's. */
@Injectable()
export class InquiryLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  confirm(to: string, { language, slug }: { language: PageLanguage; slug: string }, code: string): Letter {
    return {
      to,
      subject: both('Bekräfta din e-postadress', 'Confirm your e-mail address'),
      body: {
        sv: [
          'Hej!',
          'Någon har skrivit till länsstyrelsen i ett formulär på länets sida och uppgett den här adressen.',
          'Var det du: öppna länken inom sju dagar och tryck på Skicka till länsstyrelsen. Var det inte du behöver du inte göra något: det som skrevs tas bort efter sju dagar.',
        ],
        en: [
          'Hello!',
          'Somebody has written to the county administrative board in a form on the county’s page, and given this address.',
          'If it was you, open the link within seven days and press Send to the county board. If it was not, there is nothing you need to do: what was written is deleted after seven days.',
        ],
      },
      link: {
        url: `${this.home}${addresses(language).inquiry(slug)}/bekrafta/${code}`,
        words: both('Till det du har skrivit', 'To what you have written'),
      },
    };
  }

  taken(to: string, { board, reference, handler, replyTo }: Taken): Letter {
    const who = (at: string) => (handler ? `${handler} ${at} ${board}` : board);
    return {
      to,
      subject: both('Svar från länsstyrelsen', 'An answer from the county board'),
      body: {
        sv: [
          'Hej!',
          `${board} har tagit emot det du bad om i formuläret på länets sida. Det har beteckningen ${reference}.`,
          `${who('vid')} hör av sig till dig. Har din organisation konto i Samverkan kan de som arbetar där också följa det under Kompetensstöd.`,
        ],
        en: [
          'Hello!',
          `${board} has received what you asked for in the form on the county’s page. It is called ${reference}.`,
          `${who('at')} will get in touch with you. If your organisation has an account in Samverkan, those who work there can follow it too, under Support.`,
        ],
      },
      ...(replyTo ? { replyTo } : {}),
    };
  }

  declined(to: string, { board, reason }: { board: string; reason: string }): Letter {
    return {
      to,
      subject: both('Svar från länsstyrelsen', 'An answer from the county board'),
      body: {
        sv: ['Hej!', `${board} kan inte ge stöd i det du bad om i formuläret på länets sida.`, reason],
        en: ['Hello!', `${board} cannot support you in what you asked for in the form on the county’s page.`, reason],
      },
    };
  }
}

/** What an inquiry was taken in as. */
export interface Taken {
  board: string;
  reference: string;
  /** The board's function that has it, and where that is written to. */
  handler: string | null;
  replyTo: string | null;
}
