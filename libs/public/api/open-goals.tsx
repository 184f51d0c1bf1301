import type { OpenProgress } from '@samverkan/shared/api';
import type { OpenStrategy } from '@samverkan/strategies/api';
import { addresses } from './addresses';
import { GoalProgress } from './goal-progress';
import { Both } from './pieces';
import { type PageLanguage, wordsIn } from './words';

type OpenGoal = OpenStrategy['goals'][number];

interface OpenGoalsProps {
  strategy: OpenStrategy;
  progress: ReadonlyMap<string, OpenProgress>;
  language: PageLanguage;
}

/** The goals in their tree: each with its text, what it contributes to, who answers for it and what is done. */
export function OpenGoals({ strategy, progress, language }: OpenGoalsProps) {
  const words = wordsIn(language);
  const under = (parent: string | null) => strategy.goals.filter(({ parentId }) => parentId === parent);
  return (
    <>
      {strategy.goals.some(({ placeholder }) => placeholder) && <p>{words('strategy.goals.placeholder')}</p>}
      <ol class="goals">
        {under(null).map((goal) => (
          <GoalItem key={goal.id} goal={goal} under={under} progress={progress} depth={3} language={language} />
        ))}
      </ol>
    </>
  );
}

interface GoalItemProps {
  goal: OpenGoal;
  under: (parent: string) => OpenGoal[];
  progress: ReadonlyMap<string, OpenProgress>;
  depth: 3 | 4;
  language: PageLanguage;
}

function GoalItem({ goal, under, progress, depth, language }: GoalItemProps) {
  const words = wordsIn(language);
  const Heading = depth === 3 ? 'h3' : 'h4';
  const children = under(goal.id);
  return (
    <li id={`mal-${goal.id}`}>
      <Heading>
        <span class="no">{goal.number}</span> <Both sv={goal.title} en={goal.titleEn} language={language} />
      </Heading>
      {goal.text && (
        <p>
          <Both sv={goal.text} en={goal.textEn} language={language} />
        </p>
      )}
      <dl class="facts small">
        {goal.serves.length > 0 && (
          <div>
            <dt>{words('strategy.serves')}</dt>
            {goal.serves.map(({ goal: frame, strategy }) => (
              <dd key={frame.id}>
                <a href={addresses(language).goal(strategy.id, frame.id)}>
                  {frame.number}. <Both sv={frame.title} en={frame.titleEn} language={language} />
                </a>
              </dd>
            ))}
          </div>
        )}
        {goal.responsible && (
          <div>
            <dt>{words('strategy.responsible')}</dt>
            <dd>{goal.responsible.name}</dd>
          </div>
        )}
        {goal.indicators.length > 0 && (
          <div>
            <dt>{words('strategy.indicators')}</dt>
            {goal.indicators.map((indicator) => (
              <dd key={indicator} lang={language === 'en' ? 'sv' : undefined}>
                {indicator}
              </dd>
            ))}
          </div>
        )}
      </dl>
      <GoalProgress progress={progress.get(goal.id)} language={language} />
      {children.length > 0 && (
        <ol class="goals under">
          {children.map((child) => (
            <GoalItem key={child.id} goal={child} under={under} progress={progress} depth={4} language={language} />
          ))}
        </ol>
      )}
    </li>
  );
}
