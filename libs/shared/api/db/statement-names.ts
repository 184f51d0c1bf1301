/** Texts beyond this many go unnamed: they are rare shapes of a filter, and each name costs memory on every connection. */
const most = 1000;
const names = new Map<string, string>();

/** A prepared statement's name for a text, so that PostgreSQL reads it once for each connection and plans it no oftener than it must. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = `samverkan_${names.size}`;
  names.set(text, name);
  return name;
}
