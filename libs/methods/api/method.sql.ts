// What a method is made of, as SQL that gives the contract's JSON. `m` is the row.
import { moment } from '@samverkan/shared/api';

export const party = (o: string) => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
export const swedish = 'collate "sv-SE-x-icu"';

export const ref = (r: string) => `json_build_object('id', ${r}.id, 'name', ${r}.name)`;

/** How far it has come today. */
export const statusOf = (m: string) =>
  `case when ${m}.status = 'draft' then 'draft' when ${m}.retires_on <= today() then 'retired' else 'published' end`;

export const isOurs = `m.organization_id = (select ctx_org())`;
export const isStale = `(m.status = 'published' and (m.retires_on is null or m.retires_on > today()) and coalesce(m.review_on < today(), false))`;
export const weUseIt = `exists (select from method_use u where u.method_id = m.id and u.ended_on is null and u.organization_id = (select ctx_org()))`;

/** The last day the training of a use `u` of `m` counts. */
export const useValidUntil = `(method_use_trained_on(u.id) + make_interval(months => m.valid_months))::date`;

/** The training of some use of the acting party runs out within six months, or has run out. */
export const isRunning = `(m.training_required and m.valid_months is not null and exists (select from method_use u where u.method_id = m.id and u.ended_on is null
  and u.organization_id = (select ctx_org()) and ${useValidUntil} < today() + interval '6 months'))`;

const replacement = (column: string) =>
  `(select ${ref('r')} from method r where r.id = ${column} and r.status = 'published' and r.removed_at is null)`;
export const replacedBy = replacement('m.replaced_by_id');

export const methodSummary = `'id', m.id, 'name', m.name, 'purpose', m.purpose, 'targetGroups', m.target_groups, 'forms', m.forms, 'phases', m.phases,
  'professions', m.professions, 'evidenceState', m.evidence_state, 'evidenceSource', m.evidence_source, 'trainingRequired', m.training_required,
  'validMonths', m.valid_months, 'status', ${statusOf('m')}, 'retiresOn', m.retires_on, 'replacedBy', ${replacedBy},
  'visibility', (array['own', 'participants', 'county', 'members'])[m.visibility + 1],
  'organization', (select ${party('o')} from organization o where o.id = m.organization_id), 'countyCodes', m.county_codes,
  'useCount', (select count(*) from method_use u where u.method_id = m.id and u.ended_on is null), 'ours', ${weUseIt},
  'stale', ${isStale}, 'changedAt', ${moment('m.changed_at')}, 'demo', m.demo, 'version', m.version`;

const next = `(select min(s.day) from offer_session s where s.offer_id = f.id and s.day >= today())`;

const offers = `(select coalesce(json_agg(json_build_object('id', f.id, 'title', f.title, 'kind', f.kind, 'status', f.status, 'next', ${next})
    order by ${next} nulls last, f.title ${swedish}, f.id), '[]')
  from method_offer g join offer f on f.id = g.offer_id where g.method_id = m.id)`;

export const methodDetail = `jsonb_build_object(${methodSummary}) || jsonb_build_object('notFor', m.not_for, 'evidence', m.evidence, 'evidenceLink', m.evidence_link,
  'evidenceOn', m.evidence_on, 'training', m.training, 'retiredMotive', m.retired_motive,
  'replaces', (select coalesce(json_agg(${ref('r')} order by r.name ${swedish}, r.id), '[]') from method r where r.replaced_by_id = m.id and r.removed_at is null),
  'function', (select json_build_object('id', c.id, 'title', c.title) from contact_function c where c.id = m.function_id),
  'publishedOn', m.published_on, 'reviewedOn', m.reviewed_on, 'reviewOn', m.review_on, 'offers', ${offers})`;

export const methodFacts = `m.id, ${statusOf('m')} as status, m.visibility, m.organization_id as "organizationId", m.county_codes as "countyCodes",
  m.removed_at as "removedAt", m.version`;
