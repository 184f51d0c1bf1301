// Questions about holding a training together, as their two sides read them under row-level security.
import type { Hosting } from '@samverkan/learning/contract';
import { Injectable } from '@nestjs/common';
import { Db, Mail, currentActor, moment } from '@samverkan/shared/api';
import { reminderDays } from '@samverkan/shared/contract';
import { type HostingFacts, hostingPolicy } from './hosting.policy';
import { party } from './offer.sql';

const one = (column: string) => `(select ${party('g')} from organization g where g.id = ${column})`;

/** It was asked, and last reminded of, so long ago that the other side may be reminded. */
export const hasRested = `coalesce(h.reminded_at, h.asked_at) <= now() - interval '${reminderDays} days'`;

const rows = (where: string) => `
  select h.kind, h.state, h.organization_id as "organizationId", o.id is not null as holds, h.answered_at > now() - interval '1 day' and not coalesce(h.receipt ? 'twice', false) as fresh, ${hasRested} as rested,
    jsonb_build_object('id', h.id, 'kind', h.kind, 'state', h.state, 'side', case when h.organization_id = ctx_org() then 'asked' else 'asking' end,
      'answerable', h.state <> 'open' or h.organization_id = ctx_org() or hosting_answerable(h.id), 'message', h.message, 'answer', h.answer,
      'askedAt', ${moment('h.asked_at')}, 'answeredAt', ${moment('h.answered_at')}, 'remindedAt', ${moment('h.reminded_at')},
      'organization', ${one('h.organization_id')}, 'from', ${one('h.from_organization_id')},
      'function', (select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = h.function_id),
      'offer', case when s is not null then s - 'hostIds' || jsonb_build_object('hosts', (select coalesce(json_agg(${party('g')} order by w.place), '[]')
        from jsonb_array_elements_text(s->'hostIds') with ordinality w (id, place) join organization g on g.id = w.id::uuid)) end) as content
  from offer_hosting h left join offer o on o.id = h.offer_id and ctx_org() = any (o.host_ids)
    cross join lateral hosting_subject(h.id) s
  where ${where} order by h.asked_at desc, h.id desc`;

interface Row extends HostingFacts {
  fresh: boolean | null;
  rested: boolean;
  content: Omit<Hosting, 'allowed'>;
}

@Injectable()
export class HostingsQuery {
  constructor(
    private readonly db: Db,
    private readonly mail: Mail,
  ) {}

  /** All that the acting organisation is asked, has asked, has answered or left by; what is open first is the portal's to say. At most 200. */
  mine(): Promise<Hosting[]> {
    return this.read('true', [], 'limit 200');
  }

  of(offerId: string): Promise<Hosting[]> {
    return this.read('h.offer_id = $1', [offerId]);
  }

  async find(id: string): Promise<Hosting | undefined> {
    return (await this.read('h.id = $1', [id]))[0];
  }

  async facts(id: string): Promise<HostingFacts | undefined> {
    return (await this.db.query<Row>(rows('h.id = $1'), [id]))[0];
  }

  private async read(where: string, values: unknown[], rest = ''): Promise<Hosting[]> {
    const actor = currentActor();
    const found = await this.db.query<Row>(`${rows(where)} ${rest}`, values);
    return found
      .filter((row) => hostingPolicy.can('read', actor, row))
      .map((row) => {
        const { answer, withdraw, undo, remind } = hostingPolicy.allowed(actor, row);
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
