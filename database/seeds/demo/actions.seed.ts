// The sample actions as a living county: owners, partners, goals of the county's own plan, drafts that stay hidden, and lines that were written.
import type { TermCode } from '@samverkan/vocabularies/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { visibilityLevel } from '@samverkan/shared/contract';
import samples from './sample-actions.json';
import { updatesFor } from './updates';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
type Sample = (typeof samples)[number];

/** Samples named for a kind of organisation get one of the made-up ones. */
const standIns: Record<string, string> = {
  'Tjejjour (fiktiv typorganisation)': 'Tjejjouren Fyren',
  'Kvinnojour (fiktiv typorganisation)': 'Kvinnojouren Lyktan',
  'Brottsofferjour (fiktiv typorganisation)': 'Brottsofferjouren Höga kusten',
  'Idrottsrörelse (fiktiv typorganisation)': 'Idrottsalliansen i Västernorrland',
  'Hbtqi-organisation (fiktiv typorganisation)': 'Regnbågen Mitt',
  'Pensionärsorganisation (fiktiv typorganisation)': 'Pensionärsföreningen Norrsken',
  Kvinnojour: 'Kvinnojouren Lyktan',
  Brottsofferjour: 'Brottsofferjouren Höga kusten',
  Idrottsrörelse: 'Idrottsalliansen i Västernorrland',
};

const drafts = new Set(['act-006', 'act-010', 'act-017', 'act-027', 'act-036', 'act-044']);
const shown: Partial<Record<string, Visibility>> = {
  'act-005': 'participants',
  'act-012': 'participants',
  'act-041': 'participants',
  'act-045': 'participants',
  'act-049': 'participants',
  'act-001': 'members',
  'act-013': 'members',
  'act-028': 'members',
  'act-034': 'members',
  'act-043': 'members',
  'act-061': 'members',
  'act-054': 'members',
  'act-030': 'public',
  'act-031': 'public',
  'act-032': 'public',
  'act-037': 'public',
  'act-052': 'public',
  'act-053': 'public',
  'act-016': 'public',
};

const statuses: Record<string, string> = {
  in_progress: 'ongoing',
  completed: 'completed',
  planned: 'planned',
  paused: 'paused',
  cancelled: 'cancelled',
};

const matching = <T extends string>(rules: readonly (readonly [RegExp, T])[], text: string): T[] => [
  ...new Set(rules.filter(([pattern]) => pattern.test(text)).map(([, code]) => code)),
];

const kinds: readonly (readonly [RegExp, TermCode])[] = [
  [/utbild|kunskapsdag|chefer i hem|handledning/i, 'training'],
  [/rutin|checklista|avtal|skyddsplan/i, 'routine'],
  [/metod|program mot|riskbedöm|traumabehandl/i, 'method_introduction'],
  [/kampanj|stopp|killsnack|huskurage/i, 'campaign'],
  [/nätverk|samordnare|koordinator|gemensam/i, 'network'],
  [/förstudie|förberedelse|granskning|lägesbild|uppföljning/i, 'project'],
  [/stöd|mottagning|jour|chatt|boende|samtal/i, 'support'],
];
const groups: readonly (readonly [RegExp, TermCode])[] = [
  [/barn(?!morsk|avård)|barnahus/i, 'exposed_children'],
  [/äldre|hemtjänst|pensionär/i, 'elderly'],
  [/hbtqi/i, 'lgbtqi'],
  [/heder/i, 'honour_exposed'],
  [/prostitution|människohandel/i, 'prostitution_exposed'],
  [/utövar|kriscentrum för män|frivård|kontaktförbud|program mot/i, 'perpetrators'],
  [/unga|elev|skol|fritids|högstadiet|prao/i, 'young_people'],
  [/personal|utbild|handled|chefer|rutin|checklista/i, 'professionals'],
  [/grannar|information|huskurage|idrott/i, 'general_public'],
  [/kvinn|utsatt|patient|gravida|brottsoffer|målsägande/i, 'exposed_women'],
];
const forms: readonly (readonly [RegExp, TermCode])[] = [
  [/heder/i, 'honour'],
  [/sexual|sexuell|spårsäkring/i, 'sexual'],
  [/ekonomisk/i, 'economic'],
  [/digital|nätet|chatt|mobil/i, 'digital'],
  [/prostitution|människohandel/i, 'prostitution_trafficking'],
  [/./, 'intimate_partner'],
];
const phases: readonly (readonly [RegExp, TermCode])[] = [
  [/förebygg|mentor|killsnack|föräldrastöd|prao|idrott/i, 'prevent'],
  [/fråga|upptäck|uppmärksam|läges|statistik/i, 'detect'],
  [/skydd|riskbedöm|kontaktförbud/i, 'protect'],
  [/stöd|boende|mottagning|behandling/i, 'support'],
  [/bevis|förhör|utred|rättssal|lagför/i, 'prosecute'],
  [/program mot|frivård|utövar/i, 'prevent_relapse'],
];

function facts(sample: Sample) {
  const text = `${sample.title} ${sample.description}`;
  const draft = drafts.has(sample.id);
  const names = sample.partners.flatMap((name) => (name === 'Samtliga kommuner' ? [] : [standIns[name] ?? name]));
  return {
    key: sample.id,
    title: sample.title,
    description: sample.description,
    kind: matching(kinds, sample.title)[0] ?? matching(kinds, text)[0] ?? 'other',
    status: draft ? 'draft' : (statuses[sample.status] ?? 'planned'),
    pausedFrom: sample.status === 'paused' ? 'ongoing' : null,
    cancelReason: sample.status === 'cancelled' ? 'Ersätts av den gemensamma lägesbilden.' : null,
    startsOn: sample.startDate,
    endsOn: sample.dueDate,
    visibility: visibilityLevel(draft ? 'own' : (shown[sample.id] ?? 'county')),
    responsibleFunction: sample.contact.function,
    targetGroups: matching(groups, text).slice(0, 4),
    forms: matching(forms, text).slice(0, 3),
    phases: matching(phases, text).slice(0, 3),
    municipalityCodes: sample.municipalityCodes,
    owner: standIns[sample.leadOrganisation] ?? sample.leadOrganisation,
    partners: names,
    goals: sample.goalIds.flatMap((goal) =>
      goal.startsWith('nat-') ? [goal, `reg-22-handlingsplan-2022:${goal.slice(4)}`] : [goal],
    ),
    updates: draft ? [] : updatesFor(sample),
  };
}

export async function seedDemoActions(sql: Sql): Promise<void> {
  const seeded = await sql('select 1 from action where demo limit 1');
  if (seeded.length > 0) return;
  const all = JSON.stringify(samples.map(facts));
  await sql(insertActions, [all]);
  await sql(insertUpdates, [all]);
  await sql(insertTraces, []);
}

const insertActions = `
  insert into action (title, description, kind, status, status_since, paused_from, cancel_reason, starts_on, ends_on, visibility, responsible_function,
    target_groups, forms, phases, municipality_codes, county_codes, owner_ids, partner_ids, partner_names, goal_ids, demo, created_by, created_at, changed_at)
  select f.title, f.description, f.kind, f.status,
    case f.status when 'completed' then f."endsOn" when 'cancelled' then f."endsOn" when 'paused' then greatest(f."startsOn", date '2026-09-30') when 'ongoing' then f."startsOn" else date '2026-10-01' end,
    f."pausedFrom", f."cancelReason", f."startsOn", f."endsOn", f.visibility, f."responsibleFunction",
    f."targetGroups", f.forms, f.phases, f."municipalityCodes", '{22}', array[o.id],
    coalesce((select array_agg(p.id order by p.name) from organization p where p.name = any (f.partners) and p.id <> o.id), '{}'),
    coalesce((select array_agg(x) from unnest(f.partners) x where not exists (select 1 from organization p where p.name = x)), '{}'),
    coalesce((select array_agg(g.id) from goal g where g.key = any (f.goals)), '{}'),
    true, coalesce((select m.user_id from membership m where m.organization_id = o.id limit 1), '00000000-0000-7000-8000-000000000000'),
    least(f."startsOn", date '2026-10-01')::timestamptz - interval '20 days' + f.n * interval '41 minutes',
    least(greatest(f."startsOn"::timestamptz, timestamptz '2026-05-01'), timestamptz '2026-11-10') + f.n * interval '67 minutes'
  from rows from (jsonb_to_recordset($1::jsonb) as (title text, description text, kind text, status text, "pausedFrom" text, "cancelReason" text, "startsOn" date, "endsOn" date,
    visibility smallint, "responsibleFunction" text, "targetGroups" text[], forms text[], phases text[], "municipalityCodes" text[], owner text, partners text[], goals text[])) with ordinality
    as f(title, description, kind, status, "pausedFrom", "cancelReason", "startsOn", "endsOn", visibility, "responsibleFunction", "targetGroups", forms, phases, "municipalityCodes", owner, partners, goals, n)
  join organization o on o.name = f.owner`;

const insertUpdates = `
  insert into action_update (action_id, happened_on, done, effect, counts, organization_id, user_id, created_at)
  select a.id, u."happenedOn", u.done, u.effect, u.counts, a.owner_ids[1], a.created_by, u."happenedOn"::timestamptz + interval '14 hours'
  from jsonb_to_recordset($1::jsonb) as f(title text, updates jsonb) join action a on a.title = f.title and a.demo,
    jsonb_to_recordset(f.updates) as u("happenedOn" date, done text, effect text, counts jsonb)
  order by u."happenedOn"`;

// What the API would have left behind had people logged all this.
const insertTraces = `
  with created as (
    insert into change_log (area, object_id, level, version, field, before, after, user_id, organization_id, at)
    select 'actions', id, visibility, 1, 'created', null, to_jsonb(status), created_by, owner_ids[1], created_at from action where demo returning 1),
  news as (
    insert into event (area, object_id, level, kind, value, goal_ids, user_id, organization_id, at)
    select 'actions', id, visibility, case when status = 'planned' then 'action.created' else 'action.updated' end, case when status = 'planned' then status end, goal_ids, created_by, owner_ids[1],
      greatest(created_at, coalesce(last_update_on::timestamptz + interval '14 hours', created_at))
    from action where demo and status in ('planned', 'ongoing') order by greatest(created_at, coalesce(last_update_on::timestamptz, created_at)) returning 1)
  update action a set changed_at = greatest(a.created_at, coalesce(a.last_update_on::timestamptz + interval '14 hours', a.created_at)) where a.demo and (select count(*) from created) >= 0 and (select count(*) from news) >= 0`;
