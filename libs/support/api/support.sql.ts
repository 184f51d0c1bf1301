// Pieces of the queries that requests are read by. Row-level security decides what each reader gets of them.
import { moment } from '@samverkan/shared/api';

const party = (o: string): string => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
export const partyOf = (id: string): string => `(select ${party('o')} from organization o where o.id = ${id})`;
const post = (id: string) =>
  `(select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = ${id})`;

/** Nobody has said what it led to a month after the question was sent. */
export const isSilent = `r.status = 'closed' and r.effect_asked_on is not null and r.effect_asked_on < today() - 30`;
export const isOverdue = `r.status in ('received', 'reopened', 'in_progress', 'proposed', 'agreed') and r.due_on < today()`;
export const isEffectDue = `r.status = 'closed' and r.effect_due_on <= today()`;

/** Who has it now: whoever the next step is for. */
const holder = `case when r.status in ('received', 'reopened') then (select ${party('o')} from organization o where o.kind = 'county_board'
      and exists (select from organization_county c where c.organization_id = o.id and c.county_code = any (r.county_codes)) order by o.name limit 1)
    when r.status in ('in_progress', 'agreed') then ${partyOf('r.handler_organization_id')}
    when r.status = 'proposed' or ${isEffectDue} then ${partyOf('r.organization_id')} end`;

export const summary = `'id', r.id, 'reference', r.reference, 'title', r.title, 'subject', r.subject, 'professions', r.professions, 'staffCount', r.staff_count, 'form', r.form,
  'urgency', r.urgency, 'status', r.status, 'statusSince', r.status_since, 'holder', ${holder}, 'asker', ${partyOf('r.organization_id')}, 'municipalityCode', r.municipality_code,
  'askedOn', r.asked_on, 'captured', r.captured, 'dueOn', r.due_on, 'overdue', coalesce(${isOverdue}, false), 'effect', r.effect,
  'effectDueOn', case when r.status = 'closed' then r.effect_due_on end, 'effectSilent', coalesce(${isSilent}, false), 'own', r.organization_id = ctx_org(),
  'changedAt', ${moment('r.changed_at')}, 'demo', r.demo, 'version', r.version`;

export const whole = `jsonb_build_object(${summary}) || jsonb_build_object('text', r.text, 'reason', r.reason, 'function', ${post('r.function_id')},
  'handler', ${partyOf('r.handler_organization_id')}, 'handlerFunction', ${post('r.handler_function_id')}, 'proposal', r.proposal, 'outcome', r.outcome, 'closedOn', r.closed_on,
  'effectAskedOn', r.effect_asked_on, 'effectWords', r.effect_words, 'mayTell', r.may_tell,
  'messages', (select coalesce(json_agg(json_build_object('id', m.id, 'organization', ${partyOf('m.organization_id')}, 'own', m.organization_id = ctx_org(), 'text', m.text,
    'at', ${moment('m.written_at')}) order by m.written_at, m.id), '[]') from support_message m where m.request_id = r.id))`;

export const facts = `r.id, r.organization_id as "organizationId", r.county_codes as "countyCodes", r.status, r.status_before as "statusBefore", r.status_by as "statusBy",
  r.function_id as "functionId", r.handler_function_id as "handlerFunctionId", r.due_on::text as "dueOn", coalesce(${isEffectDue}, false) as "effectIsDue", r.version`;

export const historyOf = `
  select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
  from (select * from change_log where area = 'support' and object_id = $1 order by at desc limit 500) c left join organization o on o.id = c.organization_id`;
