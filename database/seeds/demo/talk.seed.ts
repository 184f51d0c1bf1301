// What the demo county says of its actions, and what is to be done in them. Made up, as all of it.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const ida = 'ida.nordlund@demo.example';
const samir = 'samir.lund@demo.example';
const eva = 'eva.berglind@demo.example';
const maja = 'maja.ek@demo.example';

/** Who, as of which organisation, how many days ago, about what, and a function that is mentioned where `@` stands. */
const comments = [
  [
    eva,
    'county_board:22',
    34,
    'Barnahus Ådalen, förstudie',
    'Behöver förstudien något av oss innan den går till nämnderna?',
  ],
  [
    ida,
    'municipality:2282',
    33,
    'Barnahus Ådalen, förstudie',
    'Ja gärna: en bild av hur de andra barnahusen i landet delar på kostnaden.',
  ],
  [
    eva,
    'county_board:22',
    12,
    'Barnahus Ådalen, förstudie',
    'Den är på väg. Vi frågar länsstyrelserna i norr och återkommer före månadsskiftet.',
  ],
  [
    eva,
    'county_board:22',
    20,
    'Rutin mot hedersrelaterat våld i hela länet',
    'Utkastet till rutin är klart. Säg till om något inte går att följa hos er.',
  ],
  [
    ida,
    'municipality:2282',
    16,
    'Rutin mot hedersrelaterat våld i hela länet',
    'Hos oss saknas en väg in på kvällar och helger. Kan den stå som egen punkt?',
  ],
  [
    maja,
    'demo:lyktan',
    9,
    'Gemensam ingång till kvinnofridsstöd i Sundsvall',
    'Fler hittar hit sedan den gemensamma sidan kom. Telefontiden behöver bli längre.',
  ],
  [samir, 'municipality:2260', 5, 'Gemensam socialjour i Medelpad', 'Ånge kan ta två helger i månaden från februari.'],
] as const;

/** Whose task, in what, what is to be done, the day it is due from today, by which function, and the day it was done. */
const tasks = [
  [
    'municipality:2282',
    'Barnahus Ådalen, förstudie',
    'Sammanställ kostnaden för lokaler och personal',
    12,
    'Kvinnofridssamordnare',
    null,
  ],
  [
    'county_board:22',
    'Barnahus Ådalen, förstudie',
    'Fråga länsstyrelserna i norr hur kostnaden delas',
    5,
    'Utvecklingsledare mäns våld mot kvinnor',
    null,
  ],
  [
    'municipality:2282',
    'Barnahus Ådalen, förstudie',
    'Boka möte med Sollefteå och Härnösand',
    -20,
    'Kvinnofridssamordnare',
    -22,
  ],
  [
    'county_board:22',
    'Rutin mot hedersrelaterat våld i hela länet',
    'Lägg in en väg in på kvällar och helger',
    20,
    'Utvecklingsledare mäns våld mot kvinnor',
    null,
  ],
] as const;

export async function seedDemoTalk(sql: Sql): Promise<void> {
  const seeded = await sql('select 1 from action_comment c join action a on a.id = c.action_id where a.demo limit 1');
  if (seeded.length > 0) return;
  for (const [email, organization, ago, title, text] of comments)
    await sql(
      `insert into action_comment (action_id, text, organization_id, user_id, created_at)
       select a.id, $5, o.id, u.id, now() - make_interval(days => $3::int) from action a, organization o, app_user u
       where a.demo and a.title = $4 and o.key = $2 and u.email = $1`,
      [email, organization, ago, title, text],
    );
  for (const [organization, title, what, due, post, done] of tasks)
    await sql(
      `insert into action_task (action_id, title, organization_id, function_id, due_on, set_organization_id, set_by, set_at, outcome, ended_at, ended_by, ended_organization_id)
       select a.id, $3, o.id, f.id, today() + $4::int, a.owner_ids[1], u.id, now() - interval '40 days', case when $6::int is not null then 'done' end,
         now() + make_interval(days => $6::int), case when $6::int is not null then u.id end, case when $6::int is not null then o.id end
       from action a join organization o on o.key = $1 join contact_function f on f.organization_id = o.id and f.title = $5
         join app_user u on u.email = case $1 when 'county_board:22' then '${eva}' else '${ida}' end
       where a.demo and a.title = $2`,
      [organization, title, what, due, post, done],
    );
}
