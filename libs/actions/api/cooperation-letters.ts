import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf, questionSubjects } from '@samverkan/shared/api';

/** Who asks whom, and how it ended. Never what the action is called nor what was said: that is read signed in. */
export interface CooperationLetterFacts {
  id: string;
  kind: 'invitation' | 'proposal';
  state: string;
  /** The one function that is asked, where one is. */
  functionId: string | null;
  /** The one who asks, or has answered. */
  by: string;
  /** Since it was asked. */
  days: number;
}

@Injectable()
export class CooperationLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  asked(to: string, facts: CooperationLetterFacts): Letter {
    const { by } = facts;
    const isInvitation = facts.kind === 'invitation';
    return {
      to,
      subject: questionSubjects.asked,
      body: {
        sv: [
          'Hej!',
          isInvitation
            ? `${by} bjuder in er att göra en insats tillsammans.`
            : `${by} planerar något liknande och föreslår att ni gör en av era insatser tillsammans.`,
          'Logga in för att se vilken insats det gäller och svara. Ni kan svara ja eller nej med en rad.',
        ],
        en: [
          'Hello!',
          isInvitation
            ? `${by} invites you to do an action together.`
            : `${by} plans something similar and proposes that you do one of your actions together.`,
          'Sign in to see which action it is and to answer. You can say yes or no with a line.',
        ],
      },
      link: this.link(facts, both('Läs och svara', 'Read and answer')),
    };
  }

  reminded(to: string, facts: CooperationLetterFacts): Letter {
    const { by, days } = facts;
    const isInvitation = facts.kind === 'invitation';
    return {
      to,
      subject: questionSubjects.reminded,
      body: {
        sv: [
          'Hej!',
          isInvitation
            ? `${by} bjöd för ${days} dagar sedan in er att göra en insats tillsammans, och väntar på ert svar.`
            : `${by} föreslog för ${days} dagar sedan att ni gör en av era insatser tillsammans, och väntar på ert svar.`,
          'Logga in för att se vilken insats det gäller. Ni kan svara ja eller nej med en rad.',
        ],
        en: [
          'Hello!',
          isInvitation
            ? `${by} invited you ${days} days ago to do an action together, and awaits your answer.`
            : `${by} proposed ${days} days ago that you do one of your actions together, and awaits your answer.`,
          'Sign in to see which action it is. You can say yes or no with a line.',
        ],
      },
      link: this.link(facts, both('Läs och svara', 'Read and answer')),
    };
  }

  answered(to: string, facts: CooperationLetterFacts): Letter {
    const { by } = facts;
    const isYes = facts.state === 'accepted';
    return {
      to,
      subject: questionSubjects.answered,
      body: {
        sv: [
          'Hej!',
          isYes
            ? `${by} har sagt ja. Insatsen är nu gemensam och räknas en gång.`
            : `${by} har sagt nej den här gången. Logga in för att läsa svaret.`,
        ],
        en: [
          'Hello!',
          isYes
            ? `${by} has said yes. The action is now joint and is counted once.`
            : `${by} has said no this time. Sign in to read the answer.`,
        ],
      },
      link: this.link(facts, both('Läs svaret', 'Read the answer')),
    };
  }

  private link({ id }: CooperationLetterFacts, words: { sv: string; en: string }): Letter['link'] {
    return { url: `${this.home}/insatser/samarbete/${id}`, words };
  }
}
