// What a change of some columns comes to: which differ, what is written, and who was there before.
type Columns = Readonly<Record<string, string>>;
type Values<C extends Columns> = Partial<Record<keyof C, unknown>>;

/** The columns as the contract names and writes them (days as text), in one column `before`. */
export const asNamed = (columns: Columns): string =>
  `jsonb_build_object(${Object.entries(columns)
    .map(([field, column]) => `'${field}', ${column}`)
    .join(', ')}) as before`;

/** The fields sent that say something else than what stands. */
export const differing = <C extends Columns>(before: Values<C>, sent: Values<C>): (keyof C & string)[] =>
  Object.keys(sent).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(sent[field]));

/** `set` for those fields, and its values; $1 is the row. */
export const settingOf = <C extends Columns>(
  columns: C,
  fields: readonly (keyof C & string)[],
  sent: Values<C>,
): { set: string; values: unknown[] } => ({
  set: fields.map((field, at) => `${columns[field]} = $${at + 2}`).join(', '),
  values: fields.map((field) => sent[field]),
});
