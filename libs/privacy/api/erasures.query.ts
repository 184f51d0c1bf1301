import { Injectable } from '@nestjs/common';
import type { Erasure } from '@samverkan/privacy/contract';
import { Db, moment } from '@samverkan/shared/api';

export type ErasureRow = Omit<Erasure, 'openWork' | 'allowed'> & { held: boolean };

/** Requests as row-level security shows them: one's own, and those of the people one administers. */
@Injectable()
export class ErasureQueries {
  constructor(private readonly db: Db) {}

  /** The latest two hundred, those that wait first. */
  all(): Promise<ErasureRow[]> {
    return this.db.query(
      `${select} order by r.decided_at is null and r.withdrawn_at is null desc, r.asked_at desc limit 200`,
    );
  }

  one(id: string): Promise<ErasureRow | undefined> {
    return this.db.one(`${select} where r.id = $1`, [id]);
  }
}

const select = `select r.id, json_build_object('id', u.id, 'name', u.name, 'organizations', array(
    select distinct o.name from membership m join organization o on o.id = m.organization_id where m.user_id = u.id order by o.name)) as person,
  r.user_id = ctx_user() as own,
  case when r.asked_by is null then 'night' when r.asked_by = r.user_id then 'herself' else 'administrator' end as "askedBy",
  ${moment('r.asked_at')} as "askedAt", r.message, r.decision, r.ground, r.words, ${moment('r.decided_at')} as "decidedAt",
  case when r.withdrawn_at is not null then 'withdrawn' when r.decision = 'refuse' then 'refused' when r.decision is not null then 'done' else 'waiting' end as state,
  holds_account(r.user_id) as held
  from erasure_request r join app_user u on u.id = r.user_id`;
