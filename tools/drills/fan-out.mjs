// kill -9 of the worker while an answer is told to 290 who asked: each is told, none twice; undisturbed within two seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi, timeUntil } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';

/** Somebody with an address in each of so many municipalities. */
const crowd = `
  with places as (select o.id, o.key from organization o where o.kind = 'municipality' order by o.key limit $1),
    made as (insert into app_user (email, name) select replace(key, ':', '-') || '@asks.example', 'Övning' from places on conflict do nothing returning id, email)
  insert into membership (user_id, organization_id, role, title, valid_from, attested_on)
    select m.id, p.id, 'coordinator', 'Övning', today() - 1, today() from made m join places p on m.email = replace(p.key, ':', '-') || '@asks.example'`;

/** A question of the first of them that all the others have joined. */
const asked = `
  with places as (select o.id, row_number() over (order by o.key) as n from organization o where o.kind = 'municipality' order by o.key limit $1),
    made as (insert into question (organization_id, county_codes, title, subject, visibility, joined_ids)
      select (select id from places where n = 1), '{22}', 'Vad gäller?', 'other', 2, (select array_agg(id) from places where n > 1) returning id),
    joined as (insert into question_join (question_id, organization_id) select made.id, places.id from made, places where n > 1)
  select id from made`;

await rehearse('fan-out', async ({ small, after, check, figure }) => {
  const many = small ? 90 : 290;
  const ground = await openGround({ after });
  const office = await anApi(ground, { after, env: { SAMVERKAN_JOBS: '0' } });
  const worker = await anApi(ground, { after });
  await Promise.all([office.start(), worker.start()]);
  const [person] = await peopleOf(ground, 1, [{ role: 'county_staff', key: 'county_board:22' }]);
  const staff = await withToken(person, office.url);
  await ground.sql(crowd, [many]);
  const one = async () => (await ground.sql(asked, [many]))[0].id;
  const answer = (id) =>
    ask(staff, office.url, 'POST', `/api/questions/${id}/answer`, {
      text: 'Det här gäller.',
      receivedOn: '2026-11-01',
    });
  const toldOf = async (id) =>
    (
      await ground.sql(
        'select count(told_at)::int as told, count(*)::int as of from question_told where question_id = $1',
        [id],
      )
    )[0];
  const whole = (id) => async () => (await toldOf(id)).told === many || (await sleep(10), false);

  const quiet = await one();
  const from = performance.now();
  const { status } = await answer(quiet);
  check(`the answer was refused: ${status}`, status === 200);
  await timeUntil(whole(quiet), 60_000);
  const took = performance.now() - from;
  figure(`an answer told to ${many} in ${(took / 1000).toFixed(2)} s from the press`);
  check(`it took ${Math.round(took)} ms`, small || took <= 2000);

  const disturbed = await one();
  await worker.kill();
  await answer(disturbed);
  await worker.start();
  const begun = await timeUntil(async () => (await toldOf(disturbed)).told > 0 || (await sleep(2), false), 60_000);
  await worker.kill();
  const when = (await toldOf(disturbed)).told;
  await worker.start();
  const ended = await timeUntil(whole(disturbed), 120_000);
  const { told, of } = await toldOf(disturbed);
  const waiting = async () =>
    (
      await ground.sql(
        `select count(*)::int as n from samverkan_jobs.job where name = 'mail.send' and state < 'completed'`,
      )
    )[0].n;
  await timeUntil(async () => (await waiting()) === 0 || (await sleep(200), false), 120_000);
  const letters = await ground.sql(
    `select to_address as address, count(*)::int as n from demo_mail where to_address like '%@asks.example' and link like $1 group by 1`,
    [`%${disturbed}`],
  );
  const twice = letters.filter(({ n }) => n > 1).length;
  figure(
    `the worker killed when ${when} of ${many} had been told: ${told} of ${of} told, ${letters.length} letters, ${twice} doubled`,
  );
  check('telling never began', begun !== undefined);
  check(`${told} of ${many} were told`, ended !== undefined && told === many && of === many);
  check(`${letters.length} of ${many} got a letter`, letters.length === many);
  check(`${twice} got two`, twice === 0);
});
