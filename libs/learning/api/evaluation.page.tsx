import type { PageLanguage } from '@samverkan/public/api';

const book = {
  heading: { sv: 'Vad tyckte du?', en: 'What did you think?' },
  text: {
    sv: 'Fyra frågor om utbildningen. Svaren kan inte kopplas till dig, och visas för dem som höll den först när fem har svarat.',
    en: 'Four questions about the training. The answers cannot be tied to you, and are shown to those who held it only when five have answered.',
  },
  useful: { sv: 'Jag fick kunskap som jag har nytta av i mitt arbete.', en: 'I learnt what is of use in my work.' },
  level: { sv: 'Nivån var rätt för mig.', en: 'The level was right for me.' },
  practical: { sv: 'Tid, plats och teknik fungerade.', en: 'Time, place and technology worked.' },
  act: { sv: 'Jag vet vad jag ska göra annorlunda nu.', en: 'I know what to do differently now.' },
  low: { sv: 'stämmer inte alls', en: 'not at all' },
  high: { sv: 'stämmer helt', en: 'wholly' },
  all: { sv: 'Svara på alla fyra frågorna.', en: 'Answer all four questions.' },
  send: { sv: 'Skicka svaren', en: 'Send the answers' },
} as const satisfies Record<string, Record<PageLanguage, string>>;

interface Props {
  language: PageLanguage;
  title: string;
  questions: readonly ('useful' | 'level' | 'practical' | 'act')[];
  typed: Readonly<Record<string, string>>;
  /** Something was not answered. */
  missing: boolean;
}

/** The questions to somebody who came: answered without a script, an account or a name. */
export function EvaluationPage({ language, title, questions, typed, missing }: Props) {
  const words = (key: keyof typeof book) => book[key][language];
  return (
    <div class="in-w hero">
      <div>
        <h1>{words('heading')}</h1>
        <p class="ingress" lang="sv">
          {title}
        </p>
        <p>{words('text')}</p>
        {missing ? (
          <p class="err" role="alert">
            {words('all')}
          </p>
        ) : null}
        <form class="form" method="post">
          {questions.map((question) => (
            <fieldset class="field" key={question}>
              <legend>{words(question)}</legend>
              {[1, 2, 3, 4, 5].map((value) => (
                <label key={value} class="pick">
                  <input
                    type="radio"
                    name={question}
                    value={value}
                    required
                    checked={typed[question] === String(value)}
                  />{' '}
                  {value}
                  {value === 1 ? ` ${words('low')}` : value === 5 ? ` ${words('high')}` : ''}
                </label>
              ))}
            </fieldset>
          ))}
          <p>
            <button class="btn" type="submit">
              {words('send')}
            </button>
          </p>
        </form>
      </div>
    </div>
  );
}
