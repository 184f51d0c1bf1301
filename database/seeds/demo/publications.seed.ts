// Publications of the demo county, with real PDF files: one with text, one scanned without, one of 300 pages.
import { createHash } from 'node:crypto';
import { demoPdf } from './pdf';
import { appendix, handbook, scan } from './publication-pages';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const piece = 256 * 1024;

interface DemoPublication {
  title: string;
  type: string;
  year: number;
  status: 'draft' | 'published';
  visibility: number;
  summary: string;
  /** Days from today. */
  review: number | null;
  file?: { name: string; accessibility: string; pages: readonly (readonly string[])[] };
}

const publications: readonly DemoPublication[] = [
  {
    title: 'Demo: Så samverkar vi kring våld i nära relationer',
    type: 'guide',
    year: 2026,
    status: 'published',
    visibility: 4,
    summary:
      'En påhittad vägledning med tio korta kapitel, från att upptäcka våld till att följa upp det som har gjorts.',
    review: 300,
    file: { name: 'Så samverkar vi.pdf', accessibility: 'accessible', pages: handbook },
  },
  {
    title: 'Demo: Bilagor till lägesbilden, 300 sidor',
    type: 'report',
    year: 2021,
    status: 'published',
    visibility: 3,
    summary: 'Påhittade underlag från länets sju kommuner. Lång för att visa hur sökningen hittar rätt sida.',
    review: -20,
    file: { name: 'Bilagor till lägesbilden.pdf', accessibility: 'unknown', pages: appendix },
  },
  {
    title: 'Demo: Protokoll från ett samverkansmöte, inskannat',
    type: 'other',
    year: 2009,
    status: 'published',
    visibility: 2,
    summary: 'En inskannad fil: texten går inte att läsa och hittas därför inte i sökningen.',
    review: null,
    file: { name: 'Inskannat protokoll.pdf', accessibility: 'not_accessible', pages: scan },
  },
  {
    title: 'Demo: Rapport om stöd till barn, utkast',
    type: 'report',
    year: 2026,
    status: 'draft',
    visibility: 4,
    summary: 'Ett utkast som bara länsstyrelsen ser tills det publiceras.',
    review: null,
  },
];

export async function seedDemoPublications(sql: Sql): Promise<void> {
  if ((await sql('select id from publication where demo limit 1')).length > 0) return;
  for (const { title, type, year, status, visibility, summary, review, file } of publications) {
    const [made] = await sql(
      `insert into publication (organization_id, numbered_by, owner_ids, county_codes, title, type, year, pages, authors, summary, status, visibility, published_on, review_on, function_id, demo)
       select o.id, o.id, array[o.id], '{22}', $1, $2, $3, $4, 'Demolänets länsstyrelse', $5, $6, $7, case when $6 = 'published' then today() - 30 end, today() + $8::int,
         (select f.id from contact_function f where f.organization_id = o.id and f.retired_on is null order by f.visibility desc, f.title limit 1), true
       from organization o where o.key = 'county_board:22' returning id`,
      [title, type, year, file?.pages.length ?? null, summary, status, visibility, review],
    );
    if (file) await seedFile(sql, String(made?.['id']), title, file);
  }
}

async function seedFile(
  sql: Sql,
  publicationId: string,
  title: string,
  { name, accessibility, pages }: NonNullable<DemoPublication['file']>,
): Promise<void> {
  const bytes = demoPdf(title, pages);
  const [file] = await sql(
    `insert into publication_file (publication_id, title, accessibility, organization_id) select $1, $2, $3, o.id from organization o where o.key = 'county_board:22' returning id`,
    [publicationId, name, accessibility],
  );
  const id = file?.['id'];
  await sql(`insert into stored_file (id, type, size, pages, sha256) values ($1, 'pdf', $2, $3, $4)`, [
    id,
    bytes.length,
    pages.length,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  for (let at = 0; at * piece < bytes.length; at++)
    await sql('insert into stored_file_chunk (file_id, at, bytes) values ($1, $2, $3)', [
      id,
      at,
      bytes.subarray(at * piece, (at + 1) * piece),
    ]);
  await sql(
    'insert into stored_file_page (file_id, page, words) select $1, n, w from unnest($2::text[]) with ordinality p (w, n)',
    [id, pages.map((lines) => lines.join('\n'))],
  );
}
