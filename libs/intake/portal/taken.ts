import type { ActionDraft } from '@samverkan/actions/portal';
import type { SuggestionRow } from './suggestion-row';

type Suggested = Pick<SuggestionRow, 'field' | 'values'>;

const listed = ['municipalityCodes', 'targetGroups', 'forms', 'phases'] as const;
type Listed = (typeof listed)[number];
const isListed = (field: string): field is Listed => (listed as readonly string[]).includes(field);

/** What the form holds when a suggestion is taken: lists get more, one value takes the place of another. */
export function taken(draft: ActionDraft, { field, values }: Suggested): Partial<ActionDraft> {
  if (isListed(field)) return { [field]: [...new Set([...draft[field], ...values])] };
  const [first = '', second = ''] = values;
  if (field === 'period') return { startsOn: first, endsOn: second };
  return { [field]: first };
}

/** Whether the form holds it, by a press here or because it did before. */
export function holds(draft: ActionDraft, { field, values }: Suggested): boolean {
  if (isListed(field)) return values.every((value) => draft[field].includes(value));
  const [first = '', second = ''] = values;
  if (field === 'period') return draft.startsOn === first && draft.endsOn === second;
  return draft[field] === first;
}

/** What stands there again when a suggestion is let go: what stood before it was taken. */
export function letGo(draft: ActionDraft, before: ActionDraft, { field, values }: Suggested): Partial<ActionDraft> {
  if (isListed(field)) return { [field]: draft[field].filter((value) => !values.includes(value)) };
  if (field === 'period') return { startsOn: before.startsOn, endsOn: before.endsOn };
  return { [field]: before[field] === values[0] ? '' : before[field] };
}
