// kill -9 of the API while people write: nothing acknowledged is lost, nothing is half done, nothing happens twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { halfApplied, lostOf } from './parts/traces.mjs';
import { startWriters } from './parts/writers.mjs';

await rehearse('kill-api', async ({ times, after, check, figure }) => {
  const kills = times(50, 3);
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'coordinator', key: 'municipality:2281' },
    { role: 'county_staff', key: 'county_board:22' },
  ];
  const people = await Promise.all((await peopleOf(ground, 8, places)).map((person) => withToken(person, api.url)));
  const goals = (
    await ground.sql(
      `select g.id from goal g join strategy s on s.id = g.strategy_id where s.status = 'adopted' order by g.key limit 2`,
    )
  ).map((row) => row.id);
  const writers = startWriters(people, () => api.url, goals);
  const back = [];
  for (let n = 0; n < kills; n++) {
    await sleep(300 + Math.random() * 900);
    await api.kill();
    back.push(await api.start());
  }
  await sleep(300);
  await writers.stop();
  const lost = await lostOf(ground, writers.acknowledged);
  const halves = await halfApplied(ground);
  figure(`${kills} kills, ${writers.count()} acknowledged writes, ${writers.broken()} connections broken or refused`);
  figure(`${lost.length} lost, ${halves.length} half-applied`);
  figure(`back after ${percentile(back, 0.5).toFixed(0)} ms (median), ${percentile(back, 1).toFixed(0)} ms (worst)`);
  check(`lost: ${lost.slice(0, 5).join(', ')}`, lost.length === 0);
  check(`half-applied: ${halves.join('; ')}`, halves.length === 0);
  check(`refused: ${[...new Set(writers.refused)].slice(0, 5).join(', ')}`, writers.refused.length === 0);
  check('no write was interrupted, so nothing was shown', writers.broken() > 0);
});
