// Who tries the doors, and how they stand to what lies behind. The floor is tried with these and no others, in every area.

/** `ended` is a coordinator whose membership has ended while her session lived on. */
export const principals = [
  'anonymous',
  'partner',
  'municipal',
  'regional',
  'county_staff',
  'county_admin',
  'national_reader',
  'system_admin',
  'ended',
] as const;
export type Principal = (typeof principals)[number];

/**
 * How a thing stands to the principal's organisation: its own; another's in the same county; another's in another county;
 * another's in another county where it takes part; of no county and nobody it knows.
 */
export const relations = ['own', 'same_county', 'other_county', 'participant', 'none'] as const;
export type Relation = (typeof relations)[number];
