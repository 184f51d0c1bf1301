// Rows of the change log as what happened to the strategy. Who may see a row was decided before it came here.
import type { StrategyHistoryEntry } from '@samverkan/strategies/contract';

export interface HistoryRow {
  id: string;
  at: string;
  field: string;
  before: unknown;
  after: unknown;
  organization: StrategyHistoryEntry['organization'];
  by: string | null;
}

type Told = Pick<StrategyHistoryEntry, 'what' | 'field' | 'subject' | 'before' | 'after'>;
type Names = ReadonlyMap<string, string>;

/** The ids a row names in place of words; the reader is told their names. */
export function idsIn({ before, after }: HistoryRow): string[] {
  return [before, after].flatMap((value) => JSON.stringify(value ?? '').match(uuid) ?? []);
}
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export function historyEntry(row: HistoryRow, names: Names): StrategyHistoryEntry {
  const { id, at, organization, by } = row;
  return { id, at, organization, by, ...told(row, names) };
}

const whole: Readonly<Record<string, StrategyHistoryEntry['what']>> = {
  created: 'created',
  discarded: 'discarded',
  restored: 'restored',
  status: 'status',
  repeal: 'repealed',
  goalRestored: 'goal-restored',
  goalRemoved: 'goal-removed',
  goal: 'goal-added',
  frameIds: 'frames',
  replaced: 'replaced',
  goalsImportUndone: 'import-undone',
  commitment: 'commitment-made',
  textRemoved: 'text-removed',
};
const ofCommitments: Readonly<Record<string, StrategyHistoryEntry['what']>> = {
  confirmed: 'commitment-confirmed',
  withdrawn: 'commitment-withdrawn',
  resumed: 'commitment-resumed',
};
const plainFields = [
  ...['title', 'titleEn', 'shortTitle', 'shortTitleEn', 'startsOn', 'endsOn', 'document', 'dnr', 'vision', 'visionEn'],
  ...['note', 'noteEn', 'countyCodes'],
];

function told({ field, before, after }: HistoryRow, names: Names): Told {
  const say = (value: unknown) => wordsOf(value, names);
  const entry = (what: Told['what'], more: Partial<Told> = {}): Told => ({
    what,
    field: null,
    subject: null,
    before: null,
    after: null,
    ...more,
  });
  const [area = '', name = ''] = field.split('.');
  const [was, is] = [partsOf(before), partsOf(after)];
  if (name === 'textRemoved') return entry('text-removed', { subject: say(is['goal']) });
  if (area === 'goal' && name)
    return entry('goal-field', {
      field: name,
      subject: say(is['goal'] ?? was['goal']),
      before: say(was['words']),
      after: say(is['words']),
    });
  if (area === 'signatory')
    return name
      ? entry('signatory-field', {
          field: name,
          subject: say(is['name'] ?? was['name']),
          before: say(was['words']),
          after: say(is['words']),
        })
      : entry(after === null ? 'signatory-removed' : 'signatory-added', { subject: say(after ?? before) });
  if (area === 'commitment' && name) {
    const deed = ofCommitments[name];
    return deed
      ? entry(deed, { subject: say(after) })
      : entry('commitment-field', { field: name, before: say(before), after: say(after) });
  }
  if (field === 'goalPlace') return entry('goal-moved', { subject: say(before) });
  if (field === 'goalLinks')
    return entry('goal-links', {
      subject: say(is['goal'] ?? after),
      before: say(was['words']),
      after: say(is['words']),
    });
  if (field === 'goalWent')
    return entry('goal-went', {
      field: 'kind',
      subject: say(is['goal']),
      before: say(was['strategyId']),
      after: say(is['kind']),
    });
  if (field === 'goalWay')
    return entry('goal-way', {
      field: 'kind',
      subject: say(is['goal']),
      before: say(was['kind']),
      after: say(is['kind']),
    });
  if (field === 'goalsImported') {
    const count = partsOf(is['count']);
    return entry('imported', { before: say(count['changed']), after: say(count['added']) });
  }
  if (field === 'goalsImportUndone') return entry('import-undone');
  const what = whole[field];
  if (what) return entry(what, { before: say(before), after: say(after) });
  return plainFields.includes(field)
    ? entry('field', { field, before: say(before), after: say(after) })
    : entry('other');
}

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Words as they stood; an id as the name of what it is to the reader, and nothing when she may not see it. */
function wordsOf(value: unknown, names: Names): string | null {
  if (Array.isArray(value))
    return (
      value
        .map((one) => wordsOf(one, names))
        .filter(Boolean)
        .join('; ') || null
    );
  const { words, goal, frame, motive } = partsOf(value);
  if (words !== undefined) return wordsOf(words, names);
  // What a goal serves, or a strategy is measured against, and why.
  const serves = goal ?? frame;
  if (serves !== undefined) return [wordsOf(serves, names), wordsOf(motive, names)].filter(Boolean).join(': ') || null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  return new RegExp(`^${uuid.source}$`).test(value) ? (names.get(value) ?? null) : value;
}
