// What the demo county could learn from: made up, and shown as demo. Days count from the day of the seed.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

interface DemoSession {
  day: number;
  lastDay?: number;
  hours: readonly [from: string, to: string];
  place: string;
  seats?: number;
  quotas?: Readonly<Record<string, number>>;
  /** Municipality and profession of each who has registered, in the order they came; more than there are seats for wait. */
  comers?: readonly (readonly [municipality: string, profession: string])[];
}

interface DemoTraining {
  kind: 'web_course' | 'web_support' | 'conference' | 'training_day' | 'campaign';
  title: string;
  description: string;
  subject: string;
  hosts: readonly string[];
  professions: readonly string[];
  status: 'draft' | 'open' | 'held';
  /** Anybody may know of it; else those who have signed in. */
  public?: true;
  link?: string;
  reach?: readonly [of: number, about: boolean, source: string];
  sessions?: readonly DemoSession[];
  /** The steps of guidance, or a campaign's kit. */
  steps?: readonly string[];
  /** Municipalities that have joined, or how many steps each has done. */
  uptake?: Readonly<Record<string, number>>;
  /** Municipality, profession and how many. */
  counts?: readonly (readonly [municipality: string, profession: string, count: number])[];
}

const board = 'county_board:22';
const five = ['2280', '2281', '2283', '2284', '2260'] as const;

const trainings: readonly DemoTraining[] = [
  {
    kind: 'training_day',
    title: 'Att fråga om våld i socialtjänsten',
    description:
      'En dag med övning i att ställa frågor om våld på rutin, och i vad som händer efter ett ja. Läs kommunens egen rutin innan.',
    subject: 'Frågor om våld på rutin',
    hosts: [board, 'municipality:2282'],
    professions: ['social_workers', 'managers'],
    status: 'open',
    public: true,
    reach: [40, true, 'Demo: kommunernas uppskattning av hur många som möter vuxna i utredning'],
    sessions: [
      {
        day: 24,
        hours: ['09:00', '16:00'],
        place: 'Kommunhuset, Kramfors',
        seats: 6,
        quotas: { '2282': 2 },
        comers: [
          ['2282', 'social_workers'],
          ['2280', 'social_workers'],
          ['2281', 'managers'],
          ['2283', 'social_workers'],
          ['2284', 'social_workers'],
          ['2260', 'social_workers'],
          ['2281', 'social_workers'],
          ['2282', 'managers'],
        ],
      },
      { day: 52, hours: ['09:00', '16:00'], place: 'Digitalt', seats: 60 },
    ],
  },
  {
    kind: 'conference',
    title: 'Länskonferens om våld i nära relationer',
    description:
      'Två halvdagar för alla som arbetar med frågan i länet, med exempel från kommuner och ideella föreningar.',
    subject: 'Samverkan i länet',
    hosts: [board, 'region:22'],
    professions: [],
    status: 'open',
    public: true,
    sessions: [{ day: 75, lastDay: 76, hours: ['13:00', '12:00'], place: 'Härnösand', seats: 200 }],
  },
  {
    kind: 'training_day',
    title: 'Barn som upplever våld: första samtalet',
    description: 'Genomförd i våras. Material finns hos den som håller utbildningen.',
    subject: 'Barn som upplever våld',
    hosts: [board],
    professions: ['social_workers', 'school_staff'],
    status: 'held',
    reach: [90, false, 'Demo: antalet anställda enligt kommunernas egna uppgifter'],
    sessions: [{ day: -200, hours: ['09:00', '15:00'], place: 'Sundsvall', seats: 80 }],
    counts: [
      ['2281', 'social_workers', 18],
      ['2281', 'school_staff', 9],
      ['2282', 'social_workers', 7],
      ['2282', 'school_staff', 3],
      ['2283', 'social_workers', 8],
      ['2283', 'school_staff', 6],
      ['2284', 'social_workers', 12],
      ['2284', 'school_staff', 5],
    ],
  },
  {
    kind: 'web_course',
    title: 'Webbutbildning: grundkurs om våld i nära relationer',
    description: 'Tre timmar i egen takt. Antalet som har gått klart läses in två gånger om året.',
    subject: 'Grundkunskap',
    hosts: [board],
    professions: [],
    status: 'open',
    public: true,
    link: 'https://example.org/webbutbildning',
    reach: [1200, true, 'Demo: alla som möter vuxna och barn i kommunernas individ- och familjeomsorg'],
    counts: [...five, '2262', '2282'].flatMap((municipality, at) => [
      [municipality, 'social_workers', 12 + 5 * at] as const,
      [municipality, 'health_care', 6 + 3 * at] as const,
      [municipality, 'school_staff', 2 + 4 * at] as const,
    ]),
  },
  {
    kind: 'web_support',
    title: 'Webbstöd: så tar vi fram en rutin',
    description: 'Ett stöd i fem steg för den kommun som ska skriva eller skriva om sin rutin.',
    subject: 'Rutiner',
    hosts: [board],
    professions: [],
    status: 'open',
    public: true,
    link: 'https://example.org/webbstod',
    steps: [
      'Läs länets mall',
      'Gå igenom hur det är i dag',
      'Skriv rutinen tillsammans',
      'Besluta i nämnden',
      'Följ upp efter ett år',
    ],
    uptake: { '2280': 5, '2281': 4, '2282': 2, '2283': 2, '2284': 3 },
  },
  {
    kind: 'campaign',
    title: 'En vecka fri från våld',
    description: 'Länets gemensamma vecka. Här finns affischer, texter och exempel att använda i den egna kommunen.',
    subject: 'Förebyggande arbete',
    hosts: [board, 'municipality:2282', 'municipality:2283'],
    professions: [],
    status: 'open',
    public: true,
    link: 'https://example.org/kampanj',
    steps: ['Affischer i tre format', 'Texter till webb och sociala medier', 'Förslag på aktiviteter'],
    uptake: { '2281': 0, '2282': 0, '2283': 0, '2260': 0 },
    sessions: [{ day: 110, lastDay: 116, hours: ['08:00', '17:00'], place: 'Hela länet' }],
  },
];

export async function seedDemoTrainings(sql: Sql): Promise<void> {
  if ((await sql('select id from offer where demo limit 1')).length > 0) return;
  for (const {
    kind,
    title,
    description,
    subject,
    hosts,
    professions,
    status,
    link = '',
    reach,
    ...rest
  } of trainings) {
    const [made] = await sql(
      `insert into offer (organization_id, host_ids, county_codes, kind, title, description, subject, professions, status, visibility, link, reach_of, reach_about, reach_source,
         function_id, demo)
       select b.id, (select array_agg(o.id order by o.id <> b.id, o.key) from organization o where o.key = any ($1::text[])), '{22}', $2, $3, $4, $5,
         (select coalesce(array_agg(t.code order by t.place), '{}') from term t where t.vocabulary = 'profession' and t.code = any ($6::text[])), $7, $13, $8, $9, $10, $11,
         (select f.id from contact_function f where f.organization_id = b.id and f.retired_on is null order by f.title limit 1), true
       from organization b where b.key = $12 returning id`,
      [
        hosts,
        kind,
        title,
        description,
        subject,
        professions,
        status,
        link,
        reach?.[0] ?? null,
        reach?.[1] ?? false,
        reach?.[2] ?? '',
        board,
        rest.public ? 4 : 3,
      ],
    );
    let session: unknown = null;
    for (const one of rest.sessions ?? []) session = await seedSession(sql, made?.['id'], one);
    for (const [place, step] of (rest.steps ?? []).entries())
      await sql('insert into offer_step (offer_id, place, title) values ($1, $2, $3)', [made?.['id'], place, step]);
    for (const [municipality, done] of Object.entries(rest.uptake ?? {}))
      await sql(
        `insert into offer_uptake (offer_id, step_id, municipality_code, day)
         select $1::uuid, null::uuid, $2::text, today() - 20 where $3::int = 0
         union all select $1::uuid, s.id, $2::text, today() - 20 from offer_step s where s.offer_id = $1::uuid and s.place < $3::int`,
        [made?.['id'], municipality, done],
      );
    for (const [municipality, profession, count] of rest.counts ?? [])
      await sql(
        `insert into offer_reach (offer_id, session_id, source, profession, municipality_code, count) values ($1, $2, 'entered', $3, $4, $5)`,
        [made?.['id'], session, profession, municipality, count],
      );
  }
}

async function seedSession(sql: Sql, offer: unknown, one: DemoSession): Promise<unknown> {
  const [made] = await sql(
    `insert into offer_session (offer_id, day, last_day, from_time, to_time, place, seats, register_by)
     values ($1, today() + $2::int, today() + $3::int, $4, $5, $6, $7, case when $7::int is not null and $2::int > 0 then today() + $2::int - 7 end) returning id`,
    [offer, one.day, one.lastDay ?? null, ...one.hours, one.place, one.seats ?? null],
  );
  for (const [municipality, seats] of Object.entries(one.quotas ?? {}))
    await sql('insert into offer_quota (session_id, municipality_code, seats) values ($1, $2, $3)', [
      made?.['id'],
      municipality,
      seats,
    ]);
  for (const [at, [municipality, profession]] of (one.comers ?? []).entries())
    await sql(
      `insert into offer_registration (session_id, name, email, organization, municipality_code, profession, state, arrived_at, seated_at)
       select $1, 'Demodeltagare ' || $2, 'deltagare' || $2 || '@demo.example', 'Socialtjänsten, ' || m.name, m.code, $4, case when s.seated then 'registered' else 'waiting' end,
         now() - interval '9 days' + $2::int * interval '1 hour', case when s.seated then now() - interval '9 days' + $2::int * interval '1 hour' end
       from municipality m, lateral (select offer_pool_room($1, m.code) as seated) s where m.code = $3`,
      [made?.['id'], at + 1, municipality, profession],
    );
  return made?.['id'];
}
