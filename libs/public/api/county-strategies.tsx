import type { OpenProgress } from '@samverkan/shared/api';
import type { OpenStrategy } from '@samverkan/strategies/api';
import type { StrategyRef } from '@samverkan/strategies/contract';
import { addresses } from './addresses';
import { dayOf, today } from './days';
import { GoalProgress } from './goal-progress';
import { Both, Section, StrategyLine, StrategyLink } from './pieces';
import { type PageLanguage, wordsIn } from './words';

interface CurrentProps {
  current: readonly OpenStrategy[];
  /** Everything that has been decided in the county. */
  refs: readonly StrategyRef[];
  /** What is done towards each goal, as far as anybody may know. */
  progress: ReadonlyMap<string, OpenProgress>;
  language: PageLanguage;
}

/** What applies now, with its goals and the numbers that are public: how many goals, measures and parties, how long it has left, and how it goes: what is done towards each goal. */
export function Current({ current, refs, progress, language }: CurrentProps) {
  const words = wordsIn(language);
  const latest = refs
    .flatMap(({ endsOn }) => endsOn ?? [])
    .sort()
    .at(-1);
  return (
    <Section id="nu" heading={words('county.now')}>
      {current.length === 0 && (
        <p>
          {refs.length === 0 ? words('county.now.none.empty') : words('county.now.none')}{' '}
          {latest && words('county.now.none.ended', { day: dayOf(latest, language) })}
        </p>
      )}
      {current.map((strategy) => (
        <article key={strategy.id} class="now">
          <h3>
            <StrategyLink strategy={strategy} language={language} />
          </h3>
          <StrategyLine strategy={strategy} language={language} />
          <p>{standing(strategy, language)}</p>
          <ol class="aims">
            {strategy.goals
              .filter(({ parentId }) => parentId === null)
              .map((goal) => (
                <li key={goal.id}>
                  <span class="no">{goal.number}</span>
                  <div>
                    <a href={addresses(language).goal(strategy.id, goal.id)}>
                      <Both sv={goal.title} en={goal.titleEn} language={language} />
                    </a>
                    <GoalProgress progress={progress.get(goal.id)} language={language} />
                  </div>
                </li>
              ))}
          </ol>
          {strategy.goals.length > 0 && !strategy.goals.some(({ id }) => progress.has(id)) && (
            <p class="doing">{words('progress.none')}</p>
          )}
        </article>
      ))}
    </Section>
  );
}

/** Sentences of the numbers that anybody may know. What the parties do and how it is judged is theirs until they make it public. */
function standing({ goals, signatories, unnamedSignatories, endsOn }: OpenStrategy, language: PageLanguage): string {
  const words = wordsIn(language);
  const own = goals.filter(({ kind }) => kind === 'goal').length;
  const under = goals.length - own;
  const parties = signatories.filter(({ withdrawnOn }) => !withdrawnOn).length + unnamedSignatories;
  const months = endsOn ? monthsUntil(endsOn) : null;
  return [
    own > 0 && words(own === 1 ? 'county.has.goal' : 'county.has.goals', { count: own }),
    under > 0 && words(under === 1 ? 'county.has.measure' : 'county.has.measures', { count: under }),
    parties > 1 && words('county.has.parties', { count: parties }),
    endsOn &&
      months !== null &&
      (months < 1 ? words('county.has.soon') : words('county.has.until', { day: dayOf(endsOn, language) })),
  ]
    .filter(Boolean)
    .join(' ');
}

function monthsUntil(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0] = today().split('-').map(Number);
  return (year - thisYear) * 12 + month - thisMonth;
}
