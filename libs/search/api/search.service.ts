import { Injectable } from '@nestjs/common';
import { type SearchAnswer, type SearchQuery, hitsCounted } from '@samverkan/search/contract';
import { Db, Searchables, Synonyms, tellingWords } from '@samverkan/shared/api';
import { searchQuery } from './search.query';

/** Every area is asked in one trip; what it may show is its own to say. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: Db,
    private readonly sources: Searchables,
    private readonly synonyms: Synonyms,
  ) {}

  async find({ q: given = '', group }: SearchQuery): Promise<SearchAnswer> {
    const q = given.trim();
    const words = tellingWords(q);
    const none = { nearly: false, synonym: null, also: [], groups: [] };
    if (words.length === 0) return none;
    // One after the other: whoever types takes no second connection.
    const exact = await this.ask(q, words, false, group);
    const also = await this.synonyms.others(q);
    if (exact.length > 0) return { ...none, also, groups: exact };
    for (const synonym of also) {
      const groups = await this.ask(synonym, tellingWords(synonym), false, group);
      if (groups.length > 0) return { ...none, synonym, also: also.filter((one) => one !== synonym), groups };
    }
    const near = await this.ask(q, words, true, group);
    // A list takes words as they are written: it has not what is only nearly so.
    return { ...none, nearly: near.length > 0, also, groups: near.map((found) => ({ ...found, list: null })) };
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
