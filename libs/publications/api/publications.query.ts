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
import { markedHit } from './marked-text';
import { bestPage, listed, pageInOrder } from './publication-list.sql';
import { namedBy, party, publicationDetail, publicationFacts, publicationSummary } from './publication.sql';
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

  private async pageOf(query: PublicationQuery, tolerant: boolean): Promise<PublicationPage> {
    type Row = { page: Omit<PublicationPage, 'items'> & { items: Shown[] } };
    const best = query.q && query.sort === 'match';
    const { text, values } = best ? bestPage(query, tolerant) : pageInOrder(query, tolerant);
    const row = await (best ? this.db.onePlannedOnce<Row>(text, values) : this.db.one<Row>(text, values));
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
