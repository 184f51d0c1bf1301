// Similar questions while one is written: how long the hint takes at 20,000 questions, one at a time. `npm run bench -- questions [rows]`.
import { say } from '../system/progress.mjs';
import { againstFloor, median } from './parts/against-floor.mjs';

const rows = Number(process.argv[2]) || 20_000;
const times = 40;
const most = 300;

const fill = `
  insert into question (organization_id, county_codes, title, text, subject, visibility, changed_at)
  select o.id, array[o.county], initcap((array['vem', 'hur', 'när', 'får'])[1 + n % 4]) || ' ' || (array['betalar', 'ansvarar', 'lämnar', 'bedömer', 'ordnar'])[1 + n % 5] || ' '
      || (array['socialtjänsten', 'skolan', 'regionen', 'polisen', 'kommunen', 'jouren'])[1 + n % 6] || ' '
      || (array['skyddat boende', 'barn som upplever våld', 'sekretess', 'umgänge', 'resor', 'bostad', 'våldsutövare', 'hedersrelaterat våld'])[1 + n % 8] || ' i fall ' || n || '?',
    'Bakgrund till frågan om ' || (array['boende', 'barn', 'uppgifter', 'kostnader'])[1 + n % 4] || ' nummer ' || n || '.', 'other', case when n % 3 = 0 then 1 else 2 end,
    now() - make_interval(mins => n)
  from generate_series(1, $1) n join (select row_number() over (order by o.key) - 1 as at, o.id, m.county_code as county, count(*) over () as all
    from organization o join municipality m on o.key = 'municipality:' || m.code) o on o.at = n % o.all`;

await againstFloor(async ({ owner, api, cookie }) => {
  await owner.query(fill, [rows]);
  await owner.query('analyze question');
  const cases = {
    'a whole question': 'Vem betalar resor till skyddat boende för barn som upplever våld?',
    'words in a sixth of all': 'socialtjänsten och sekretess',
    'one word': 'umgänge',
    'nothing like it': 'zebror',
  };
  const table = [];
  for (const [name, q] of Object.entries(cases)) {
    const took = [];
    let found = 0;
    for (let n = 0; n < times; n++) {
      const from = performance.now();
      const answer = await fetch(`${api}/api/questions/similar?${new URLSearchParams({ q })}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
      found = (await answer.json()).items.length;
      took.push(performance.now() - from);
    }
    const worst = took.toSorted((a, b) => b - a)[2];
    table.push({
      questions: rows,
      case: name,
      found,
      'median ms': median(took).toFixed(0),
      'worst but two ms': worst.toFixed(0),
    });
    say(`${name}: ${median(took).toFixed(0)} ms`);
    if (worst > most) process.exitCode = 1;
  }
  console.table(table);
});
