// Words that are nobody's: a random id has figures, and now and then they are a personal number's.
import { randomUUID } from 'node:crypto';

/** A word of letters that no other text holds. */
export const ownWord = () => randomUUID().replace(/\d/g, (figure) => 'ghijklmnop'[figure]);
