import { dayOf } from './days';
import { StrategyLink } from './pieces';
import { stateOf } from './states';
import type { StrategyProps } from './strategy.page';
import { wordsIn } from './words';

/** Says first of all when a strategy does not apply, and what does instead. */
export function StrategyBanner({ strategy, language }: Omit<StrategyProps, 'progress'>) {
  const words = wordsIn(language);
  const state = stateOf(strategy);
  const day = (value: string | null) => (value ? dayOf(value, language) : '');
  if (state === 'in_force') return null;
  const until = state === 'coming' ? strategy.replaces.filter((one) => stateOf(one) === 'in_force') : [];
  const next = state === 'coming' ? [] : strategy.replacedBy;
  const text =
    next.length > 0
      ? words('banner.replaced')
      : state === 'coming'
        ? words('banner.coming', { day: day(strategy.startsOn) })
        : state === 'repealed'
          ? words('banner.repealed')
          : words('banner.expired', { day: day(strategy.endsOn) });
  return (
    <div class="note">
      {text} {until.length > 0 && words('banner.coming.until')}{' '}
      {[...next, ...until].map((one, at) => (
        <span key={one.id}>
          {at > 0 && ', '}
          <StrategyLink strategy={one} language={language} />
        </span>
      ))}
      {next.length + until.length > 0 && '.'}
    </div>
  );
}
