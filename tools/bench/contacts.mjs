// Whom to call against the plain floor, at 20,000 functions and at ten times as many: throughput as a ratio in one run, rounds taken in
// turn. `npm run bench -- contacts [rows] [rows after growth]`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { openDatabase } from '../database.mjs';
import { freePort } from '../system/ports.mjs';
import { say } from '../system/progress.mjs';
import { runSystem } from '../system/run-system.mjs';
import { fillContacts } from './parts/contacts.mjs';
import { startFloor } from './parts/floor.mjs';
import { signIn } from './parts/sign-in.mjs';

const [first, grown] = [Number(process.argv[2]) || 20_000, Number(process.argv[3]) || 200_000];
const rounds = 3;

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

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(url, headers = {}) {
  const result = await autocannon({ url, headers, connections: 16, duration: 4 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

async function compare(rows, api, cookie, floor) {
  const table = [];
  for (const [name, words] of Object.entries(cases)) {
    const path = `/api/contacts${words.length > 0 ? `?${new URLSearchParams({ q: words.join(' ') })}` : ''}`;
    const found = { floor: [], api: [], p95: [] };
    await measure(floor.url + encodeURI(`/${name}`));
    await measure(api + path, { cookie });
    for (let round = 0; round < rounds; round++) {
      found.floor.push((await measure(floor.url + encodeURI(`/${name}`))).perSecond);
      const ours = await measure(api + path, { cookie });
      found.api.push(ours.perSecond);
      found.p95.push(ours.p95);
    }
    const row = {
      functions: rows,
      case: name,
      'floor/s': Math.round(median(found.floor)),
      'API/s': Math.round(median(found.api)),
      ratio: (median(found.api) / median(found.floor)).toFixed(2),
      'API p97.5 ms': median(found.p95),
    };
    table.push(row);
    say(`${rows}, ${name}: ${row.ratio}`);
  }
  return table;
}

const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
chmodSync(folder, 0o755);
const database = await openDatabase({ folder, external: '', throwaway: true });
let system;
let floor;
try {
  const port = await freePort();
  system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent', PORTAL_DIR: '' } });
  const owner = new pg.Client({ connectionString: database.url });
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query('SET search_path = samverkan');
  const [acting] = (await owner.query(`SELECT id FROM organization WHERE key = 'county_board:22'`)).rows;
  floor = await startFloor(
    database.url,
    Object.fromEntries(Object.entries(cases).map(([name, words]) => [encodeURI(`/${name}`), plain(words, acting.id)])),
  );
  const api = `http://127.0.0.1:${port}`;
  const cookie = await signIn(api, 'eva.berglind@demo.example');
  const table = [];
  for (const rows of [first, grown]) {
    await fillContacts(owner, rows, say);
    table.push(...(await compare(rows, api, cookie, floor)));
  }
  await owner.end();
  console.log(
    '\nFunctions of all 290 municipalities, 25 to a page, searched in one county, every reading noted in the audit; floor: bare http and plain prepared SQL as the owner, the reader’s rights written out in it.\n',
  );
  console.table(table);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await floor?.close();
  await system?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
