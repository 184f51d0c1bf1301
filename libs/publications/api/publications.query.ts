// Publications as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import type {
  Publication,
  PublicationExportQuery,
  PublicationFacets,
  PublicationPage,
  PublicationQuery,
  PublicationSummary,
} from '@samverkan/publications/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { markedHit } from './marked-text';
import {
  isNamed,
  isOurs,
  isStale,
  namedBy,
  party,
  publicationDetail,
  publicationFacts,
  publicationSummary,
  successors,
} from './publication.sql';
import type { PublicationFacts } from './publications.policy';

export interface PublicationRow extends PublicationFacts {
  id: string;
  organizationId: string;
  supersedesIds: string[];
  removedAt: string | null;
  version: number;
}

/** The part of a publication that does not depend on what the reader may do with it. */
type Content = Omit<Publication, 'allowed' | 'named'>;

type Filters = Omit<PublicationQuery, 'page' | 'size'>;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const columns = {
  title: 'p.title collate "sv-SE-x-icu"',
  year: 'p.year',
  changed: 'p.changed_at',
} as const;

const marking = `'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxFragments=2, MinWords=8, MaxWords=18, FragmentDelimiter=" … "'`;

/** The page where the words stand, with a few words around them, as `h` tells. $n the words. */
const hitOf = (
  words: string,
) => `(select json_build_object('fileId', f.id, 'fileTitle', f.title, 'page', h.page, 'pages', h.pages,
    'text', ts_headline('swedish', publication_page_text(left(g.words, 150000)), publication_wanted(${words}), ${marking}))
  from publication_file f join stored_file_page g on g.file_id = f.id and g.page = h.page where f.id = h.file_id)`;

const moreOf = (query: Filters) => {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = ['p.removed_at is null'];
  const some = (list: readonly string[] | undefined, test: (at: string) => string) => {
    if (list && list.length > 0) tests.push(test(`${bind(list)}::text[]`));
  };
  const words = query.q ? bind(query.q) : null;
  some(query.type, (at) => `p.type = any (${at})`);
  some(query.year, (at) => `p.year::text = any (${at})`);
  some(query.county, (at) => `p.county_codes && ${at}`);
  some(query.series, (at) => `p.series = any (${at})`);
  some(query.status, (at) => `p.status = any (${at})`);
  some(
    query.selected,
    (at) =>
      `exists (select from publication_selection x where x.publication_id = p.id and x.county_code = any (${at}))`,
  );
  if (query.mine) tests.push(isOurs);
  if (query.current) tests.push(`p.status <> 'withdrawn' and not exists (select ${successors})`);
  if (query.stale) tests.push(isStale);
  if (query.dead)
    tests.push(
      `${isOurs} and exists (select from publication_link l where l.publication_id = p.id and l.failing_since < today())`,
    );
  if (query.asked)
    tests.push(
      `${isOurs} and exists (select from publication_request r where r.publication_id = p.id and r.answered_at is null)`,
    );
  if (query.named) tests.push(isNamed);
  if (query.strategy) tests.push(`p.strategy_id = ${bind(query.strategy)}::uuid`);
  return { values, bind, words, where: `where ${tests.join(' and ')}` };
};

/** The list's source: what was found by its words with its place among them, or everything; `p` in what follows. */
function listed(query: Filters, tolerant: boolean) {
  const { values, bind, words, where } = moreOf(query);
  const source = words
    ? `(select p.*, t.rank from publications_by_text(${words}, ${tolerant}) t join publication p on p.id = t.id ${where}) p`
    : `(select p.*, null::real as rank from publication p ${where}) p`;
  const direction = query.order === 'asc' ? 'asc' : 'desc';
  const order =
    query.sort === 'match'
      ? `p.rank desc nulls last, p.year desc nulls last, p.id desc`
      : `${columns[query.sort]} ${direction} nulls last, p.id ${direction}`;
  return { values, bind, words, source, order };
}

type Shown = PublicationSummary & {
  hit: (Omit<NonNullable<PublicationSummary['hit']>, 'marked'> & { text: string }) | null;
};

@Injectable()
export class PublicationsQuery {
  constructor(private readonly db: Db) {}

  /** Words that nothing holds as they stand are looked for each by itself, and as they are nearly spelt. */
  async page(query: PublicationQuery): Promise<PublicationPage> {
    const found = await this.pageOf(query, false);
    return found.items.length === 0 && query.q && query.page === 1 ? this.pageOf(query, true) : found;
  }

  private async pageOf({ page, size, ...query }: PublicationQuery, tolerant: boolean): Promise<PublicationPage> {
    const { values, bind, words, source, order } = listed(query, tolerant);
    const [limit, offset] = [`${bind(size)}::int`, `${bind((page - 1) * size)}::int`];
    const row = await this.db.one<{ page: Omit<PublicationPage, 'items'> & { items: Shown[] } }>(
      `with found as materialized (select p.id, p.title, p.year, p.changed_at, p.rank from ${source}),
        page as (select p.id, row_number() over (order by ${order}) as place from found p order by ${order} limit ${limit} offset ${offset})
       select json_build_object('items', coalesce((select json_agg(jsonb_build_object(${publicationSummary}) || jsonb_build_object('hit', ${words ? hitOf(words) : 'null'}) order by place)
           from page join publication p on p.id = page.id ${words ? `left join publication_hits(array(select id from page), ${words}, ${tolerant}) h on h.id = page.id` : ''}), '[]'::json),
         'page', ${offset} / ${limit} + 1, 'size', ${limit}, 'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page
       from (select count(*) as n from found) m`,
      values,
    );
    if (!row) throw new Error('A page is never without a row.');
    return { ...row.page, items: row.page.items.map(shown) };
  }

  /** Some of a list, each whole. */
  async whole({ page, size, ...query }: PublicationQuery): Promise<Content[]> {
    const { values, bind, source, order } = listed(query, false);
    const rows = await this.db.query<{ content: Content }>(
      `select ${publicationDetail} as content from ${source} order by ${order} limit ${bind(size)}::int offset ${bind((page - 1) * size)}::int`,
      values,
    );
    return rows.map(({ content }) => content);
  }

  /** Every publication of a list in its order, for files; a chunk at a time. */
  async *rows({ format: _format, lang: _lang, ...query }: PublicationExportQuery): AsyncGenerator<Publication> {
    const chunk = 200;
    let tolerant = false;
    for (let page = 0; ; page++) {
      const read = async () => {
        const { values, bind, source, order } = listed(query, tolerant);
        return this.db.query<{ content: Publication }>(
          `select ${publicationDetail} as content from ${source} order by ${order} limit ${bind(chunk)}::int offset ${bind(page * chunk)}::int`,
          values,
        );
      };
      let rows = await read();
      if (page === 0 && rows.length === 0 && query.q) {
        tolerant = true;
        rows = await read();
      }
      for (const { content } of rows) yield content;
      if (rows.length < chunk) return;
    }
  }

  /** How many the reader sees of each type, year, series and county. */
  async facets(): Promise<PublicationFacets> {
    const row = await this.db.one<{ facets: PublicationFacets }>(
      `with p as materialized (select type, year, series, county_codes from publication p where p.removed_at is null),
        counted as (select 'types' as kind, type as value, count(*) as n from p group by 2
          union all select 'years', year::text, count(*) from p where year is not null group by 2
          union all select 'series', series, count(*) from p where series <> '' group by 2
          union all select 'counties', code, count(*) from p, unnest(county_codes) code group by 2)
       select json_build_object(${(['types', 'years', 'series', 'counties'] as const)
         .map(
           (kind) =>
             `'${kind}', (select coalesce(json_agg(json_build_object('value', value, 'count', n) order by ${kind === 'years' ? 'value desc' : 'value'}), '[]') from counted where kind = '${kind}')`,
         )
         .join(', ')}) as facets`,
    );
    return row?.facets ?? { types: [], years: [], series: [], counties: [] };
  }

  /** What a county has selected, in its order. */
  async selected(countyCode: string): Promise<PublicationSummary[]> {
    const rows = await this.db.query<{ content: Shown }>(
      `select jsonb_build_object(${publicationSummary}) || '{"hit": null}' as content from publication_selection x join publication p on p.id = x.publication_id
        where x.county_code = $1 and p.status = 'published' and p.removed_at is null order by x.sort, p.id`,
      [countyCode],
    );
    return rows.map(({ content }) => shown(content));
  }

  row(id: string): Promise<PublicationRow | undefined> {
    return this.db.one<PublicationRow>(`select ${publicationFacts} from publication p where p.id = $1`, [id]);
  }

  one(id: string): Promise<(PublicationRow & { content: Content; named: Publication['named'] }) | undefined> {
    return this.db.one(
      `select ${publicationFacts}, ${publicationDetail} as content, ${namedBy} as named from publication p where p.id = $1`,
      [id],
    );
  }

  /** JSON text: the `items` of `PublicationHistory`. */
  async history(id: string): Promise<string> {
    const json = await this.db.json(
      `select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
          'organization', case when o.id is not null then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
        from (select * from change_log where area = 'publications' and object_id = $1 order by at desc limit 500) c left join organization o on o.id = c.organization_id`,
      [id],
    );
    return json ?? '[]';
  }
}

const shown = ({ hit, ...summary }: Shown): PublicationSummary => ({ ...summary, hit: hit && markedHit(hit) });
