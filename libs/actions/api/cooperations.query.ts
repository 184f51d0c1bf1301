// Invitations and proposals as their two sides read them, under row-level security: each side sees of the other's plans what it sees anyhow.
import type { Cooperation } from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, Mail, currentActor } from '@samverkan/shared/api';
import { reminderDays } from '@samverkan/shared/contract';
import { moment, organizations } from './action.sql';
import { type CooperationFacts, cooperationPolicy } from './cooperation.policy';

const one = (column: string) =>
  `(select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = ${column})`;

/** It was asked, and last reminded of, so long ago that the other side may be reminded. */
export const hasRested = `coalesce(c.reminded_at, c.asked_at) <= now() - interval '${reminderDays} days'`;

const rows = (where: string) => `
  select c.kind, c.state, c.organization_id as "organizationId", a.id is not null as owns, c.answered_at > now() - interval '1 day' as fresh, ${hasRested} as rested,
    jsonb_build_object('id', c.id, 'kind', c.kind, 'state', c.state, 'role', c.role, 'message', c.message, 'answer', c.answer, 'closesOwn', c.closes_own,
      'askedAt', ${moment('c.asked_at')}, 'answeredAt', ${moment('c.answered_at')}, 'remindedAt', ${moment('c.reminded_at')},
      'organization', ${one('c.organization_id')}, 'from', ${one('c.from_organization_id')},
      'function', (select jsonb_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = c.function_id),
      'ownAction', (select jsonb_build_object('id', p.id, 'title', p.title) from action p where p.id = c.own_action_id),
      'action', case when s is not null then s - 'ownerIds' - 'visibility' || jsonb_build_object('owners', ${organizations(`array(select jsonb_array_elements_text(s->'ownerIds')::uuid)`)}) end,
      'brings', jsonb_build_object(
        'municipalityCodes', coalesce((select jsonb_agg(m order by m) from unnest(b.municipality_codes) m
          where s->'municipalityCodes' <> '[]' and not s->'municipalityCodes' ? m), '[]'),
        'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en, 'strategyId', t.id, 'strategyShortTitle', t.short_title) order by t.kind, g.sort)
          from goal g join strategy t on t.id = g.strategy_id where g.id = any (b.goal_ids) and g.id <> all (coalesce(a.goal_ids, '{}'))), '[]'))) as content
  from action_cooperation c left join action a on a.id = c.action_id and ctx_org() = any (a.owner_ids)
    cross join lateral cooperation_subject(c.id) s
    left join lateral (select x.* from cooperation_brings(c.id) x where c.state = 'open') b on true
  where ${where} order by c.asked_at desc, c.id desc`;

interface Row extends CooperationFacts {
  fresh: boolean | null;
  rested: boolean;
  content: Omit<Cooperation, 'allowed'>;
}

@Injectable()
export class CooperationsQuery {
  constructor(
    private readonly db: Db,
    private readonly mail: Mail,
  ) {}

  /** All that the acting organisation is asked, has asked, has answered or left by; what is open first is the portal's to say. At most 200. */
  async mine(): Promise<Cooperation[]> {
    return this.read(`true`, [], 'limit 200');
  }

  async of(actionId: string): Promise<Cooperation[]> {
    return this.read('c.action_id = $1', [actionId]);
  }

  async find(id: string): Promise<Cooperation | undefined> {
    return (await this.read('c.id = $1', [id]))[0];
  }

  async facts(id: string): Promise<CooperationFacts | undefined> {
    return (await this.db.query<Row>(rows('c.id = $1'), [id]))[0];
  }

  private async read(where: string, values: unknown[], rest = ''): Promise<Cooperation[]> {
    const actor = currentActor();
    const found = await this.db.query<Row>(`${rows(where)} ${rest}`, values);
    return found
      .filter((row) => cooperationPolicy.can('read', actor, row))
      .map((row) => {
        const { answer, withdraw, undo, remind } = cooperationPolicy.allowed(actor, row);
        const isOpen = row.state === 'open';
        return {
          ...row.content,
          allowed: {
            answer: answer && isOpen,
            withdraw: withdraw && isOpen,
            undo: undo && !isOpen && row.fresh === true,
            remind: remind && isOpen && row.rested && this.mail.isAvailable,
          },
        };
      });
  }
}
