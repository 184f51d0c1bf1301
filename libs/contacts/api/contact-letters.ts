import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

/** Letters to functions' mailboxes. Never a person's name; codes stand in fragments, which no server is sent. */
@Injectable()
export class ContactLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  ask(to: string, title: string, organization: string, token: string): Letter {
    return {
      to,
      subject: both('Stämmer era uppgifter i Samverkan?', 'Is what stands about you in Samverkan right?'),
      body: {
        sv: [
          'Hej!',
          `I Samverkan hittar andra som arbetar mot våld i nära relationer er funktion: ${title}, ${organization}.`,
          'Öppna länken, se efter om allt stämmer och tryck på en knapp. Du behöver inget konto. Länken gäller i 60 dagar och kan användas en gång.',
        ],
        en: [
          'Hello!',
          `In Samverkan, others who work against violence in close relations find your function: ${title}, ${organization}.`,
          'Open the link, see whether all of it is right, and press one button. You need no account. The link is good for 60 days and works once.',
        ],
      },
      link: {
        url: `${this.home}/bekrafta#${token}`,
        words: both('Se efter om allt stämmer', 'See whether all is right'),
      },
    };
  }

  reported(to: string, title: string, id: string): Letter {
    return {
      to,
      subject: both('Något kan behöva rättas i Samverkan', 'Something may need putting right in Samverkan'),
      body: {
        sv: [
          `Någon som sökte er säger att något inte stämmer i uppgifterna om ${title}. Vad det gäller står på funktionens sida.`,
        ],
        en: [
          `Somebody who looked for you says that something is not right about ${title}. What it is stands on the function’s page.`,
        ],
      },
      link: { url: `${this.home}/kontakter/${id}`, words: both('Öppna funktionen', 'Open the function') },
    };
  }
}
