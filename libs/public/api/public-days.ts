import type { OpenSession, OpenTraining } from '@samverkan/shared/api';
import type { StrategyRef } from '@samverkan/strategies/contract';
import { today } from './days';

/** A day that is for anybody to know of. */
export type PublicDay = { key: string; day: string } & (
  { what: 'session'; training: OpenTraining; session: OpenSession } | { what: 'begins' | 'ends'; strategy: StrategyRef }
);

/** The days to come, the next first. */
export function daysOf(
  trainings: readonly OpenTraining[],
  strategies: readonly StrategyRef[],
  now = today(),
): PublicDay[] {
  const sessions = trainings.flatMap((training) =>
    training.sessions.map((session): PublicDay => ({
      key: session.id,
      day: session.day,
      what: 'session',
      training,
      session,
    })),
  );
  const turns = strategies.flatMap((strategy) =>
    (['begins', 'ends'] as const).flatMap((what): PublicDay[] => {
      const day = what === 'begins' ? strategy.startsOn : strategy.endsOn;
      return day && day >= now ? [{ key: `${strategy.id}.${what}`, day, what, strategy }] : [];
    }),
  );
  return [...sessions, ...turns].sort((one, other) => one.day.localeCompare(other.day));
}
