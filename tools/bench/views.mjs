// The board and who does what where: how long each answer takes while the country's actions grow, one question at a time, beside the list's first page.
// `npm run bench -- views [rows] [rows after growth]`.
import { say } from '../system/progress.mjs';
import { againstFloor, median } from './parts/against-floor.mjs';
import { fillActions } from './parts/data.mjs';

const [first, grown] = [Number(process.argv[2]) || 100_000, Number(process.argv[3]) || 0];
const times = 20;
const cases = {
  'the list, newest first': '/api/actions',
  'the board': '/api/actions/board',
  'the board, one municipality': '/api/actions/board?municipality=2281',
  'the board, a common word': '/api/actions/board?q=utbildning',
  'who does what where, a county by party': '/api/actions/spread?by=owner',
  'who does what where, a county by goal': '/api/actions/spread?by=goal',
  'the map, a county and a goal': '/api/actions/spread?by=goal&status=ongoing',
};

await againstFloor(async ({ owner, api, cookie }) => {
  const table = [];
  for (const rows of [first, grown].filter(Boolean)) {
    await fillActions(owner, rows, say);
    for (const [name, path] of Object.entries(cases)) {
      const took = [];
      for (let n = 0; n < times; n++) {
        const from = performance.now();
        const answer = await fetch(api + path, { headers: { cookie } });
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        await answer.json();
        took.push(performance.now() - from);
      }
      table.push({
        actions: rows,
        case: name,
        'median ms': median(took).toFixed(0),
        'worst but one ms': took.toSorted((a, b) => b - a)[1].toFixed(0),
      });
      say(`${rows}, ${name}: ${median(took).toFixed(0)} ms`);
    }
  }
  console.table(table);
});
