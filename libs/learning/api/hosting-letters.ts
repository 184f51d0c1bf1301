import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf, questionSubjects } from '@samverkan/shared/api';

const howTo = both(
  'Logga in för att se vilken utbildning det gäller. Ni kan svara ja eller nej med en rad.',
  'Sign in to see which training it is. You can say yes or no with a line.',
);
const readAndAnswer = both('Läs och svara', 'Read and answer');

/** Who asks whom, and how it ended. Never what the training is called nor what was said: that is read signed in. */
export interface HostingLetterFacts {
  id: string;
  state: string;
  /** The one function that is asked, where one is. */
  functionId: string | null;
  /** The one who asks, or has answered. */
  by: string;
  /** Since it was asked. */
  days: number;
}

@Injectable()
export class HostingLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  asked(to: string, { id, by }: HostingLetterFacts): Letter {
    return {
      to,
      subject: questionSubjects.asked,
      body: {
        sv: [
          'Hej!',
          `${by} frågar om ni vill hålla en utbildning tillsammans. Innan ni har svarat ja står ni inte som medarrangör.`,
          howTo.sv,
        ],
        en: [
          'Hello!',
          `${by} asks whether you want to hold a training together. Until you have said yes you do not stand as a host.`,
          howTo.en,
        ],
      },
      link: this.link(id, readAndAnswer),
    };
  }

  reminded(to: string, { id, by, days }: HostingLetterFacts): Letter {
    return {
      to,
      subject: questionSubjects.reminded,
      body: {
        sv: [
          'Hej!',
          `${by} frågade för ${days} dagar sedan om ni vill hålla en utbildning tillsammans, och väntar på ert svar.`,
          howTo.sv,
        ],
        en: [
          'Hello!',
          `${by} asked ${days} days ago whether you want to hold a training together, and awaits your answer.`,
          howTo.en,
        ],
      },
      link: this.link(id, readAndAnswer),
    };
  }

  answered(to: string, { id, by, state }: HostingLetterFacts): Letter {
    const isYes = state === 'accepted';
    return {
      to,
      subject: questionSubjects.answered,
      body: {
        sv: [
          'Hej!',
          isYes
            ? `${by} har sagt ja. Ni håller utbildningen tillsammans från och med nu.`
            : `${by} har sagt nej den här gången. Logga in för att läsa svaret.`,
        ],
        en: [
          'Hello!',
          isYes
            ? `${by} has said yes. You hold the training together from now on.`
            : `${by} has said no this time. Sign in to read the answer.`,
        ],
      },
      link: this.link(id, both('Läs svaret', 'Read the answer')),
    };
  }

  private link(id: string, words: { sv: string; en: string }): Letter['link'] {
    return { url: `${this.home}/utbildningar/tillsammans/${id}`, words };
  }
}
