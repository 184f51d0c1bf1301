import type { ChainLink } from '@samverkan/strategies/contract';
import { chainAround, chainsOf } from './chains';
import type { LandscapeStrategy } from './landscape';

const aStrategy = (
  id: string,
  startsOn: string | null,
  endsOn: string | null,
  more: Partial<LandscapeStrategy> = {},
): LandscapeStrategy => ({
  id,
  key: id,
  kind: 'regional_strategy',
  title: id,
  titleEn: null,
  shortTitle: id,
  shortTitleEn: null,
  startsOn,
  endsOn,
  status: 'adopted',
  expired: false,
  countyCodes: ['22'],
  goalCount: 0,
  signatoryCount: null,
  ...more,
});
const replaces = (newId: string, oldId: string) => ({ oldId, newId, verification: 'verified' as const });
const words = (links: ChainLink[]) =>
  links.map((link) => (link.type === 'gap' ? `gap ${link.startsOn}–${link.endsOn}` : link.strategy.id));

describe('a chain of strategies', () => {
  const first = aStrategy('first', '2014-01-01', '2016-12-31');
  const second = aStrategy('second', '2018-01-01', '2021-12-31');
  const plan = aStrategy('plan', '2022-03-22', '2026-12-31', { goalCount: 4 });

  it('shows the year when nothing applied, and the weeks before the plan was signed', () => {
    const landscape = {
      strategies: [first, second, plan],
      successions: [replaces('second', 'first'), replaces('plan', 'second')],
    };
    const links = ['first', 'gap 2017-01-01–2017-12-31', 'second', 'gap 2022-01-01–2022-03-21', 'plan'];
    expect(words(chainAround('second', landscape))).toEqual(links);
    expect(chainsOf(landscape).map((chain) => [chain.key, chain.countyCode, words(chain.links)])).toEqual([
      ['first', '22', links],
    ]);
  });

  it('has no gap when the next begins the day after', () => {
    const next = aStrategy('next', '2027-01-01', null);
    expect(words(chainAround('next', { strategies: [plan, next], successions: [replaces('next', 'plan')] }))).toEqual([
      'plan',
      'next',
    ]);
  });

  it('keeps strategies together that were split in two', () => {
    const other = aStrategy('other', '2018-01-01', '2019-12-31');
    const landscape = {
      strategies: [first, second, other],
      successions: [replaces('second', 'first'), replaces('other', 'first')],
    };
    expect(words(chainAround('other', landscape))).toEqual(['first', 'gap 2017-01-01–2017-12-31', 'second', 'other']);
  });

  it('puts the chain whose goals are read in first, and leaves the national frames out', () => {
    const frame = aStrategy('frame', '2017-01-01', '2026-12-31', { kind: 'national_strategy', countyCodes: [] });
    const landscape = { strategies: [first, frame, plan], successions: [] };
    expect(chainsOf(landscape).map((chain) => chain.key)).toEqual(['plan', 'first']);
    expect(chainAround('frame', landscape)).toEqual([]);
  });
});
