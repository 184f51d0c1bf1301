/**
 * What stood in the old text and does not stand in the clean one, as phrases to look for elsewhere: the part between what the two
 * begin and end with, in whole words, a line at a time. Shorter than three characters says nothing.
 */
export function removedWords(old: string, clean: string): string[] {
  if (old === clean) return [];
  let start = 0;
  while (start < old.length && start < clean.length && old[start] === clean[start]) start++;
  let [end, cleanEnd] = [old.length, clean.length];
  while (end > start && cleanEnd > start && old[end - 1] === clean[cleanEnd - 1]) {
    end--;
    cleanEnd--;
  }
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(old.charAt(at));
  while (start > 0 && isLetter(start - 1) && isLetter(start)) start--;
  while (end < old.length && isLetter(end - 1) && isLetter(end)) end++;
  return old
    .slice(start, end)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 3);
}
