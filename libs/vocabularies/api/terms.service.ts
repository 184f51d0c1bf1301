import { Injectable } from '@nestjs/common';
import { Db, badInput } from '@samverkan/shared/api';
import type { Vocabularies, VocabularyName } from '@samverkan/vocabularies/contract';
import { allVocabularies } from './terms.query';

/** Codes that somebody has sent for a field, and those that stand there already. */
export interface SentTerms {
  /** The field's path; `.0`, `.1` … are added where it holds several. */
  path: string;
  vocabulary: VocabularyName;
  codes: string | readonly string[];
  /** What stands there may stay, in use or not. */
  standing?: string | readonly string[] | undefined;
}

interface Wanted {
  path: string;
  vocabulary: VocabularyName;
  code: string;
}

const listed = (codes: string | readonly string[] = []): readonly string[] =>
  typeof codes === 'string' ? [codes] : codes;

/** The lists for other areas: what they hold, and what may be written. */
@Injectable()
export class TermsService {
  constructor(private readonly db: Db) {}

  /** JSON text (`Vocabularies`). */
  async json(): Promise<string> {
    return (await this.db.json(allVocabularies)) ?? '{"items":[]}';
  }

  async lists(): Promise<Vocabularies> {
    return JSON.parse(await this.json()) as Vocabularies;
  }

  /** Refuses (400) what is chosen anew and cannot be: `term.unknown` and `term.retired`, each with what it could have been. */
  async refuseUnusable(sent: readonly SentTerms[]): Promise<void> {
    const wanted = sent.flatMap(({ path, vocabulary, codes, standing }) =>
      listed(codes)
        .map((code, at): Wanted => ({ path: typeof codes === 'string' ? path : `${path}.${at}`, vocabulary, code }))
        .filter(({ code }) => !listed(standing).includes(code)),
    );
    if (wanted.length === 0) return;
    const unusable = await this.db.query<Wanted & { choices: string[]; known: boolean }>(unusableTerms, [
      JSON.stringify(wanted),
    ]);
    if (unusable.length > 0)
      throw badInput(
        unusable.map(({ path, choices, known }) => ({ path, code: known ? 'term.retired' : 'term.unknown', choices })),
      );
  }
}

/** Of `path, vocabulary, code` in $1 (json): those that cannot be chosen, with what could be instead: the successor, or all that are in use. */
const unusableTerms = `
  select w.path, t.code is not null as known,
    case when t.code is null then array(select u.code from term u where u.vocabulary = w.vocabulary and u.state = 'in_use' order by u.place)
      when t.successor is not null then array[t.successor] else '{}' end as choices
  from jsonb_to_recordset($1::jsonb) w (path text, vocabulary text, code text)
  left join term t on t.vocabulary = w.vocabulary and t.code = w.code
  where t.state is distinct from 'in_use' order by w.path`;
