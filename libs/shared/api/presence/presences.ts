import { Injectable } from '@nestjs/common';
import type { Presence, PresenceInput } from '@samverkan/shared/contract';
import { Db } from '../db/db';

/** Things that several may write in at once. */
export type Written = 'action' | 'contact' | 'organization';

/**
 * Who has a form open on what. Nobody is followed: it is told while the form is open, seen by those who see the thing, forgotten ten seconds
 * after the form is closed, and no history is made of it. The area asks its policy first.
 */
@Injectable()
export class Presences {
  constructor(private readonly db: Db) {}

  /** Notes that the actor writes in it, and tells who else does. One form at a time is told of each person in each organisation: the latest. */
  async here(kind: Written, id: string, { field }: PresenceInput): Promise<Presence> {
    await this.db.query('select presence_forget()');
    await this.db.query(
      `insert into presence (kind, object_id, field) values ($1, $2, $3)
       on conflict (user_id, organization_id) do update set kind = excluded.kind, object_id = excluded.object_id, field = excluded.field, until = excluded.until`,
      [kind, id, field],
    );
    const others = await this.db.query<Presence['others'][number]>(
      `select jsonb_build_object('id', o.id, 'name', o.name) as organization, u.name, p.field
       from presence p join organization o on o.id = p.organization_id
         left join app_user u on u.id = p.user_id and p.organization_id = ctx_org()
       where p.kind = $1 and p.object_id = $2 and p.until > clock_timestamp() and p.user_id <> ctx_user()
       order by o.name collate "sv-SE-x-icu", u.name collate "sv-SE-x-icu", p.user_id`,
      [kind, id],
    );
    return { others };
  }

  /** The form is closed. */
  async gone(kind: Written, id: string): Promise<void> {
    await this.db.query(
      'delete from presence where user_id = ctx_user() and organization_id = ctx_org() and kind = $1 and object_id = $2',
      [kind, id],
    );
  }
}
