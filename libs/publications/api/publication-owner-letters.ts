import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

/** Says that an organisation has been named owner, and by whom. Never what the publication is called: that is read signed in. */
@Injectable()
export class PublicationOwnerLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  named(to: string, { id, by }: { id: string; by: string }): Letter {
    return {
      to,
      subject: both('Ni har angetts som ägare i Samverkan', 'You have been named an owner in Samverkan'),
      body: {
        sv: [
          'Hej!',
          `${by} har angett er som ägare till en publikation. Ert namn står på den, och ni kan ändra den.`,
          'Logga in för att se vilken publikation det gäller. Är ni inte ägare lämnar ni den på samma sida.',
        ],
        en: [
          'Hello!',
          `${by} has named you an owner of a publication. Your name stands on it, and you can change it.`,
          'Sign in to see which publication it is. If you are not an owner you leave it on the same page.',
        ],
      },
      link: {
        url: `${this.home}/publikationer/${id}`,
        words: both('Se publikationen', 'See the publication'),
      },
    };
  }
}
