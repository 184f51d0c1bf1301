import { Injectable } from '@nestjs/common';
import {
  type OrganizationPage,
  type OrganizationPlaces,
  type OrganizationQuery,
  type OrganizationSummary,
  organizationKinds,
} from '@samverkan/organizations/contract';
import { Db } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import type { PartySheetRow } from './party-sheet.view';
import { searchWords } from './search-words';

const swedish = 'collate "sv-SE-x-icu"';

// Public sort names to columns: what the caller writes never becomes SQL.
const sorts: Record<OrganizationQuery['sort'], (order: 'asc' | 'desc') => string> = {
  name: (order) => `h.name ${swedish} ${order}`,
  kind: (order) => `array_position(array['${organizationKinds.join("','")}'], h.kind) ${order}, h.name ${swedish}`,
  match: () =>
    `coalesce(h.valid_to < today(), false), case when lower(h.abbreviation) = $7 then 0 when starts_with(lower(h.name), $7) then 1
       when h.search like $7 || '%' or h.search like '% ' || $7 || '%' then 2 else 3 end,
     h.county_code is null or h.county_code <> all ((select ctx_counties())::text[]), h.name ${swedish}`,
  county: (order) => `c.name ${swedish} ${order} nulls last, h.name ${swedish}`,
};

const summary = `'id', h.id, 'name', h.name, 'nameEn', h.name_en, 'kind', h.kind, 'abbreviation', h.abbreviation,
  'countyCode', h.county_code, 'municipalityCode', h.municipality_code, 'validTo', h.valid_to`;

// A present name that fits needs no explanation; else the latest of the other names that fits explains the hit.
const matchedName = `case when cardinality($1::text[]) = 0 or organization_fold(h.name) like all ($1) then null else
  (select n.name from organization_name n where n.organization_id = h.id and organization_fold(n.name) like all ($1)
   order by n.valid_to desc nulls first limit 1) end`;

const serves = (alias: string, codes: string) => `(${alias}.municipality_code = ${codes} or exists (
  select from organization_municipality s where s.organization_id = ${alias}.id and s.municipality_code = ${codes}))`;

/** Every party as it is, or as it was on the day $8. */
const parties = (asOf: boolean) =>
  asOf ? 'organization present cross join lateral organization_at(present, $8::date) o' : 'organization o';

// A name can be searched for though the party has ended; else those that stand are listed, today or on the day.
const standing = (asOf: boolean, words: number) =>
  asOf
    ? '(o.valid_from is null or o.valid_from <= $8::date) and (o.valid_to is null or o.valid_to >= $8::date)'
    : `$8::date is null ${words > 0 ? '' : 'and (o.valid_to is null or o.valid_to >= today())'}`;

const inCounty = (asOf: boolean) =>
  asOf
    ? '(o.county_code = any ($3) or organization_counties_at(o.id, $8::date) && $3)'
    : `(o.county_code = any ($3) or exists (
        select from organization_county s where s.organization_id = o.id and s.county_code = any ($3)))`;
const inMunicipality = (asOf: boolean) =>
  asOf
    ? '(o.municipality_code = any ($4) or organization_municipalities_at(o.id, $8::date) && $4)'
    : serves('o', 'any ($4)');

const listed = `json_build_object(${summary}, 'matchedName', ${matchedName})`;

/** A party as a row of a file, with words for its places. */
const sheetRow = `json_build_object('name', h.name, 'nameEn', h.name_en, 'kind', h.kind, 'abbreviation', h.abbreviation,
  'organizationNumber', h.organization_number, 'website', h.website, 'description', h.description, 'validFrom', h.valid_from, 'validTo', h.valid_to,
  'parent', (select p.name from organization p where p.id = h.parent_id),
  'counties', (select string_agg(c.name, ', ' order by c.code) from county c where c.code = any (organization_counties_at(h.id, $8::date))),
  'municipalities', (select string_agg(m.name, ', ' order by m.name ${swedish}) from municipality m where m.code = any (organization_municipalities_at(h.id, $8::date))))`;

const pageSql = (words: number, order: string, asOf: boolean, item = listed) => `
  with hits as (
    select o.* from ${parties(asOf)}
    where o.merged_into_id is null and ${standing(asOf, words)}
      and ${['$7::text is not null', '$1::text[] is not null', ...Array.from({ length: words }, (_, index) => `o.search like ($1::text[])[${index + 1}]`)].join(' and ')}
      and ($2::text[] is null or o.kind = any ($2))
      and ($3::text[] is null or ${inCounty(asOf)})
      and ($4::text[] is null or ${inMunicipality(asOf)})
  ), sorted as (
    select row_number() over () as place, h.*
    from (select h.* from hits h left join county c on c.code = h.county_code order by ${order}, h.id limit $5 offset $6) h
  )
  select (select count(*)::int from (select from hits limit ${countCap + 1}) counted) as found,
    coalesce((select json_agg(${item} order by h.place) from sorted h), '[]') as items`;

const placesSql = `
  select m.code, (select count(*)::int from organization o where ${serves('o', 'm.code')}
    and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())) as count
  from municipality m where m.county_code = $1 order by m.name ${swedish}`;

/** Rows of a file that are read at a time. */
const chunk = 200;

/** An empty choice is no choice. */
const some = (list: readonly string[] | undefined) => (list && list.length > 0 ? list : null);

@Injectable()
export class OrganizationsQuery {
  constructor(private readonly db: Db) {}

  async page(query: OrganizationQuery): Promise<OrganizationPage> {
    const { page, size } = query;
    const { found, items } = await this.read<OrganizationSummary>(query, page, size, listed);
    return { items, page, size, total: Math.min(found, countCap), capped: found > countCap };
  }

  /** Every row of the list in its order, a chunk at a time. */
  async *rows(query: Omit<OrganizationQuery, 'page' | 'size'>): AsyncGenerator<PartySheetRow> {
    for (let page = 1; ; page++) {
      const { items } = await this.read<PartySheetRow>(query, page, chunk, sheetRow);
      yield* items;
      if (items.length < chunk) return;
    }
  }

  private async read<T>(
    query: Omit<OrganizationQuery, 'page' | 'size'>,
    page: number,
    size: number,
    item: string,
  ): Promise<{ found: number; items: T[] }> {
    const words = searchWords(query.q);
    const start = (query.q ?? '').toLocaleLowerCase('sv-SE').replace(/[\\%_]/g, '\\$&');
    const sql = pageSql(words.length, sorts[query.sort](query.order), query.asOf !== undefined, item);
    const values = [
      words,
      some(query.kind),
      some(query.county),
      some(query.municipality),
      size,
      (page - 1) * size,
      start,
      query.asOf ?? null,
    ];
    const row = await this.db.one<{ found: number; items: T[] }>(sql, values);
    return { found: row?.found ?? 0, items: row?.items ?? [] };
  }

  async places(countyCode: string): Promise<OrganizationPlaces> {
    return { countyCode, municipalities: await this.db.query(placesSql, [countyCode]) };
  }
}
