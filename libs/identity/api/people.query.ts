import { Injectable } from '@nestjs/common';
import type { Invitation, PeopleQuery, Person } from '@samverkan/identity/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';

const swedish = 'collate "sv-SE-x-icu"';

/** A membership holds a year from when it was last attested. */
export const attestMonths = 12;

// Public sort names to columns: what the caller writes never becomes SQL.
const sorts: Record<PeopleQuery['sort'], (order: 'asc' | 'desc') => string> = {
  name: (order) => `u.name ${swedish} ${order}`,
  organization: (order) => `o.name ${swedish} ${order}, u.name ${swedish}`,
  attested: (order) => `coalesce(m.attested_on, m.valid_from) ${order}, u.name ${swedish}`,
};

export const attestBy = `(coalesce(m.attested_on, m.valid_from) + interval '${attestMonths} months')::date`;
const counties = `coalesce((select json_agg(c.county_code) from organization_county c where c.organization_id = o.id), '[]')`;

/** A row of the list, and what its rights are judged by. */
export type PersonRow = Omit<Person, 'allowed'> & { countyCodes: string[]; whole: boolean };

export interface InvitationRow extends Invitation {
  countyCodes: string[];
}

/** What an administrator sees of people. Row-level security keeps it to those she looks after. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly db: Db) {}

  async page(query: PeopleQuery): Promise<{ found: number; items: PersonRow[] }> {
    const row = await this.db.one<{ found: number; items: PersonRow[] }>(
      `with hits as (
         select m.id, m.user_id, u.name, u.email, m.role, m.title, m.valid_from, m.valid_to, ${attestBy} as attest_by, u.seen_on,
           u.disabled_reason, u.disabled_at, u.sealed, u.id in (select people_with_second_factor()) as second_factor,
           json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organization, ${counties} as counties,
           row_number() over (order by ${sorts[query.sort](query.order)}, m.id) as place
         from membership m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id
         where administers(m.organization_id)
           and ($1::text is null or u.name ilike $1 or u.email ilike $1 or o.name ilike $1)
           and ($2::text[] is null or m.role = any ($2)) and ($3::uuid is null or m.organization_id = $3)
           and case $4 when 'ended' then m.valid_to < today()
             when 'attest' then (m.valid_to is null or m.valid_to >= today()) and ${attestBy} <= today() + 60
             else m.valid_to is null or m.valid_to >= today() end
       )
       select (select count(*)::int from (select from hits limit ${countCap + 1}) counted) as found,
         coalesce((select json_agg(json_build_object('membershipId', h.id, 'userId', h.user_id, 'name', h.name, 'email', h.email,
           'organization', h.organization, 'role', h.role, 'title', h.title, 'validFrom', h.valid_from, 'validTo', h.valid_to,
           'attestBy', h.attest_by, 'seenOn', h.seen_on, 'secondFactor', h.second_factor, 'countyCodes', h.counties, 'sealed', h.sealed, 'whole', looks_after_wholly(h.user_id),
           'disabled', case when h.disabled_at is null then null else coalesce(h.disabled_reason, 'by-hand') end) order by h.place)
           from hits h where h.place > $6 and h.place <= $5 + $6), '[]') as items`,
      [
        query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
        query.role ?? null,
        query.organization ?? null,
        query.state ?? 'active',
        query.size,
        (query.page - 1) * query.size,
      ],
    );
    return row ?? { found: 0, items: [] };
  }

  async membership(id: string): Promise<PersonRow | undefined> {
    return this.db.one(
      `select m.id as "membershipId", m.user_id as "userId", u.name, u.email, m.role, m.valid_to as "validTo", u.sealed, looks_after_wholly(u.id) as whole, ${counties} as "countyCodes"
       from membership m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id
       where m.id = $1 and administers(m.organization_id)`,
      [id],
    );
  }

  invitations(id?: string): Promise<InvitationRow[]> {
    return this.db.query(
      `select i.id, i.email, json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organization, i.role, i.title,
         case when i.used_at is not null then 'used' when i.withdrawn_at is not null then 'withdrawn'
           when i.expires_at < now() then 'expired' else 'waiting' end as state,
         (select u.name from app_user u where u.id = i.invited_by) as "invitedBy",
         ${moment('i.invited_at')} as "invitedAt", ${moment('i.expires_at')} as "expiresAt", ${counties} as "countyCodes"
       from invitation i join organization o on o.id = i.organization_id
       where ($1::uuid is null or i.id = $1) order by i.invited_at desc limit 200`,
      [id ?? null],
    );
  }

  /** Organisations the actor may invite to: her counties' own, or all. */
  organizations(): Promise<
    { id: string; name: string; kind: Person['organization']['kind']; countyCodes: string[] }[]
  > {
    return this.db.query(
      `select o.id, o.name, o.kind, ${counties} as "countyCodes" from organization o
       where administers(o.id) and (o.valid_to is null or o.valid_to >= today()) order by o.name ${swedish}`,
    );
  }
}
