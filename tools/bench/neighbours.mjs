// Similar effort while an action is planned: how long the answer takes at 100,000 actions and at ten times as many, one question at a time.
// `npm run bench -- neighbours [rows] [rows after growth]`.
import { say } from '../system/progress.mjs';
import { againstFloor, median } from './parts/against-floor.mjs';
import { fillActions } from './parts/data.mjs';

const [first, grown] = [Number(process.argv[2]) || 100_000, Number(process.argv[3]) || 0];
const times = 40;

await againstFloor(async ({ owner, api, cookie }) => {
  const table = [];
  for (const rows of [first, grown].filter(Boolean)) {
    await fillActions(owner, rows, say);
    const { rows: goals } = await owner.query(
      `SELECT id FROM goal WHERE key = 'reg-22-handlingsplan-2022:1' OR id = (SELECT goal_ids[1] FROM action WHERE NOT demo LIMIT 1)`,
    );
    const cases = {
      'a title': { title: 'Utbildning i FREDA för socialtjänsten' },
      'words in a third of all': { title: 'Rutin för våldsfrågor, utbildning och stöd till barn' },
      'everything filled in': {
        title: 'Utbildning i FREDA',
        kind: 'training',
        goal: goals.map(({ id }) => id).join(),
        municipality: '2281,2282,2283',
        targetGroup: 'exposed_women',
        form: 'intimate_partner',
        from: '2026-03-01',
        to: '2026-04-30',
      },
      'goals alone': { kind: 'training', goal: goals.map(({ id }) => id).join() },
    };
    for (const [name, query] of Object.entries(cases)) {
      const took = [];
      let found = 0;
      for (let n = 0; n < times; n++) {
        const from = performance.now();
        const answer = await fetch(`${api}/api/actions/neighbours?${new URLSearchParams(query)}`, {
          headers: { cookie },
        });
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        found = (await answer.json()).items.length;
        took.push(performance.now() - from);
      }
      table.push({
        actions: rows,
        case: name,
        found,
        'median ms': median(took).toFixed(0),
        'worst but two ms': took.toSorted((a, b) => b - a)[2].toFixed(0),
      });
      say(`${rows}, ${name}: ${median(took).toFixed(0)} ms`);
    }
  }
  console.table(table);
});
