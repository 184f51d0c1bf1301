import { contextSql } from './context-settings';

/** Texts beyond this many go unnamed: each name costs memory on every connection. */
const most = 1000;
/** A text has its name the second time it is asked: a rare shape of a filter takes no place from what is asked all day. */
const askedOnce = new Set<string>();
/** The actor's context stands before nearly everything that is asked. */
const names = new Map([[contextSql, 'samverkan_context']]);

/** A prepared statement's name for a text, so that PostgreSQL reads it once for each connection and plans it no oftener than it must. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  if (!askedOnce.delete(text)) {
    if (askedOnce.size >= most) askedOnce.clear();
    askedOnce.add(text);
    return undefined;
  }
  const name = `samverkan_${names.size}`;
  names.set(text, name);
  return name;
}
