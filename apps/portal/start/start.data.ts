import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { GoalChoices } from '@samverkan/strategies/contract';

/** The goals of the plan the county works by now, to name what the overview counts. */
export const countyGoals = (): HttpResourceRef<GoalChoices | undefined> =>
  httpResource<GoalChoices>(() => '/api/goals/choices');
