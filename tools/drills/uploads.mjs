// Hostile files at an action: none brings the service down, none is seen by anybody who does not see the action, and whoever works honestly meanwhile is served.
import { anApi } from './parts/api.mjs';
import { action } from './parts/crowds.mjs';
import { openGround } from './parts/ground.mjs';
import { hostileKinds, hostileNames } from './parts/hostile-files.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';

await rehearse('uploads', async ({ small, times, after, check, figure }) => {
  const rounds = times(4, 1);
  const kinds = hostileKinds.filter((_, at) => !small || at % 4 === 0);
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'coordinator', key: 'municipality:2380' },
  ];
  const [sender, stranger] = await Promise.all(
    (await peopleOf(ground, 2, places)).map((person) => withToken(person, api.url)),
  );
  const own = JSON.parse(action({ title: 'Insats med filer', visibility: 'own' }));
  const { id } = (await ask(sender, api.url, 'POST', '/api/actions', own)).body;
  const send = async (name, bytes) => {
    const address = `/api/actions/${id}/attachments/files?name=${encodeURIComponent(name)}&accepted=author,unread,numbers`;
    const answer = await fetch(api.url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: sender.cookie, 'x-xsrf-token': sender.token },
      body: bytes,
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  };

  const waits = [];
  let going = true;
  const honest = (async () => {
    while (going) {
      const from = performance.now();
      const { status } = await ask(sender, api.url, 'GET', '/api/actions/overview');
      check(`an honest reader was answered ${status}`, status === 200);
      waits.push(performance.now() - from);
      await new Promise((next) => setTimeout(next, 50));
    }
  })();

  let sent = 0;
  let taken = 0;
  for (let round = 0; round < rounds; round++)
    for (const { name, make } of kinds) {
      const { status, body } = await send(name, make());
      sent += 1;
      taken += status === 201 ? 1 : 0;
      check(`${name} was answered ${status}`, status === 400 || status === 201);
      check(`${name} was refused without a code`, status === 201 || body?.issues?.[0]?.code?.startsWith('file.'));
    }
  for (const name of hostileNames) {
    const { status } = await send(name, Buffer.from('inte någon fil'));
    sent += 1;
    check(`the name ${JSON.stringify(name)} was answered ${status}`, status === 400);
  }
  going = false;
  await honest;
  check('the API process did not live through it', api.child.exitCode === null);

  const { items } = (await ask(sender, api.url, 'GET', `/api/actions/${id}/attachments`)).body;
  check(`${items.length} hang there of ${taken} taken`, items.length === taken);
  for (const item of items) {
    const at = `${api.url}/api/attachments/${item.id}/file`;
    const mine = await fetch(at, { headers: { cookie: sender.cookie } });
    const safe =
      mine.headers.get('content-disposition')?.startsWith('attachment') &&
      mine.headers.get('content-security-policy')?.includes('sandbox');
    check(`${item.title} goes out to be run`, safe && mine.headers.get('x-content-type-options') === 'nosniff');
    await mine.arrayBuffer();
    for (const headers of [{ cookie: stranger.cookie }, {}]) {
      const { status } = await fetch(at, { headers });
      check(`${item.title} was given to a stranger (${status})`, status === 404 || status === 401);
    }
  }
  figure(
    `${sent} hostile files: 0 × 5xx, ${taken} taken (${items.map(({ title }) => title).join(', ') || 'none'}), none seen by others`,
  );
  figure(`honest people's p95 meanwhile ${percentile(waits, 0.95).toFixed(0)} ms`);
});
