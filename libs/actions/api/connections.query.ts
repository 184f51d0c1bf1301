import type { Connection, Nudge } from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';
import { actionSummary, moment, organizations } from './action.sql';

const connections = `
  select jsonb_build_object('id', c.id, 'action', ${actionSummary}::jsonb, 'askedAt', ${moment('c.asked_at')}, 'forwardedAt', ${moment('c.forwarded_at')},
    'organization', (select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = c.organization_id),
    'seen', coalesce((select jsonb_agg(s.summary) from (select ${actionSummary}::jsonb as summary from action a, action asked
      where asked.id = c.action_id and a.kind = asked.kind and a.id <> asked.id and a.visibility <= 1 and a.status in ('draft', 'planned', 'ongoing')
        and a.county_codes && asked.county_codes and not a.owner_ids && asked.owner_ids order by a.changed_at desc, a.id limit 20) s), '[]')) as content
  from action_connection c join action a on a.id = c.action_id where (select ctx_role()) in ('county_staff', 'county_admin')`;

const nudges = `
  select jsonb_build_object('id', n.id, 'state', n.state, 'sentAt', ${moment('n.sent_at')},
    'ownAction', (select jsonb_build_object('id', h.id, 'title', h.title) from action h where h.id = n.own_action_id),
    'action', case when s is not null then s - 'ownerIds' || jsonb_build_object('owners', ${organizations(`array(select jsonb_array_elements_text(s->'ownerIds')::uuid)`)}) end) as content
  from action_nudge n cross join lateral nudge_subject(n.id) s where n.organization_id = ctx_org()`;

/** What a county board is asked to connect, and what has been sent on to a party, each read by that side alone. */
@Injectable()
export class ConnectionsQuery {
  constructor(private readonly db: Db) {}

  async asked(id: string | null = null): Promise<Connection[]> {
    const text = `${connections} and ($1::uuid is null or c.id = $1) order by c.asked_at desc, c.id desc limit 100`;
    const found = await this.db.query<{ content: Connection }>(text, [id]);
    return found.map(({ content }) => content);
  }

  async nudges(id: string | null = null): Promise<Nudge[]> {
    const text = `${nudges} and ($1::uuid is null or n.id = $1) order by n.sent_at desc, n.id desc limit 100`;
    const found = await this.db.query<{ content: Nudge }>(text, [id]);
    return found.map(({ content }) => content);
  }
}
