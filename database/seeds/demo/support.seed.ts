// What support the demo county could ask for: made up, and shown as demo. Days count from the day of the seed.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

interface DemoSupport {
  title: string;
  text?: string;
  subject: string;
  professions: readonly string[];
  count?: number;
  form: string;
  urgency: string;
  by: string;
  status: string;
  /** Days ago: when it was asked for, and since when it stands as it does. */
  days: readonly [asked: number, since: number];
  captured?: true;
  /** Days from now. */
  due?: number;
  proposal?: string;
  outcome?: string;
  /** Days from now until the effect is asked for; and how many days ago it was. */
  effectDue?: number;
  effectAsked?: number;
  effect?: readonly [answer: string, words: string, mayTell: boolean];
  reason?: string;
  said?: readonly (readonly [by: 'asker' | 'board', text: string])[];
}

const requests: readonly DemoSupport[] = [
  {
    title: 'Handledning i att fråga om våld på ekonomiskt bistånd',
    text: 'Enheten har gått grundutbildningen, men frågan ställs sällan. Vi vill komma i gång och hålla i.',
    subject: 'methods',
    professions: ['social_workers'],
    count: 14,
    form: 'supervision',
    urgency: 'soon',
    by: 'municipality:2282',
    status: 'received',
    days: [3, 3],
  },
  {
    title: 'Utbildning om barn som upplever våld för förskolans personal',
    subject: 'children',
    professions: ['preschool_staff'],
    count: 60,
    form: 'training',
    urgency: 'quarter',
    by: 'municipality:2283',
    status: 'in_progress',
    days: [24, 18],
    captured: true,
    due: -4,
    said: [
      ['board', 'Demo: vilka veckor i vår passar er bäst?'],
      ['asker', 'Demo: vecka 10 till 14, gärna på eftermiddagar.'],
    ],
  },
  {
    title: 'Processtöd när rutinen för riskbedömning ska införas',
    subject: 'risk',
    professions: ['social_workers'],
    form: 'process',
    urgency: 'quarter',
    by: 'municipality:2260',
    status: 'proposed',
    days: [31, 6],
    due: 60,
    proposal: 'Demo: tre möten med arbetsgruppen, ett i månaden, och ett gemensamt möte med polisregionen.',
  },
  {
    title: 'Råd om samtal med våldsutövare i öppenvården',
    subject: 'perpetrators',
    professions: ['health_care'],
    count: 6,
    form: 'advice',
    urgency: 'quarter',
    by: 'region:22',
    status: 'agreed',
    days: [40, 10],
    due: 25,
    proposal: 'Demo: två samtal med den som leder länets nätverk för arbete med våldsutövare.',
  },
  {
    title: 'Material om hedersrelaterat våld för elevhälsan',
    subject: 'honour',
    professions: ['school_staff'],
    form: 'material',
    urgency: 'later',
    by: 'municipality:2260',
    status: 'closed',
    days: [150, 95],
    outcome: 'Demo: elevhälsan fick ett samlat material och en genomgång av det.',
    effectDue: -3,
    effectAsked: 3,
  },
  {
    title: 'Handledning för jourens volontärer',
    subject: 'methods',
    professions: [],
    count: 9,
    form: 'supervision',
    urgency: 'quarter',
    by: 'demo:lyktan',
    status: 'closed',
    days: [200, 135],
    outcome: 'Demo: fyra handledningstillfällen under hösten.',
    effectDue: -43,
    effectAsked: 43,
  },
  {
    title: 'Handledning i att ställa frågor om våld inom socialtjänsten',
    text: 'Nyanställda saknar vana och frågan ställs olika.',
    subject: 'methods',
    professions: ['social_workers'],
    count: 22,
    form: 'supervision',
    urgency: 'quarter',
    by: 'municipality:2281',
    status: 'done',
    days: [260, 60],
    outcome: 'Demo: fem tillfällen med extern handledare, och en mall för hur frågan ställs.',
    effect: ['yes', 'Demo: frågan ställs nu i alla nybesök.', true],
  },
  {
    title: 'Upphandling av skyddat boende',
    subject: 'procurement',
    professions: [],
    form: 'advice',
    urgency: 'later',
    by: 'municipality:2284',
    status: 'declined',
    days: [70, 66],
    reason: 'Länsstyrelsen upphandlar inte boende. Den som samordnar kommunernas upphandling kan hjälpa er.',
  },
];

const board = `(select id from organization where key = 'county_board:22')`;

export async function seedDemoSupport(sql: Sql): Promise<void> {
  if ((await sql('select id from support_request where demo limit 1')).length > 0) return;
  for (const one of requests) {
    const [asked, since] = one.days;
    const [effect, words, mayTell] = one.effect ?? [null, '', false];
    const [made] = await sql(
      `insert into support_request (organization_id, function_id, municipality_code, county_codes, title, text, subject, professions, staff_count, form, urgency, status, status_since, status_by,
         handler_organization_id, asked_on, captured, due_on, proposal, outcome, closed_on, effect_due_on, effect_asked_on, effect, effect_words, may_tell, reason, demo, created_at, changed_at)
       select o.id, (select f.id from contact_function f where f.organization_id = o.id and f.demo and f.title = 'Kvinnofridssamordnare' and f.retired_on is null limit 1),
         (select code from municipality where 'municipality:' || code = o.key), '{22}', $2, $3, $4, array(select t.code from term t where t.vocabulary = 'profession' and t.code = any ($5::text[])), $6, $7, $8, $9,
         today() - $11::int, ${board}, case when $9 not in ('received', 'declined') then ${board} end, today() - $10::int, $12, today() + $13::int, $14, $15,
         case when $15 <> '' then today() - $11::int end, today() + $16::int, today() - $17::int, $18, $19, $20, $21, true, now() - make_interval(days => $10), now() - make_interval(days => $11)
       from organization o where o.key = $1 returning id`,
      [
        one.by,
        one.title,
        one.text ?? '',
        one.subject,
        one.professions,
        one.count ?? null,
        one.form,
        one.urgency,
        one.status,
        asked,
        since,
        one.captured ?? false,
        one.due ?? null,
        one.proposal ?? '',
        one.outcome ?? '',
        one.effectDue ?? null,
        one.effectAsked ?? null,
        effect,
        words,
        mayTell,
        one.reason ?? '',
      ],
    );
    for (const [at, [by, text]] of (one.said ?? []).entries())
      await sql(
        `insert into support_message (request_id, organization_id, text, written_at)
         select r.id, case when $2 = 'board' then ${board} else r.organization_id end, $3, now() - make_interval(days => $4::int - $5::int) from support_request r where r.id = $1`,
        [made?.['id'], by, text, since, at],
      );
  }
  await sql(
    `insert into support_inquiry (county_code, municipality_code, workplace, title, text, form, urgency, reply_to, language, received_at, confirmed_at)
     values ('22', '2260', 'Enhetschef, vuxenheten', 'Att upptäcka våld hos äldre', 'Vi möter fler äldre i hemtjänsten och saknar rutiner för att fråga.',
       'training', 'quarter', 'vuxenheten@kommun.example', 'sv', now() - interval '2 days', now() - interval '2 days')`,
  );
}
