// What two versions say of themselves, line by line. Pure: words are given.
import type { Strategy } from '@samverkan/strategies/contract';

/** A line of text, or a list whose members stand or fall. */
export interface ComparedFact {
  key: string;
  before: string;
  after: string;
  /** Members, where the fact is a list: each with whether the other side has it too. */
  lists: { before: readonly Member[]; after: readonly Member[] } | null;
  differs: boolean;
}
interface Member {
  name: string;
  shared: boolean;
}

export interface FactWords {
  kind: (kind: Strategy['kind']) => string;
  state: (strategy: Strategy) => string;
  day: (day: string | null) => string;
  county: (code: string) => string;
  withdrawn: (name: string) => string;
}

export function factsOf(before: Strategy, after: Strategy, words: FactWords): ComparedFact[] {
  const line = (key: string, of: (strategy: Strategy) => string | null): ComparedFact => {
    const [one, other] = [of(before) ?? '', of(after) ?? ''];
    return { key, before: one, after: other, lists: null, differs: one !== other };
  };
  const list = (key: string, of: (strategy: Strategy) => readonly string[]): ComparedFact => {
    const [one, other] = [of(before), of(after)];
    const members = (mine: readonly string[], theirs: readonly string[]) =>
      mine.map((name) => ({ name, shared: theirs.includes(name) }));
    const lists = { before: members(one, other), after: members(other, one) };
    return {
      key,
      before: '',
      after: '',
      lists,
      differs: [...lists.before, ...lists.after].some(({ shared }) => !shared),
    };
  };
  return [
    line('title', ({ title }) => title),
    line('kind', ({ kind }) => words.kind(kind)),
    line('state', words.state),
    line('startsOn', ({ startsOn }) => words.day(startsOn)),
    line('endsOn', ({ endsOn }) => words.day(endsOn)),
    line('decidedOn', ({ decidedOn }) => words.day(decidedOn)),
    line('dnr', ({ dnr }) => dnr),
    line('document', ({ document }) => document),
    line('owner', ({ owner }) => owner?.name ?? ''),
    line('vision', ({ vision }) => vision),
    line('note', ({ note }) => note),
    list('where', ({ countyCodes }) => countyCodes.map(words.county)),
    list('implements', (strategy) => strategy.implements.map(({ shortTitle }) => shortTitle)),
    list('signatories', ({ signatories }) =>
      signatories.map(({ name, organization, withdrawnOn }) => {
        const called = organization?.name ?? name;
        return withdrawnOn ? words.withdrawn(called) : called;
      }),
    ),
  ].filter(
    ({ before: one, after: other, lists }) => one || other || (lists && lists.before.length + lists.after.length > 0),
  );
}
