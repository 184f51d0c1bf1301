import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { QuestionLines } from '@samverkan/questions/contract';
import type { GoalChoices } from '@samverkan/strategies/contract';

/** The goals of the plan the county works by now, to name what the overview counts. */
export const countyGoals = (): HttpResourceRef<GoalChoices | undefined> =>
  httpResource<GoalChoices>(() => '/api/goals/choices');

/** One's own questions, each in one line: how it stands and who has it. */
export const ownQuestions = (): HttpResourceRef<QuestionLines | undefined> =>
  httpResource<QuestionLines>(() => '/api/questions/lines');
