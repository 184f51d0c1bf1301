/** Words that say nothing of what is looked for: "Vem ringer jag i Örnsköldsvik om våldsutövare?" */
const small = new Set(
  'vem vad vilken ringer ringa kontaktar kontakta kontakt jag vi man i på om för till från av med hos mot och eller den det en ett som är who do call the in of for and to'.split(
    ' ',
  ),
);

/** More words than this only make the query larger. */
const most = 6;

/** The words of a search that mean something, each once, in lower case. A search of small words alone is of all of them. */
export function tellingWords(text: string | undefined): string[] {
  const words = (text ?? '')
    .toLocaleLowerCase('sv-SE')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !small.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, most);
}
