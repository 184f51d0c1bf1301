// Pieces of the queries that questions, bundles and answers are read by. Row-level security decides what each reader gets of them.
import { moment } from '@samverkan/shared/api';

export const party = (o: string): string => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
export const partyOf = (id: string): string => `(select ${party('o')} from organization o where o.id = ${id})`;
export const levels = `array['own', 'participants', 'county', 'members', 'public']`;
const post = (id: string) =>
  `(select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = ${id})`;

const isStaff = `(select ctx_role()) in ('county_staff', 'county_admin')`;
export const currentAddress = (bundle: string): string =>
  `(select a from question_address a where a.bundle_id = ${bundle} order by a.ended_on is not null, a.ended_on desc, a.sent_on desc, a.id desc limit 1)`;

/** Who has it now: whoever the next step is for. */
const holder = `case when q.status in ('received', 'reopened') then (select ${party('o')} from organization o where o.kind = 'county_board'
      and exists (select from organization_county c where c.organization_id = o.id and c.county_code = any (q.county_codes)) order by o.name limit 1)
    when q.status = 'in_progress' then ${partyOf('q.handler_organization_id')}
    when q.status = 'sent_national' then (select ${party('o')} from question_address a join organization o on o.id = a.recipient_id where a.bundle_id = q.bundle_id and a.ended_on is null)
    when q.status = 'answered' then ${partyOf('q.organization_id')} end`;

/** The acting organisation asked `question q`, or has joined, and has not said whether the latest answer answers it. */
export const toJudge = `q.status = 'answered' and (q.organization_id = ctx_org() or q.joined_ids @> array[ctx_org()])
  and exists (select from question_told t where t.question_id = q.id and t.organization_id = ctx_org() and t.answers is null and t.reply_id =
    (select x.id from question_reply x join question_told y on y.reply_id = x.id where y.question_id = q.id order by x.recorded_at desc, x.id desc limit 1))`;

export const summary = `'id', q.id, 'reference', q.reference, 'title', q.title, 'subject', q.subject, 'lawArea', q.law_area, 'status', q.status, 'statusSince', q.status_since,
  'holder', ${holder}, 'asker', ${partyOf('q.organization_id')}, 'municipalityCode', q.municipality_code, 'askedOn', q.asked_on, 'captured', q.captured,
  'joinCount', (select count(*) from question_join j where j.question_id = q.id),
  'own', case when q.organization_id = ctx_org() then 'asker' when ctx_org() = any (q.joined_ids) then 'joined' end, 'toJudge', ${toJudge},
  'visibility', (${levels})[q.visibility + 1],
  'expectedOn', case when q.status = 'sent_national' then (select a.expected_on from question_address a where a.bundle_id = q.bundle_id and a.ended_on is null) end,
  'changedAt', ${moment('q.changed_at')}, 'demo', q.demo, 'version', q.version`;

const verdict = `json_build_object('organization', ${partyOf('t.organization_id')}, 'answers', t.answers, 'because', t.because, 'on', t.judged_on)`;

/** Of `question_reply r`, about the questions that the text in `which` picks from `question_told t`. */
export const reply = (
  which: string,
): string => `json_build_object('id', r.id, 'source', ${partyOf('r.source_id')}, 'text', r.text, 'link', r.link, 'receivedOn', r.received_on,
  'verdict', (select ${verdict} from question_told t where t.reply_id = r.id and ${which} and t.organization_id = ctx_org() and t.answers is not null limit 1),
  'verdicts', case when ${isStaff} then (select coalesce(json_agg(${verdict} order by t.judged_on, t.organization_id), '[]') from question_told t where t.reply_id = r.id and ${which} and t.answers is not null)
    else '[]'::json end,
  'told', case when ${isStaff} then (select json_build_object('told', count(t.told_at), 'of', count(*)) from question_told t where t.reply_id = r.id and ${which}) end, 'version', r.version)`;

const isLate = 'a.ended_on is null and a.expected_on < today()';
const sent = `(select json_build_object('bundleId', b.id, 'wording', b.wording, 'recipient', ${partyOf('a.recipient_id')}, 'diarienummer', a.diarienummer, 'sentOn', a.sent_on,
    'expectedOn', a.expected_on, 'overdue', coalesce(${isLate}, false), 'opens', b.board_id = ctx_org() and ${isStaff})
  from question_bundle b, lateral (select a.* from question_address a where a.bundle_id = b.id order by a.ended_on is not null, a.ended_on desc, a.id desc limit 1) a where b.id = q.bundle_id)`;

export const whole = `jsonb_build_object(${summary}) || jsonb_build_object('text', q.text, 'reason', q.reason, 'function', ${post('q.function_id')},
  'handler', ${partyOf('q.handler_organization_id')}, 'handlerFunction', ${post('q.handler_function_id')},
  'joins', (select coalesce(json_agg(json_build_object('organization', ${partyOf('j.organization_id')}, 'municipalityCode', j.municipality_code, 'joinedOn', j.joined_on)
    order by j.joined_on, j.organization_id), '[]') from question_join j where j.question_id = q.id),
  'sent', ${sent},
  'replies', (select coalesce(json_agg(${reply('t.question_id = q.id')} order by r.recorded_at desc, r.id desc), '[]') from question_reply r
    where exists (select from question_told t where t.reply_id = r.id and t.question_id = q.id)))`;

export const facts = `q.id, q.organization_id as "organizationId", q.joined_ids as "joinedIds", q.county_codes as "countyCodes", q.visibility, q.status,
  q.status_before as "statusBefore", q.status_by as "statusBy", q.captured, q.version,
  (select t.reply_id from question_told t join question_reply r on r.id = t.reply_id where t.question_id = q.id and t.organization_id = ctx_org() order by r.recorded_at desc, r.id desc limit 1) as judges`;

/** JSON text of the history of the thing $1. `kept` is true of a row `c` by an organisation `o` that the reader is not to know of; `dropped` of one that is not told at all. */
export const historyOf = (area: string, kept = 'false', dropped = 'false'): string => `
  select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null and not (${kept}) then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
  from (select * from change_log where area = '${area}' and object_id = $1 order by at desc limit 500) c left join organization o on o.id = c.organization_id
  where not (${kept} and ${dropped})`;

/** Where only those who ask see a question, they do not see each other: not in what has been done with it either. */
const stranger = `exists (select from question q where q.id = $1 and q.visibility < 2 and not (${isStaff} and q.county_codes && ctx_counties())
  and o.id not in (q.organization_id, ctx_org()) and o.kind not in ('county_board', 'national_authority'))`;
export const historyOfQuestion = historyOf('questions', stranger, "c.field in ('join', 'leave')");
