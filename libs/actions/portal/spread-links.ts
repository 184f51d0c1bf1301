import type { ActionSpread } from '@samverkan/actions/contract';
import type { AddressValues } from '@samverkan/reading/portal';

export type SpreadRow = ActionSpread['rows'][number];

/** What a number counts, as the list is asked for it: in a municipality, without one (`none`), or in all of the counties (`all`). */
export function listBehind(
  chosen: AddressValues,
  { status, countyCodes }: Pick<ActionSpread, 'status' | 'countyCodes'>,
  place: { code: string } | 'none' | 'all',
  row?: SpreadRow,
): AddressValues {
  const { by: _by, ...kept } = chosen;
  return {
    ...kept,
    status: status.join(),
    county: countyCodes.join(),
    ...(place === 'none' ? { unplaced: 'true' } : place === 'all' ? {} : { municipality: place.code }),
    ...(row ? rowFilter(row) : {}),
  };
}

function rowFilter({ owner, goal }: SpreadRow): AddressValues {
  if (owner) return { owner: owner.id };
  return goal ? { goal: goal.id } : { untied: 'true' };
}
