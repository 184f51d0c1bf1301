import { Injectable } from '@nestjs/common';
import type { QuestionSubject } from '@samverkan/questions/contract';
import { Db, Searchables, tellingWords } from '@samverkan/shared/api';
import type { SupportLinkKind, SupportSuggestions } from '@samverkan/support/contract';
import { SupportLinks } from './support-links.service';
import { partyOf } from './support.sql';

const most = 5;
const mostPeers = 3;
/** Hits that one word is followed to in an area; a word that more answer to says little. */
const perWord = 40;

interface Hit {
  kind: SupportLinkKind;
  id: string;
  at: number;
}

/** What there is already for a need as it is written: found by each of its words in the areas' own search, and what most words find comes first. */
@Injectable()
export class SupportSuggestionsQuery {
  constructor(
    private readonly db: Db,
    private readonly sources: Searchables,
    private readonly links: SupportLinks,
  ) {}

  async of(q: string, subject: QuestionSubject | undefined): Promise<SupportSuggestions> {
    const words = tellingWords(q).filter((word) => word.length > 3);
    const peers = await this.db.query<SupportSuggestions['peers'][number]>(
      `select ${partyOf('p.organization_id')} as organization, p.need, p.outcome, p.effect, p.words, p.closed_on::text as "closedOn" from support_peers($1, $2, $3) p`,
      [words.length > 0 ? q : '', subject ?? null, mostPeers],
    );
    return { items: words.length > 0 ? await this.links.read(await this.found(words)) : [], peers };
  }

  private async found(words: readonly string[]): Promise<Hit[]> {
    const { kinds } = this.links;
    const sources = this.sources.all.filter(({ group }) => kinds.some((kind) => kind === group));
    const parts = sources.map(
      ({ group, found }) => `select '${group}' as kind, f.id, f.at::int as at from (${found}) f`,
    );
    if (parts.length === 0) return [];
    const scores = new Map<string, Hit & { words: number }>();
    for (const word of words) {
      const hits = await this.db.query<Hit>(
        `with given as (select $1::text, $2::int, $3::text[], $4::boolean) ${parts.join(' union all ')}`,
        [word, perWord, [word], false],
      );
      for (const hit of hits) {
        const before = scores.get(hit.id) ?? { ...hit, words: 0 };
        scores.set(hit.id, { ...before, at: Math.min(before.at, hit.at), words: before.words + 1 });
      }
    }
    // One word in common is chance, where there are several.
    const enough = words.length > 2 ? 2 : 1;
    return [...scores.values()]
      .filter((hit) => hit.words >= enough)
      .sort((one, other) => other.words - one.words || one.at - other.at || one.id.localeCompare(other.id))
      .slice(0, most);
  }
}
