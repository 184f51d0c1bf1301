import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApiToken } from '@samverkan/identity/contract';
import type { OrganizationKind } from '@samverkan/organizations/contract';
import { type Actor, Notifications, Refusal, log } from '@samverkan/shared/api';
import type { TokenScope } from '@samverkan/shared/contract';
import { newToken, tokenHash } from './one-time-token';
import { rolesIn } from './people.policy';
import { SignInPool } from './sign-in.pool';
import { TokenLimits } from './token-limits';

/** Tells people and the scanners of code stores what they have before them. */
const prefix = 'samverkan_';
const form = new RegExp(`^${prefix}[\\w-]{43}$`);
const freshMs = 5000;
const noteMs = 300_000;

interface Known {
  id: string;
  name: string;
  scopes: TokenScope[];
  organizationId: string;
  kind: OrganizationKind;
  countyCodes: string[];
  state: ApiToken['state'];
}

export const newApiToken = (): string => prefix + newToken();

/** Who comes with a token. Looked up by its hash, kept at most five seconds, and dropped the moment it is revoked. */
@Injectable()
export class ApiTokens implements OnModuleInit {
  private readonly kept = new Map<string, { at: number; known: Promise<Known | undefined> }>();
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly signIn: SignInPool,
    private readonly limits: TokenLimits,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.notifications.on('samverkan_tokens', () => this.kept.clear());
  }

  /** The organisation's system as an actor, with the least of its roles. Throws 401 with what is wrong with the token, 429 when it asks too often. */
  async actorOf(token: string, network: string): Promise<Actor> {
    const known = form.test(token) ? await this.of(tokenHash(token)) : undefined;
    if (!known) {
      await this.limits.countUnknown(network);
      throw new Refusal(401, 'token.unknown');
    }
    if (known.state !== 'good') throw new Refusal(401, `token.${known.state}`);
    await this.limits.count(known.id);
    this.note(known.id);
    const [role] = rolesIn(known.kind);
    if (!role) throw new Refusal(401, 'token.organization-ended');
    const { id, name, organizationId, countyCodes, scopes } = known;
    return { userId: id, name, membershipId: '', organizationId, role, countyCodes, scopes };
  }

  private of(hash: Buffer): Promise<Known | undefined> {
    const key = hash.toString('base64url');
    const before = this.kept.get(key);
    if (before && Date.now() - before.at < freshMs) return before.known;
    const known = this.read(hash);
    if (this.kept.size > 10_000) this.kept.clear();
    this.kept.set(key, { at: Date.now(), known });
    known.catch(() => this.kept.delete(key));
    return known;
  }

  private async read(hash: Buffer): Promise<Known | undefined> {
    const { rows } = await this.signIn.pool.query<Known>({ name: 'api-token', text: tokenSql, values: [hash] });
    return rows[0];
  }

  /** That it was used, every few minutes and apart from the request. */
  private note(id: string): void {
    const now = Date.now();
    if (now - (this.noted.get(id) ?? 0) < noteMs) return;
    if (this.noted.size > 10_000) this.noted.clear();
    this.noted.set(id, now);
    this.signIn
      .query('update api_token set used_at = clock_timestamp() where id = $1', [id])
      .catch(() => log.warn('that a token was used could not be noted'));
  }
}

const tokenSql = `
  select t.id, t.name, t.scopes, t.organization_id as "organizationId", o.kind,
    coalesce((select json_agg(c.county_code order by c.county_code) from organization_county c where c.organization_id = o.id), '[]') as "countyCodes",
    case when t.revoked_at is not null then 'revoked' when t.last_day < today() then 'expired'
      when o.merged_into_id is not null or o.valid_to < today() then 'organization-ended' else 'good' end as state
  from api_token t join organization o on o.id = t.organization_id where t.token_hash = $1`;
