import { Injectable } from '@nestjs/common';
import type { AuditChoices, AuditQuery, AuditRow } from '@samverkan/privacy/contract';
import { Db, Titles, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';

/** What identity's own ids are called, under the reader's row-level security. */
const people = `select u.id, u.name from app_user u
  union all select m.id, u.name from membership m join app_user u on u.id = m.user_id
  union all select i.id, i.email from invitation i`;

const where = `($1::date is null or a.at >= $1::date::timestamp at time zone 'Europe/Stockholm')
  and ($2::date is null or a.at < ($2::date + 1)::timestamp at time zone 'Europe/Stockholm')
  and ($3::uuid[] is null or a.organization_id = any ($3)) and ($4::text is null or a.pseudonym = $4)
  and ($5::text[] is null or a.verb = any ($5)) and ($6::text[] is null or a.area = any ($6))
  and ($7::text is null or a.outcome = $7)
  and ($8::uuid is null or a.object_id = $8 or a.object_ids @> array[$8::uuid])`;

const filters = (query: AuditQuery): unknown[] => [
  query.from ?? null,
  query.to ?? null,
  query.organization ?? null,
  query.person ?? null,
  query.verb ?? null,
  query.area ?? null,
  query.outcome ?? null,
  query.object ?? null,
];

/** Reads the audit as row-level security opens it: a county's organisations, or the system's own. */
@Injectable()
export class AuditLogQueries {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
  ) {}

  async page(query: AuditQuery): Promise<{ found: number; items: AuditRow[] }> {
    const [items, counted] = await Promise.all([
      this.rows(query, 'true', [query.size, (query.page - 1) * query.size]),
      this.db.one<{ found: number }>(
        `select count(*)::int as found from (select from audit a where ${where} limit ${countCap + 1}) counted`,
        filters(query),
      ),
    ]);
    return { items, found: counted?.found ?? 0 };
  }

  /** The next rows older than a number, newest first. */
  older(query: AuditQuery, before: string | null, size: number): Promise<AuditRow[]> {
    return this.rows(query, '($11::bigint is null or a.id < $11)', [size, 0, before]);
  }

  async choices(): Promise<AuditChoices> {
    const row = await this.db.one<AuditChoices>(
      `with latest as (select organization_id, verb, area from audit order by id desc limit 20000)
       select coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name collate "sv-SE-x-icu")
           from organization o where o.id in (select organization_id from latest)), '[]') as organizations,
         array(select distinct verb from latest order by verb) as verbs, array(select distinct area from latest order by area) as areas`,
    );
    return row ?? { organizations: [], verbs: [], areas: [] };
  }

  /** How many rows the reader may see, and what her chains' organisations are called. */
  async chains(): Promise<{ id: string | null; name: string | null; rows: number }[]> {
    return this.db.query(
      `select a.organization_id as id, o.name, count(*)::int as rows from audit a left join organization o on o.id = a.organization_id group by 1, 2`,
    );
  }

  private rows(query: AuditQuery, further: string, more: unknown[]): Promise<AuditRow[]> {
    return this.db.query<AuditRow>(
      `with hits as (select * from (select ${columns} from audit a where ${where} and ${further} order by a.id desc limit $9 offset $10) found)
       select h.id::text, ${moment('h.at')} as at,
         case when h.user_id is not null or h.pseudonym is not null then
           json_build_object('name', (select u.name from app_user u where u.id = h.user_id), 'pseudonym', h.pseudonym,
             'system', exists (select 1 from api_token t where t.id = h.user_id)) end as who,
         case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organization, h.role, h.verb, h.area,
         case when h.object_id is not null then json_build_object('id', h.object_id, 'title', coalesce(
           (select t.title from (${this.titles.union}) t where t.id = h.object_id limit 1),
           (select p.name from (${people}) p where p.id = h.object_id limit 1))) end as object,
         cardinality(h.object_ids) as shown, h.outcome, h.reason
       from hits h left join organization o on o.id = h.organization_id order by h.id desc`,
      [...filters(query), ...more],
    );
  }
}

const columns = `a.id, a.at, a.user_id, a.pseudonym, a.organization_id, a.role, a.verb, a.area, a.object_id, a.object_ids, a.outcome, a.reason`;
