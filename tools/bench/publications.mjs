// Search in the text of publications against the plain floor: throughput as a ratio in one run, rounds taken in turn.
// `npm run bench -- publications [publications] [pages]`.
import { say } from '../system/progress.mjs';
import { againstFloor, ratioOf } from './parts/against-floor.mjs';
import { fillPublications } from './parts/publications.mjs';

const [count, pages] = [Number(process.argv[2]) || 5000, Number(process.argv[3]) || 60];

const cases = {
  'a word of every page': 'samverkan',
  'two words': 'orosanmälan skola',
  'a word as it begins, in every publication': 'ord77',
};

/** What is plainly written for the same question: the pages with the words, the best of each publication, ranked among two thousand, with the words around the hit of the 25 that are shown. */
const plain = (q) => ({
  text: `with found as (select g.publication_id, g.file_id, g.page, ts_rank(g.words, q) as rank from publication_page g join publication p on p.id = g.publication_id,
        plainto_tsquery('swedish', $1) q where g.words @@ q and p.visibility >= 2 limit 2000),
      best as (select distinct on (publication_id) * from found order by publication_id, rank desc),
      page as (select b.*, p.title, p.year, p.summary from best b join publication p on p.id = b.publication_id order by b.rank desc, p.id limit 25)
    select json_build_object('items', coalesce((select json_agg(json_build_object('id', page.publication_id, 'title', page.title, 'year', page.year, 'summary', page.summary, 'page', page.page,
        'text', ts_headline('swedish', s.words, plainto_tsquery('swedish', $1), 'MaxFragments=2, MinWords=8, MaxWords=18')) order by page.rank desc)
      from page join stored_file_page s on s.file_id = page.file_id and s.page = page.page), '[]'::json), 'total', (select count(*) from best))::text as json`,
  values: [q],
});

await againstFloor(async ({ owner, api, cookie, floorOf }) => {
  await fillPublications(owner, count, pages, say);
  const floor = await floorOf(
    Object.fromEntries(Object.entries(cases).map(([name, q]) => [encodeURI(`/${name}`), plain(q)])),
  );
  const table = [];
  for (const [name, q] of Object.entries(cases)) {
    const path = `/api/publications?${new URLSearchParams({ q })}`;
    const found = await ratioOf({ floor: floor + encodeURI(`/${name}`), api: api + path, cookie });
    table.push({ publications: count, pages: count * pages, case: name, ...found });
    say(`${name}: ${found.ratio}`);
  }
  console.log(
    `\n${count} publications of ${pages} pages, 25 to a page, ranked with the page and the words marked; floor: bare http and plain prepared SQL as the owner.\n`,
  );
  console.table(table);
});
