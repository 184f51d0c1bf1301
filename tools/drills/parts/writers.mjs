// People who write without pause, as the portal does: one key for each deed, and the same deed again until it is answered.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './people.mjs';
import { ownWord } from './words.mjs';

/** Starts `people` writing to `url()`; `stop()` lets each finish its deed and gives what was acknowledged and what was refused. */
export function startWriters(people, url, goalIds, { pauseMs = 0 } = {}) {
  const acknowledged = { actions: new Set(), updates: new Set(), changes: new Set() };
  const refused = [];
  const waits = [];
  let going = true;
  let broken = 0;
  let turnedAway = 0;

  const deed = async (person, method, path, body, headers) => {
    const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    const from = performance.now();
    for (;;) {
      try {
        const answer = await ask(person, url(), method, path, body, { ...headers, ...key });
        if (answer.status !== 503 && answer.status !== 502) {
          waits.push(performance.now() - from);
          if (answer.status >= 400) refused.push(`${method} ${path} ${answer.status} ${answer.body?.code}`);
          return answer;
        }
        turnedAway += 1;
      } catch {
        broken += 1;
      }
      if (performance.now() - from > 60_000) throw new Error(`${method} ${path} was not answered within a minute.`);
      await sleep(20);
    }
  };

  const write = async (person) => {
    for (let n = 0; going; n++) {
      const title = `Övning ${ownWord()}`;
      const logged = await deed(person, 'POST', '/api/actions', {
        title,
        kind: 'other',
        status: 'planned',
        visibility: 'county',
        goalIds,
        municipalityCodes: ['2282'],
      });
      if (logged.status !== 201) continue;
      const { id } = logged.body;
      acknowledged.actions.add(id);
      const done = `Övning ${ownWord()}`;
      if ((await deed(person, 'POST', `/api/actions/${id}/updates`, { happenedOn: '2026-01-15', done })).status === 201)
        acknowledged.updates.add(done);
      const description = `Övning ${ownWord()}`;
      if ((await deed(person, 'PATCH', `/api/actions/${id}`, { description }, { 'if-match': '"1"' })).status === 200)
        acknowledged.changes.add(description);
      await deed(person, 'POST', `/api/actions/${id}/start`, {});
      if (pauseMs > 0) await sleep(pauseMs);
    }
  };

  const work = Promise.all(people.map(write));
  work.catch(() => undefined);
  return {
    acknowledged,
    refused,
    waits,
    /** Connections that broke or were refused. */
    broken: () => broken,
    /** Answers that said to come back later. */
    turnedAway: () => turnedAway,
    count: () => acknowledged.actions.size + acknowledged.updates.size + acknowledged.changes.size,
    async stop() {
      going = false;
      await work;
    },
  };
}
