import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '@samverkan/public/api';
import { CONFIGURATION, type Configuration, type Letter, Sealer, both, homeOf } from '@samverkan/shared/api';

/** What the code of a participant's own link is sealed for. */
export const registrationPurpose = 'learning-registration';

/** A session as a letter or a page without an account tells it. */
export interface Told {
  sessionId: string;
  offerId: string;
  title: string;
  day: string;
  lastDay: string | null;
  from: string;
  to: string;
  place: string;
  hosts: string[];
  replyTo: string | null;
}

/** A registration as its own letter and page tell it. */
export interface ToldRegistration extends Told {
  id: string;
  name: string;
  email: string;
  state: 'registered' | 'waiting';
  attended: boolean | null;
  /** Where it is held on the web, to whoever has a seat. */
  link: string;
  status: string;
  past: boolean;
}

export type RegistrationNews =
  'registered' | 'waiting' | 'seat' | 'week' | 'tomorrow' | 'changed' | 'cancelled' | 'resumed';

const opening: Record<RegistrationNews, { sv: string; en: string }> = {
  registered: both('Du har en plats.', 'You have a seat.'),
  waiting: both(
    'Det finns ingen ledig plats för dig just nu, så du står på väntelistan. Blir en plats ledig går den till den som har väntat längst, och då får du ett mejl. Platsen är din utan att du behöver svara.',
    'There is no free seat for you just now, so you are on the waiting list. A seat that becomes free goes to whoever has waited longest, and then you get a message. The seat is yours without an answer.',
  ),
  seat: both(
    'En plats blev ledig, och den är din. Kan du inte komma: lämna tillbaka den med länken, så får nästa i kön den.',
    'A seat became free, and it is yours. If you cannot come, give it back with the link, and the next in line gets it.',
  ),
  week: both('Om en vecka är det dags.', 'It is in a week.'),
  tomorrow: both('I morgon är det dags.', 'It is tomorrow.'),
  changed: both(
    'Tid eller plats har ändrats. Så här är det nu:',
    'The time or the place has changed. This is how it is now:',
  ),
  cancelled: both('Utbildningen är inställd.', 'The training is cancelled.'),
  resumed: both(
    'Utbildningen blir av ändå. Din anmälan gäller som förut.',
    'The training will be held after all. Your registration stands as before.',
  ),
};

/** Letters to those who are invited and registered. Subjects are neutral; the code in a link leads to nothing but the one registration. */
@Injectable()
export class RegistrationLetters {
  private readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly sealer: Sealer,
  ) {
    this.home = homeOf(settings);
  }

  invite(to: string, inviter: string, told: Told, token: string): Letter {
    return {
      to,
      subject: both('Inbjudan till en utbildning', 'Invitation to a training'),
      body: {
        sv: [
          'Hej!',
          `${inviter} bjuder in dig. Utbildningen hålls av ${told.hosts.join(', ')}.`,
          ...this.facts(told, 'sv'),
          'Anmäl dig med länken. Du behöver inget konto. Länken är din egen och kan användas en gång.',
        ],
        en: [
          'Hello!',
          `${inviter} invites you. The training is held by ${told.hosts.join(', ')}.`,
          ...this.facts(told, 'en'),
          'Register with the link. You need no account. The link is your own and works once.',
        ],
      },
      link: { url: this.door(token), words: both('Anmäl dig', 'Register') },
      ...(told.replyTo ? { replyTo: told.replyTo } : {}),
    };
  }

  async of(registration: ToldRegistration, news: RegistrationNews): Promise<Letter> {
    const seated = registration.state === 'registered' && news !== 'cancelled';
    const words = (lang: 'sv' | 'en'): string[] => [
      opening[news][lang],
      ...this.facts(registration, lang),
      ...(seated && registration.link
        ? [`${lang === 'sv' ? 'Länk till mötet' : 'Link to the meeting'}: ${registration.link}`]
        : []),
      ...(news === 'registered' || news === 'waiting'
        ? [
            lang === 'sv'
              ? 'Behöver du något för att kunna delta, till exempel hörslinga eller specialkost? Skriv till den som håller utbildningen. Var det inte du som gjorde anmälan? Ta bort den med länken.'
              : 'Do you need anything to take part, such as a hearing loop or a special diet? Write to those who hold the training. Was it not you who registered? Take the registration away with the link.',
          ]
        : []),
    ];
    return {
      to: registration.email,
      subject: both('Din anmälan i Samverkan', 'Your registration in Samverkan'),
      body: { sv: words('sv'), en: words('en') },
      ...(news === 'cancelled'
        ? {}
        : { link: { url: await this.own(registration.id), words: both('Se eller avboka', 'See it or take it back') } }),
      ...(registration.replyTo ? { replyTo: registration.replyTo } : {}),
    };
  }

  /** Asks whoever came what she thought. The code of the link is not hers: it says of which session, and nothing more. */
  questions({ email, title, replyTo }: ToldRegistration, token: string): Letter {
    return {
      to: email,
      subject: both('Fyra frågor efter utbildningen', 'Four questions after the training'),
      body: {
        sv: [
          `Tack för att du kom till ${title}.`,
          'Vad tyckte du? Svaren kan inte kopplas till dig. Länken gäller i trettio dagar och kan användas en gång.',
        ],
        en: [
          `Thank you for coming to ${title}.`,
          'What did you think? The answers cannot be tied to you. The link is good for thirty days and works once.',
        ],
      },
      link: { url: `${this.home}/anmalan/fragor/${token}`, words: both('Svara på frågorna', 'Answer the questions') },
      ...(replyTo ? { replyTo } : {}),
    };
  }

  /** The address of a page where the token opens the form. */
  door(token: string): string {
    return `${this.home}/anmalan/${token}`;
  }

  /** A participant's own page. */
  async own(id: string): Promise<string> {
    return `${this.home}/anmalan/min/${await this.sealer.seal({ id }, registrationPurpose)}`;
  }

  private facts({ title, day, lastDay, from, to, place }: Told, lang: 'sv' | 'en'): string[] {
    return [
      `${title}\n${dayOf(day, lang)}${lastDay ? ` – ${dayOf(lastDay, lang)}` : ''}, ${from}–${to}${place ? `\n${place}` : ''}`,
    ];
  }
}
