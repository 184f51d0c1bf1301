// kill -9 of the worker while letters leave, invitations and a message to a group: every letter that was promised is delivered once, none twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi, timeUntil } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { outcomeOf, sendMessage } from './parts/message.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { ownWord } from './parts/words.mjs';

await rehearse('jobs', async ({ small, times, after, check, figure }) => {
  const kills = times(50, 2);
  const letters = small ? 60 : 500;
  const ground = await openGround({ after });
  const office = await anApi(ground, { after, env: { SAMVERKAN_JOBS: '0' } });
  const worker = await anApi(ground, { after });
  await Promise.all([office.start(), worker.start()]);
  const [person] = await peopleOf(ground, 1, [{ role: 'county_admin', key: 'county_board:22' }]);
  // Inviting asks for a fresh proof of who she is; a drill has no password to prove it with.
  await ground.sql(
    `update session set sess = jsonb_set(sess::jsonb, '{provedAt}', to_jsonb($1::bigint))::json where sess ->> 'userId' = $2`,
    [Date.now() + 3_600_000, person.userId],
  );
  const administrator = await withToken(person, office.url);

  const settled = async (message) => (await outcomeOf(ground, message)).waiting === 0 || (await sleep(20), false);
  if (!small) {
    const quiet = await sendMessage(ground, administrator, office.url, letters);
    const took = await timeUntil(() => settled(quiet), 120_000);
    const { sent } = await outcomeOf(ground, quiet);
    const seconds = (ms) => (ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`);
    figure(
      `a message of ${letters} letters answered in ${seconds(quiet.answeredMs)}, the last delivered ${seconds(took)} later`,
    );
    check(`of ${letters} letters ${sent} arrived, undisturbed`, sent === letters);
  }

  const promised = [];
  const refused = [];
  let going = true;
  const inviting = Promise.all(
    [1, 2, 3].map(async () => {
      while (going) {
        const email = `${ownWord()}@test.example`;
        const input = { email, organizationId: person.organizationId, role: 'county_staff', title: 'Övning' };
        const { status, body } = await ask(administrator, office.url, 'POST', '/api/invitations', input);
        if (status === 200) promised.push(email);
        else refused.push(`${status} ${body?.code}`);
        await sleep(10);
      }
    }),
  );
  inviting.catch(() => undefined);
  const message = await sendMessage(ground, administrator, office.url, letters);
  let begun = 0;
  for (let n = 0; n < kills; n++) {
    // The first is in the midst of the message's letters; the rest come when they come.
    if (n > 0) await sleep(200 + Math.random() * 800);
    else await timeUntil(async () => (await outcomeOf(ground, message)).sent > 0, 10_000);
    await worker.kill();
    if (n === 0) begun = (await outcomeOf(ground, message)).sent;
    await worker.start();
  }
  going = false;
  await inviting;

  const unfinished = async () =>
    (
      await ground.sql(
        `select count(*)::int as n from samverkan_jobs.job where name = 'mail.send' and state < 'completed'`,
      )
    )[0].n;
  const took = await timeUntil(async () => (await unfinished()) === 0 || (await sleep(200), false), 120_000);
  const delivered = new Map(
    (await ground.sql('select to_address as address, count(*)::int as n from demo_mail group by 1')).map((row) => [
      row.address,
      row.n,
    ]),
  );
  const [{ again }] = await ground.sql(
    `select count(*)::int as again from samverkan_jobs.job where name = 'mail.send' and retry_count > 0`,
  );
  const { sent, failed, arrived, doubled: twice } = await outcomeOf(ground, message);
  const lost = promised.filter((email) => !delivered.has(email));
  const doubled = promised.filter((email) => delivered.get(email) > 1);
  figure(`${kills} kills of the worker, ${promised.length} letters: ${lost.length} lost, ${doubled.length} doubled`);
  figure(`${again} taken up again, the last delivered ${((took ?? 120_000) / 1000).toFixed(1)} s after the last kill`);
  figure(
    `a message of ${letters}, the worker killed when ${begun} had left: ${letters - arrived} lost, ${twice} doubled, ${sent} told as sent`,
  );
  check(`the worker was killed when ${begun} of ${letters} letters had left`, begun > 0 && begun < letters);
  check(
    `of the message ${arrived} arrived, ${sent} are told as sent and ${failed} as failed`,
    arrived === letters && sent === letters,
  );
  check(`of the message ${twice} arrived twice`, twice === 0);
  check(`refused: ${[...new Set(refused)].join(', ')}`, refused.length === 0);
  check(`still waiting: ${await unfinished()}`, took !== undefined);
  check(`lost: ${lost.slice(0, 5).join(', ')}`, lost.length === 0);
  check(`doubled: ${doubled.slice(0, 5).join(', ')}`, doubled.length === 0);
});
