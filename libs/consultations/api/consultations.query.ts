import { Injectable } from '@nestjs/common';
import type { ConsultationChoices } from '@samverkan/consultations/contract';
import { Db, moment } from '@samverkan/shared/api';
import type { AnswersContent, ConsultationContent, ConsultationRow, SummaryRow } from './consultation-rows';

const party = (o: string) => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
const own = 'i.organization_id = ctx_org()';
/** Something has been said of it: words, or that there is nothing to say. */
const isSaid = (d: string) => `(${d}.text <> '' or ${d}.none)`;

const ref = `'id', c.id, 'title', c.title, 'strategyId', c.strategy_id, 'lastDay', c.last_day,
  'status', case when c.closed_at is null then 'open' else 'closed' end, 'overdue', c.last_day < today(),
  'from', (select ${party('o')} from organization o where o.id = c.organization_id)`;

const about = (d: string) =>
  `json_build_object('id', ${d}.goal_id, 'number', ${d}.goal_number, 'title', ${d}.goal_title, 'text', ${d}.goal_text, 'version', ${d}.goal_version)`;

const goals = `(select coalesce(json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'text', g.text, 'kind', g.kind,
    'parentId', g.parent_id, 'version', g.version,
    'responsible', (select ${party('o')} from organization o where o.id = g.responsible_organization_id)) order by g.sort), '[]')
  from goal g where g.strategy_id = c.strategy_id)`;

/** What an organisation has sent, in the order of the goals; the whole last. */
const comments = `(select coalesce(json_agg(json_build_object('id', m.id, 'goal', case when m.goal_id is not null then ${about('m')} end,
    'text', m.text, 'none', m.none, 'changedAt', ${moment('m.changed_at')},
    'response', (select json_build_object('outcome', r.outcome, 'reason', r.reason, 'at', ${moment('r.answered_at')}, 'version', r.version,
      'outdated', r.comment_version < m.version) from consultation_response r where r.comment_id = m.id))
    order by m.goal_id is null, string_to_array(m.goal_number, '.')::int[], m.id), '[]')
  from consultation_comment m where m.invitation_id = i.id and ${isSaid('m')})`;

const answer = `(select json_build_object('organization', (select ${party('o')} from organization o where o.id = i.organization_id),
    'drafts', (select coalesce(json_agg(json_build_object('goalId', d.goal_id, 'text', d.text, 'none', d.none, 'version', d.version,
        'about', case when ${isSaid('d')} and (g.title, coalesce(g.text, '')) is distinct from (d.goal_title, coalesce(d.goal_text, '')) then
          case when d.goal_id is not null then ${about('d')} end end)), '[]')
      from consultation_draft d left join goal g on g.id = d.goal_id where d.invitation_id = i.id and (d.goal_id is null or g.id is not null)),
    'sentAt', ${moment('i.sent_at')}, 'sentBy', (select u.name from app_user u where u.id = i.sent_by), 'late', i.late,
    'unsent', i.sent_at is not null and exists (select from consultation_draft d where d.invitation_id = i.id and d.changed_at > i.sent_at),
    'comments', ${comments})
  from consultation_invitation i where i.consultation_id = c.id and ${own})`;

const kept = 'c.id in (select consultations_kept())';

const list = `
  select json_build_object(${ref},
    'answer', (select json_build_object('sentAt', ${moment('i.sent_at')}, 'begun', i.begun_at is not null,
        'goals', (select count(*) from goal g where g.strategy_id = c.strategy_id),
        'done', (select count(*) from consultation_draft d join goal g on g.id = d.goal_id where d.invitation_id = i.id and ${isSaid('d')}))
      from consultation_invitation i where i.consultation_id = c.id and ${own}),
    'asked', case when ${kept} then (select json_build_object('invited', count(*), 'sent', count(i.sent_at),
        'unanswered', (select count(*) from consultation_comment m join consultation_invitation n on n.id = m.invitation_id
          left join consultation_response r on r.comment_id = m.id
          where n.consultation_id = c.id and m.text <> '' and (r.comment_id is null or r.comment_version < m.version)))
      from consultation_invitation i where i.consultation_id = c.id) end) as content
  from consultation c order by c.closed_at desc nulls first, c.last_day, c.id`;

const row = `
  select c.id, c.strategy_id as "strategyId", c.last_day as "lastDay", c.version, c.closed_at is not null as closed, c.shows_answers as "showsAnswers",
    c.last_day >= today() as "inTime", i.id as "invitationId", i.id is not null as invited, i.sent_at is not null as sent,
    case when s.id is not null then json_build_object('kind', s.kind, 'status', s.status, 'keptBy', s.kept_by, 'replaced', false, 'adoptedHere', false,
      'consulted', false, 'owner', case when s.owner_organization_id is not null then json_build_object('id', s.owner_organization_id) end) end as strategy
  from consultation c left join strategy s on s.id = c.strategy_id
    left join consultation_invitation i on i.consultation_id = c.id and ${own}
  where c.id = $1`;

const one = `
  select json_build_object(${ref}, 'message', c.message, 'showsAnswers', c.shows_answers, 'openedAt', ${moment('c.opened_at')},
    'closedAt', ${moment('c.closed_at')}, 'version', c.version, 'readable', exists (select from strategy s where s.id = c.strategy_id),
    'goals', ${goals}, 'answer', ${answer}) as content
  from consultation c where c.id = $1`;

const answers = `
  select json_build_object(${ref}, 'message', c.message, 'showsAnswers', c.shows_answers, 'version', c.version, 'closedAt', ${moment('c.closed_at')},
    'goals', ${goals},
    'invited', (select coalesce(json_agg(json_build_object('organization', ${party('o')}, 'begun', i.begun_at is not null, 'sentAt', ${moment('i.sent_at')},
        'late', i.late, 'remindedOn', i.reminded_on, 'comments', ${comments}) order by o.name collate "sv-SE-x-icu", o.id), '[]')
      from consultation_invitation i join organization o on o.id = i.organization_id where i.consultation_id = c.id)) as content
  from consultation c where c.id = $1`;

const choices = `
  select json_build_object(
    'openId', (select c.id from consultation c where c.strategy_id = s.id and c.closed_at is null),
    'organizations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
        'municipality', o.kind = 'municipality' and o.here, 'region', o.kind = 'region' and o.here, 'signedBefore', o.signed)
      order by o.name collate "sv-SE-x-icu", o.id), '[]')
    from (select o.*, exists (select from organization_county k where k.organization_id = o.id and k.county_code = any (s.county_codes)) as here,
        exists (select from strategy_succession y join signatory n on n.strategy_id = y.old_id where y.new_id = s.id and n.organization_id = o.id and n.withdrawn_on is null) as signed
      from organization o where o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today()) and o.id <> ctx_org()) o
    where o.here or o.signed or not exists (select from organization_county k where k.organization_id = o.id))) as content
  from strategy s where s.id = $1`;

/** The rounds as each reader may see them. */
@Injectable()
export class ConsultationsQuery {
  constructor(private readonly db: Db) {}

  async list(): Promise<SummaryRow[]> {
    return (await this.db.query<{ content: SummaryRow }>(list)).map(({ content }) => content);
  }

  row(id: string): Promise<ConsultationRow | undefined> {
    return this.db.one<ConsultationRow>(row, [id]);
  }

  one(id: string): Promise<ConsultationContent | undefined> {
    return this.content(one, id);
  }

  answers(id: string): Promise<AnswersContent | undefined> {
    return this.content(answers, id);
  }

  choices(strategyId: string): Promise<ConsultationChoices | undefined> {
    return this.content(choices, strategyId);
  }

  private async content<T>(text: string, id: string): Promise<T | undefined> {
    return (await this.db.one<{ content: T }>(text, [id]))?.content;
  }
}
