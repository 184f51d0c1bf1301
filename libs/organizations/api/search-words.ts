/** Eight words are more than any name has; a longer search would only make the query larger. */
const most = 8;

/**
 * The words of a search as patterns for `like`: each may stand anywhere in any name, in any order.
 * "landstinget västernorrland" → `%landstinget%`, `%västernorrland%`.
 */
export function searchWords(text: string | undefined): string[] {
  const words = (text ?? '').toLocaleLowerCase('sv-SE').split(/[\s,;]+/);
  return [...new Set(words.filter(Boolean))].slice(0, most).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
