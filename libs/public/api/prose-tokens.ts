// Editors write plain text with paragraphs, lists, headings, emphasis and links. `marked` reads it; nothing is ever given as markup but what is drawn
// from its tokens, so that whatever else stands there is shown as the characters it is.
import { type Token, type Tokens, lexer, walkTokens } from 'marked';

export const tokensOf = (text: string): Token[] => lexer(text, { gfm: false });

/** Only what leads on by https is a link. */
export const isSafe = (address: string): boolean => {
  if (!/^https:\/\//i.test(address)) return false;
  try {
    return new URL(address).protocol === 'https:';
  } catch {
    return false;
  }
};

/** Addresses of links that lead elsewhere than by https. */
export function unsafeLinks(text: string): string[] {
  const found: string[] = [];
  void walkTokens(tokensOf(text), (token) => {
    if (token.type !== 'link' && token.type !== 'image') return;
    const { href } = token as Tokens.Link;
    if (token.type === 'image' || !isSafe(href)) found.push(href);
  });
  return found;
}
