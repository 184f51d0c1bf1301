import { InjectionToken, type Type } from '@angular/core';

type Slot = () => Promise<Type<unknown> | null>;
const empty = () => () => Promise.resolve(null);

/** What has been judged of a goal, on its page: a component with the input `goalId`, given by the portal from an area above; null leaves the place empty. */
export const GOAL_ASSESSMENTS = new InjectionToken<Slot>('GOAL_ASSESSMENTS', { providedIn: 'root', factory: empty });

/** The latest word on a goal, in its strategy: a component with the inputs `goalId` and `strategyId`. */
export const GOAL_LATEST = new InjectionToken<Slot>('GOAL_LATEST', { providedIn: 'root', factory: empty });
