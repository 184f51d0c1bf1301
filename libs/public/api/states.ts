import type { StrategyRef } from '@samverkan/strategies/contract';
import { dayOf, today } from './days';
import type { PageLanguage, Words } from './words';

export type OpenState = 'coming' | 'in_force' | 'expired' | 'superseded' | 'repealed';

/** What a decided strategy is worth today: one whose period has passed never looks current, whether replaced or not. */
export function stateOf({ status, startsOn, expired }: StrategyRef, now = today()): OpenState {
  if (status === 'repealed' || status === 'superseded') return status;
  if (expired) return 'expired';
  return startsOn !== null && startsOn > now ? 'coming' : 'in_force';
}

/** The state in words, with its day where it has one. */
export function stateWords(strategy: StrategyRef, words: Words, language: PageLanguage): string {
  const state = stateOf(strategy);
  const day = state === 'coming' ? strategy.startsOn : strategy.endsOn;
  return words(`state.${state}`, { day: day ? dayOf(day, language) : '' }).trim();
}
