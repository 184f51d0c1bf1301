import { Injectable } from '@nestjs/common';
import { type SearchAnswer, type SearchQuery, hitsCounted } from '@samverkan/search/contract';
import { Db, Searchables, tellingWords } from '@samverkan/shared/api';
import { searchQuery } from './search.query';

/** Every area is asked in one trip; what it may show is its own to say. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: Db,
    private readonly sources: Searchables,
  ) {}

  async find({ q: given = '', group }: SearchQuery): Promise<SearchAnswer> {
    const q = given.trim();
    const words = tellingWords(q);
    if (words.length === 0) return { nearly: false, groups: [] };
    const exact = await this.ask(q, words, false, group);
    if (exact.length > 0) return { nearly: false, groups: exact };
    const near = await this.ask(q, words, true, group);
    // A list takes words as they are written: it has not what is only nearly so.
    return { nearly: near.length > 0, groups: near.map((found) => ({ ...found, list: null })) };
  }

  private async ask(
    q: string,
    words: readonly string[],
    tolerant: boolean,
    group: string | undefined,
  ): Promise<SearchAnswer['groups']> {
    const json = await this.db.jsonPlannedOnce(searchQuery(this.sources.all), [
      q,
      hitsCounted + 1,
      words,
      tolerant,
      group ?? null,
    ]);
    return JSON.parse(json ?? '[]') as SearchAnswer['groups'];
  }
}
