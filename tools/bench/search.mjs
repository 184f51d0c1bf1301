// One box over everything: how long an answer takes at 100,000 actions and 20,000 functions, one question at a time.
// `npm run bench -- search [actions] [functions]`.
import { say } from '../system/progress.mjs';
import { againstFloor, median } from './parts/against-floor.mjs';
import { fillContacts } from './parts/contacts.mjs';
import { fillActions } from './parts/data.mjs';

const [actions, functions] = [Number(process.argv[2]) || 100_000, Number(process.argv[3]) || 20_000];
const [unmeasured, times] = [6, 10];
const questions = {
  'a word that every sixth has': 'utbildning',
  'a number that one in a hundred has': '77',
  'a word of everything': 'våld',
  'a municipality': 'Kramfors',
  'a name that was': 'landstinget västernorrland',
  'a post': 'samordnare',
  'small words among others': 'mäns våld mot kvinnor',
  'begun and misspelt': 'utbildnig i freda',
  'misspelt, what every sixth has': 'utbldning',
  'the same, letters that changed places': 'utbildnign',
  'misspelt, words together': 'utbildnign i frdea',
  'misspelt, a compound of it that nothing has': 'utbldningsdag',
  'misspelt, what few have': 'Kramfosr',
  'nothing at all': 'xyzzy',
};

await againstFloor(async ({ owner, api, cookie }) => {
  await fillActions(owner, actions, say);
  await fillContacts(owner, functions, say);
  const table = [];
  for (const [name, q] of Object.entries(questions)) {
    const took = [];
    let answer;
    for (let n = 0; n < unmeasured + times; n++) {
      const from = performance.now();
      const response = await fetch(`${api}/api/search?q=${encodeURIComponent(q)}`, { headers: { cookie } });
      if (response.status !== 200) throw new Error(`${name}: ${response.status} ${await response.text()}`);
      answer = await response.json();
      if (n >= unmeasured) took.push(performance.now() - from);
    }
    table.push({
      question: name,
      'median ms': median(took).toFixed(0),
      'worst ms': Math.max(...took).toFixed(0),
      nearly: answer.nearly,
      hits: answer.groups.map(({ group, total, capped }) => `${group} ${total}${capped ? '+' : ''}`).join(', '),
    });
    say(`${name}: ${median(took).toFixed(0)} ms`);
  }
  console.table(table);
});
