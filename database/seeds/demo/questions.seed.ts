// What the demo county could wonder: made up, and shown as demo. Days count from the day of the seed.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

interface DemoQuestion {
  title: string;
  text?: string;
  subject: string;
  law?: string;
  by: string;
  status: string;
  /** Days ago: when it was asked, and since when it stands as it does. */
  days: readonly [asked: number, since: number];
  visibility: 1 | 2;
  captured?: true;
  joined?: readonly string[];
  bundle?: string;
  reason?: string;
  reply?: string;
  /** Answers it, or why not. */
  verdict?: true | string;
}

const questions: readonly DemoQuestion[] = [
  {
    title: 'Vilken kommun betalar skyddat boende när kvinnan har flyttat under placeringen?',
    text: 'Vi har olika uppfattningar mellan kommunerna i länet och behöver en gemensam hållning.',
    subject: 'responsibility',
    law: 'social_services',
    by: 'municipality:2282',
    status: 'sent_national',
    days: [96, 61],
    visibility: 2,
    joined: ['municipality:2260', 'municipality:2283'],
    bundle: 'Kostnadsansvar vid skyddat boende',
  },
  {
    title: 'Vem svarar för resan till ett skyddat boende i en annan kommun?',
    subject: 'responsibility',
    law: 'social_services',
    by: 'municipality:2284',
    status: 'sent_national',
    days: [88, 61],
    visibility: 2,
    bundle: 'Kostnadsansvar vid skyddat boende',
  },
  {
    title: 'Får socialtjänsten lämna uppgifter till skolan om att ett barn bor på skyddat boende?',
    subject: 'confidentiality',
    law: 'secrecy',
    by: 'municipality:2281',
    status: 'sent_national',
    days: [40, 12],
    visibility: 2,
    joined: ['municipality:2282'],
    bundle: 'Skolgång och sekretess vid skyddat boende',
  },
  {
    title: 'Hur ska skolan hantera frånvaro när barnet har skyddade personuppgifter?',
    subject: 'children',
    law: 'protected_data',
    by: 'municipality:2280',
    status: 'sent_national',
    days: [35, 12],
    visibility: 1,
    captured: true,
    bundle: 'Skolgång och sekretess vid skyddat boende',
  },
  {
    title: 'Kan statsbidraget för våld i nära relationer användas till arbete med våldsutövare?',
    subject: 'funding',
    by: 'municipality:2260',
    status: 'answered',
    days: [50, 3],
    visibility: 2,
    joined: ['municipality:2282'],
    reply:
      'Demosvar: ja, om insatsen ingår i kommunens plan och redovisas i återrapporteringen. Länsstyrelsen har stämt av med den som fördelar bidraget.',
  },
  {
    title: 'Vilket bedömningsinstrument rekommenderas för barn som upplever våld?',
    subject: 'methods',
    by: 'municipality:2282',
    status: 'accepted',
    days: [120, 80],
    visibility: 2,
    reply: 'Demosvar: se kunskapsstödet om barn som upplever våld, och ta upp valet i länets metodnätverk.',
    verdict: true,
  },
  {
    title: 'Gäller kravet på samverkan även regionens vårdcentraler i privat regi?',
    subject: 'responsibility',
    law: 'health_care',
    by: 'region:22',
    status: 'reopened',
    days: [75, 5],
    visibility: 2,
    reply: 'Demosvar: kravet gäller regionen som vårdgivare.',
    verdict: 'Svaret säger inget om dem som drivs på avtal.',
  },
  {
    title: 'Hur räknas en insats som görs tillsammans av flera kommuner i statistiken?',
    subject: 'statistics',
    by: 'municipality:2282',
    status: 'received',
    days: [4, 4],
    visibility: 1,
  },
  {
    title: 'Får en kvinnojour få veta att en orosanmälan har gjorts?',
    subject: 'confidentiality',
    law: 'secrecy',
    by: 'demo:lyktan',
    status: 'in_progress',
    days: [20, 14],
    visibility: 1,
  },
  {
    title: 'Kan vi få en mall för upphandling av skyddat boende?',
    subject: 'procurement',
    by: 'municipality:2283',
    status: 'rejected',
    days: [60, 55],
    visibility: 1,
    reason: 'Mallen finns hos den som samordnar kommunernas upphandling. Länsstyrelsen upphandlar inte boende.',
  },
];

/** Whom each has been sent to, days ago; days until an answer is expected; and how it ended. */
const bundles = [
  {
    title: 'Kostnadsansvar vid skyddat boende',
    wording:
      'Hur fördelas kostnadsansvaret mellan kommuner när en person flyttar under en placering i skyddat boende?\n\nVem svarar för resan till boendet?',
    addresses: [
      { to: 'national:polismyndigheten', sent: 61, expected: -40, number: 'Demo 801-2026', notOurs: 54 },
      { to: 'national:socialstyrelsen', sent: 53, expected: -10, number: 'Demo 802-2026', notOurs: null },
    ],
  },
  {
    title: 'Skolgång och sekretess vid skyddat boende',
    wording:
      'Vilka uppgifter får socialtjänsten lämna till skolan när ett barn bor på skyddat boende, och hur bör frånvaro hanteras när barnet har skyddade personuppgifter?',
    addresses: [{ to: 'national:skolverket', sent: 12, expected: 30, number: 'Demo 815-2026', notOurs: null }],
  },
] as const;

const board = `(select id from organization where key = 'county_board:22')`;

export async function seedDemoQuestions(sql: Sql): Promise<void> {
  if ((await sql('select id from question where demo limit 1')).length > 0) return;
  for (const { title, wording, addresses } of bundles) {
    const [made] = await sql(
      `insert into question_bundle (board_id, county_codes, title, wording, status, recipient_ids, demo, changed_at)
       select ${board}, '{22}', $1, $2, 'sent', (select array_agg(id) from organization where key = any ($3::text[])), true, now() - make_interval(days => $4) returning id`,
      [title, wording, addresses.map(({ to }) => to), addresses[0].sent],
    );
    for (const { to, sent, expected, number, notOurs } of addresses)
      await sql(
        `insert into question_address (bundle_id, recipient_id, diarienummer, sent_on, expected_on, ended_on, outcome)
         select $1, id, $3, today() - $4::int, today() + $5::int, today() - $6::int, case when $6::int is not null then 'not_ours' end from organization where key = $2`,
        [made?.['id'], to, number, sent, expected, notOurs],
      );
  }
  for (const one of questions) {
    const [asked, since] = one.days;
    const [made] = await sql(
      `insert into question (organization_id, function_id, municipality_code, county_codes, title, text, subject, law_area, status, status_since, status_by, reason,
         handler_organization_id, asked_on, captured, joined_ids, visibility, bundle_id, demo, created_at, changed_at)
       select o.id, (select f.id from contact_function f where f.organization_id = o.id and f.demo and f.title = 'Kvinnofridssamordnare' and f.retired_on is null limit 1),
         (select code from municipality where 'municipality:' || code = o.key), '{22}', $2, $3, $4, $5, $6, today() - $8::int, ${board}, $9,
         case when $6 <> 'received' then ${board} end, today() - $7::int, $10, coalesce((select array_agg(id) from organization where key = any ($11::text[])), '{}'), $12,
         (select id from question_bundle where title = $13), true, now() - make_interval(days => $7), now() - make_interval(days => $8)
       from organization o where o.key = $1 returning id`,
      [
        one.by,
        one.title,
        one.text ?? '',
        one.subject,
        one.law ?? null,
        one.status,
        asked,
        since,
        one.reason ?? '',
        one.captured ?? false,
        one.joined ?? [],
        one.visibility,
        one.bundle ?? null,
      ],
    );
    await sql(
      `insert into question_join (question_id, organization_id, municipality_code, joined_on)
       select $1, o.id, (select code from municipality where 'municipality:' || code = o.key), today() - $3::int from organization o where o.key = any ($2::text[])`,
      [made?.['id'], one.joined ?? [], since],
    );
    await sql(
      `insert into question_bundle_item (bundle_id, question_id, place) select b.id, $1, (select count(*) from question_bundle_item i where i.bundle_id = b.id)
       from question_bundle b where b.title = $2`,
      [made?.['id'], one.bundle ?? null],
    );
    if (one.reply)
      await sql(
        `with said as (insert into question_reply (question_id, organization_id, source_id, text, received_on, recorded_at)
           values ($1, ${board}, ${board}, $2, today() - $3::int, now() - make_interval(days => $3)) returning id)
         insert into question_told (reply_id, question_id, organization_id, told_at, answers, because, judged_on)
         select said.id, $1, o, now(), case when o = q.organization_id then $4::boolean end, case when o = q.organization_id then $5 else '' end,
           case when o = q.organization_id and $4::boolean is not null then today() - $3::int end
         from said, question q, lateral (select q.organization_id union select unnest(q.joined_ids)) x (o) where q.id = $1`,
        [
          made?.['id'],
          one.reply,
          since,
          one.verdict === undefined ? null : one.verdict === true,
          typeof one.verdict === 'string' ? one.verdict : '',
        ],
      );
  }
  await sql(
    `insert into faq (organization_id, county_codes, reply_id, title, answer, source, source_on, subject, status, visibility, checked_on, demo)
     select ${board}, '{22}', r.id, 'Vilket bedömningsinstrument passar för barn som upplever våld?',
       'Demosvar: det finns inget enda instrument för alla åldrar. Utgå från kunskapsstödet om barn som upplever våld, och stäm av valet i länets metodnätverk.',
       'Länsstyrelsen Västernorrland', r.received_on, 'methods', 'published', 3, today() - 70, true
     from question_reply r join question q on q.id = r.question_id where q.demo and q.status = 'accepted' limit 1`,
  );
}
