import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';

/** So many other words at most are told of. */
const most = 4;

/** A term's synonyms are patterns: a star stands for any letters. */
const likened = (pattern: string) => `replace(replace(replace(lower(${pattern}), '%', '\\%'), '_', '\\_'), '*', '%')`;

/**
 * For what was typed in $1, whole or word by word: the agreed word of each term in use that it is called by or known by, in either language, and what
 * else the term is known by. What is written as the beginning of words is no word to show. Phases and professions are told by words that are about them, and are no other words for the same.
 */
const otherWords = `
  with asked as (select distinct lower(w) as typed from regexp_split_to_table($1::text, '\\s+') w union select lower($1::text)),
    meant as (select a.typed, t.sv, t.synonyms_sv, t.vocabulary, t.place from term t join asked a on length(a.typed) >= 3
      and (a.typed in (lower(t.sv), lower(t.en)) or exists (select from unnest(t.synonyms_sv || t.synonyms_en) w where a.typed like ${likened('w')}))
      where t.state = 'in_use' and t.vocabulary in ('kind', 'targetGroup', 'form')),
    others as (select m.typed, ltrim(lower(w.other), '*') as other, right(w.other, 1) <> '*' as whole, w.at, m.place from meant m, unnest(array[m.sv] || m.synonyms_sv) with ordinality w (other, at))
  select o.typed, o.other from others o where o.whole and length(o.other) >= 4 and position('*' in o.other) = 0 and position(o.typed in o.other) = 0 and position(o.other in o.typed) = 0
  group by o.typed, o.other order by length(o.typed) desc, min(o.at), min(o.place), o.other`;

/** What else is meant by a word that the lists of words know. */
@Injectable()
export class SynonymsQuery {
  constructor(private readonly db: Db) {}

  async others(typed: string): Promise<string[]> {
    const rows = await this.db.query<{ typed: string; other: string }>(otherWords, [typed]);
    const said = typed.toLowerCase();
    const others = rows.map(({ typed: word, other }) => (word === said ? other : put(said, word, other)));
    // What begins with another is found by that.
    return others.filter((one, at) => !others.slice(0, at).some((other) => one.startsWith(other))).slice(0, most);
  }
}

/** The other word where the word stands as a whole. */
const put = (said: string, word: string, other: string): string =>
  said
    .split(/\s+/)
    .map((one) => (one === word ? other : one))
    .join(' ');
