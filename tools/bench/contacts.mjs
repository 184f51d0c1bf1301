// Whom to call against the plain floor, at 20,000 functions and at ten times as many: throughput as a ratio in one run, rounds taken in
// turn. `npm run bench -- contacts [rows] [rows after growth]`.
import { say } from '../system/progress.mjs';
import { againstFloor, ratioOf } from './parts/against-floor.mjs';
import { fillContacts } from './parts/contacts.mjs';

const [first, grown] = [Number(process.argv[2]) || 20_000, Number(process.argv[3]) || 200_000];

const cases = {
  'våldsutövare Örnsköldsvik': ['våldsutövare', 'örnsköldsvik'],
  samordnare: ['samordnare'],
  'heder Sundsvall': ['heder', 'sundsvall'],
  'all of the county': [],
};

const summary = `json_build_object('id', f.id, 'title', f.title, 'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
  'subjects', to_json(f.subjects), 'municipalityCodes', to_json(f.municipality_codes), 'mailbox', f.mailbox, 'phone', f.phone, 'visibility', f.visibility,
  'holderName', n.name, 'verifiedOn', f.verified_on, 'version', f.version)`;

/** What is plainly written for the same question: the words in title, party, subject and place, the reader's rights in the SQL, Swedish order, 25 rows and a count. */
function plain(words, organization) {
  const test = (
    at,
  ) => `(to_tsvector('swedish', f.title || ' ' || o.name) @@ plainto_tsquery('swedish', $${at}) or f.title ilike '%' || $${at} || '%' or o.name ilike '%' || $${at} || '%'
    or exists (select 1 from contact_subject s where s.code = any (f.subjects) and s.words ilike '%' || $${at} || '%')
    or exists (select 1 from municipality m where m.code = any (f.municipality_codes) and m.name ilike '%' || $${at} || '%'))`;
  const from = `from contact_function f join organization o on o.id = f.organization_id
    where f.retired_on is null and f.county_codes && '{22}' and (f.visibility >= 2 or f.organization_id = '${organization}')
    ${words.map((_, index) => `and ${test(index + 1)}`).join(' ')}`;
  return {
    text: `with page as (select f.* ${from} order by f.title collate "sv-SE-x-icu", f.id limit 25)
      select json_build_object('items', coalesce((select json_agg(${summary} order by f.title collate "sv-SE-x-icu", f.id) from page f join organization o on o.id = f.organization_id
          left join contact_holder h on h.function_id = f.id and not h.deputy and h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())
          left join contact_holder_name n on n.holder_id = h.id), '[]'::json),
        'total', (select count(*) from (select 1 ${from} limit 1001) m))::text as json`,
    values: words,
  };
}

await againstFloor(async ({ owner, acting, api, cookie, floorOf }) => {
  const floor = await floorOf(
    Object.fromEntries(Object.entries(cases).map(([name, words]) => [encodeURI(`/${name}`), plain(words, acting)])),
  );
  const table = [];
  for (const rows of [first, grown]) {
    await fillContacts(owner, rows, say);
    for (const [name, words] of Object.entries(cases)) {
      const path = `/api/contacts${words.length > 0 ? `?${new URLSearchParams({ q: words.join(' ') })}` : ''}`;
      const found = await ratioOf({ floor: floor + encodeURI(`/${name}`), api: api + path, cookie });
      table.push({ functions: rows, case: name, ...found });
      say(`${rows}, ${name}: ${found.ratio}`);
    }
  }
  console.log(
    '\nFunctions of all 290 municipalities, 25 to a page, searched in one county, every reading noted in the audit; floor: bare http and plain prepared SQL as the owner, the reader’s rights written out in it.\n',
  );
  console.table(table);
});
