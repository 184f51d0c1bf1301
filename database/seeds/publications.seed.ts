// The five publications of the county board of Västernorrland's own page, what each replaced, and the county's selection.
import * as z from 'zod';
import strategies from './reference/strategies.json';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const Source = z.object({
  regionalStrategies: z.array(z.object({ id: z.string(), publicationId: z.string().nullable() })),
  publications: z.array(
    z.object({
      id: z.string(),
      titleSv: z.string(),
      year: z.number().nullable(),
      type: z.enum(['strategy', 'report', 'mapping_report']),
      reportNumber: z.string().nullable(),
      registrationNumber: z.string().nullable(),
      issn: z.string().nullable(),
      pages: z.number().nullable(),
      countyCodes: z.array(z.string()),
      authorsSv: z.string(),
      supersedes: z.array(z.string()),
      url: z.string().nullable(),
      summarySv: z.string(),
      summaryEn: z.string(),
    }),
  ),
});

/** What stands on the county's page, in its order. */
const selected = ['pub-22-regstrat-2018', 'pub-22-jamint-2018', 'pub-nord-prost-2016', 'pub-22-samverkan-2016'];

/** Reads them in once; what has been changed since is left alone. */
export async function seedPublications(sql: Sql): Promise<void> {
  const source = Source.parse(strategies);
  const facts = source.publications.map((one) => ({
    key: one.id,
    title: one.titleSv,
    type: one.type === 'mapping_report' ? 'report' : one.type,
    series: one.reportNumber ? 'Rapport' : '',
    number: one.reportNumber,
    dnr: one.registrationNumber,
    issn: one.issn,
    year: one.year,
    pages: one.pages,
    authors: one.authorsSv,
    summary: one.summarySv,
    summaryEn: one.summaryEn,
    url: one.url,
    boards: one.countyCodes.map((code) => `county_board:${code}`),
    supersedes: one.supersedes,
    strategy: source.regionalStrategies.find(({ publicationId }) => publicationId === one.id)?.id ?? null,
    place: selected.indexOf(one.id),
  }));
  const given = JSON.stringify(facts);
  const made = await sql(
    `insert into publication (key, organization_id, numbered_by, owner_ids, county_codes, title, type, series, number, dnr, issn, year, pages, authors, summary,
       summary_en, strategy_id, status, visibility)
     select f.key, b.id, b.id, array(select o.id from organization o where o.key = any (f.boards) order by o.key),
       array(select substring(x from 14) from unnest(f.boards) x order by 1), f.title, f.type, f.series, f.number, f.dnr, f.issn, f.year, f.pages, f.authors, f.summary,
       f."summaryEn", (select s.id from strategy s where s.key = f.strategy), 'published', 4
     from jsonb_to_recordset($1::jsonb) as f(key text, title text, type text, series text, number text, dnr text, issn text, year integer, pages integer, authors text,
       summary text, "summaryEn" text, boards text[], strategy text) join organization b on b.key = 'county_board:22'
     on conflict (key) do nothing returning key`,
    [given],
  );
  if (made.length === 0) return;
  const fresh = made.map(({ key }) => key);
  await sql(
    `update publication p set supersedes_ids = array(select o.id from publication o where o.key = any (f.supersedes))
     from jsonb_to_recordset($1::jsonb) as f(key text, supersedes text[]) where p.key = f.key and p.key = any ($2::text[])`,
    [given, fresh],
  );
  await sql(
    `insert into publication_link (publication_id, title, address, sort)
     select p.id, 'Publikationen hos Länsstyrelsen Västernorrland', f.url, 1
     from jsonb_to_recordset($1::jsonb) as f(key text, url text) join publication p on p.key = f.key where f.url is not null and p.key = any ($2::text[])`,
    [given, fresh],
  );
  await sql(
    `insert into publication_selection (county_code, publication_id, sort)
     select '22', p.id, f.place from jsonb_to_recordset($1::jsonb) as f(key text, place integer) join publication p on p.key = f.key
     where f.place >= 0 and p.key = any ($2::text[])`,
    [given, fresh],
  );
}
