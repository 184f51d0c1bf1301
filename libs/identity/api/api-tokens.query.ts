import { Injectable } from '@nestjs/common';
import type { ApiToken, ApiTokenList } from '@samverkan/identity/contract';
import { Db, moment } from '@samverkan/shared/api';
import type { TokenPlace } from './api-tokens.policy';

/** Days before a token's end when its organisation is told. */
export const tokenNoticeDays = 30;

export type ApiTokenRow = Omit<ApiToken, 'allowed'>;

/** What is known of tokens. Row-level security keeps it to one's own organisation's, and those of organisations one administers. */
@Injectable()
export class ApiTokensQueries {
  constructor(private readonly db: Db) {}

  place(organizationId: string): Promise<(TokenPlace & { organization: ApiTokenList['organization'] }) | undefined> {
    return this.db.one(
      `select o.id as "organizationId", coalesce(administers(o.id), false) as administered,
         o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today()) as stands,
         json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organization
       from organization o where o.id = $1`,
      [organizationId],
    );
  }

  /** Those that are good first, then what has ended. */
  of(organizationId: string): Promise<ApiTokenRow[]> {
    return this.db.query<ApiTokenRow>(`${select} where t.organization_id = $1 ${order}`, [organizationId]);
  }

  async one(id: string): Promise<ApiTokenRow | undefined> {
    return this.db.one<ApiTokenRow>(`${select} where t.id = $1`, [id]);
  }
}

const select = `
  select t.id, t.name, t.name_hidden as "nameHidden", t.scopes, t.last_day::text as "lastDay", t.last_day <= today() + ${tokenNoticeDays} as "endsSoon",
    json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organization,
    ${moment('t.made_at')} as "madeAt", ${moment('t.used_at')} as "usedAt", ${moment('t.revoked_at')} as "revokedAt",
    (select u.name from app_user u where u.id = t.made_by) as "madeBy",
    case when t.revoked_at is not null then 'revoked' when t.last_day < today() then 'expired'
      when o.merged_into_id is not null or o.valid_to < today() then 'organization-ended' else 'good' end as state
  from api_token t join organization o on o.id = t.organization_id`;
const order = `order by t.revoked_at is not null or t.last_day < today(), t.made_at desc, t.id limit 200`;
