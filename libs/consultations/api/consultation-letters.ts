import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

/** What a letter tells of a round: its short title, who asks and until when. Never a goal: a draft is confidential. */
export interface LetterFacts {
  id: string;
  title: string;
  from: string;
  organization: string;
  lastDay: string;
}

const day = (value: string, language: 'sv-SE' | 'en-GB') =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));

/** Letters about a round, each with the way straight to the answer. Subjects are neutral: a draft’s title is not read on a locked screen. */
@Injectable()
export class ConsultationLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  invited(to: string, facts: LetterFacts): Letter {
    const { title, from, organization, lastDay } = facts;
    return {
      to,
      subject: both('En remiss väntar på ert svar i Samverkan', 'A consultation awaits your answer in Samverkan'),
      body: {
        sv: [
          'Hej!',
          `${from} ber ${organization} att lämna synpunkter på ett utkast: ${title}. Svara senast den ${day(lastDay, 'sv-SE')}.`,
          'Du svarar mål för mål, och kan svara ”ingen synpunkt” på resten med ett tryck. Det du skriver sparas medan du skriver och ni kan vara flera som skriver samma svar.',
          'Utkastet är inte offentligt. Logga in för att läsa det.',
        ],
        en: [
          'Hello!',
          `${from} asks ${organization} to comment on a draft: ${title}. Answer by ${day(lastDay, 'en-GB')}.`,
          'You answer goal by goal, and can say “no comment” on the rest in one press. What you write is kept as you write, and several of you can write the same answer.',
          'The draft is not public. Sign in to read it.',
        ],
      },
      link: this.link(facts, both('Läs utkastet och svara', 'Read the draft and answer')),
    };
  }

  reminder(to: string, facts: LetterFacts): Letter {
    const { title, from, organization, lastDay } = facts;
    return {
      to,
      subject: both(
        'Påminnelse: en remiss väntar på ert svar i Samverkan',
        'Reminder: a consultation awaits your answer in Samverkan',
      ),
      body: {
        sv: [
          'Hej!',
          `${from} har inte fått något svar från ${organization} på remissen ${title}. Sista dag är den ${day(lastDay, 'sv-SE')}.`,
          'Har ni inga synpunkter? Tryck på ”Ingen synpunkt på resten” och skicka, så vet de det.',
        ],
        en: [
          'Hello!',
          `${from} has had no answer from ${organization} to the consultation ${title}. The last day is ${day(lastDay, 'en-GB')}.`,
          'Have you no comments? Press “No comment on the rest” and send, and they will know.',
        ],
      },
      link: this.link(facts, both('Läs utkastet och svara', 'Read the draft and answer')),
    };
  }

  receipt(to: string, facts: LetterFacts & { comments: number; without: number; late: boolean }): Letter {
    const { title, from, organization, lastDay, comments, without, late } = facts;
    const [sv, en] = [
      late
        ? 'Sista dagen har passerat, så svaret kan inte ändras.'
        : `Ni kan ändra svaret till och med den ${day(lastDay, 'sv-SE')}.`,
      late
        ? 'The last day has passed, so the answer cannot be changed.'
        : `You can change the answer until ${day(lastDay, 'en-GB')}.`,
    ];
    return {
      to,
      subject: both('Kvitto på ert remissvar i Samverkan', 'Receipt for your answer to a consultation in Samverkan'),
      body: {
        sv: [
          `Kvitto: ${organization} har svarat på remissen ${title} från ${from}.`,
          `Svaret har ${comments === 1 ? 'en synpunkt' : `${comments} synpunkter`} och ”ingen synpunkt” på ${without === 1 ? 'ett mål' : `${without} mål`}.`,
          sv,
        ],
        en: [
          `Receipt: ${organization} has answered the consultation ${title} from ${from}.`,
          `The answer has ${comments === 1 ? 'one comment' : `${comments} comments`}, and no comment on ${without === 1 ? 'one goal' : `${without} goals`}.`,
          en,
        ],
      },
      link: this.link(facts, both('Läs ert svar', 'Read your answer')),
    };
  }

  private link({ id }: LetterFacts, words: { sv: string; en: string }): Letter['link'] {
    return { url: `${this.home}/remisser/${id}`, words };
  }
}
