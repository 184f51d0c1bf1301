import { Injectable } from '@nestjs/common';
import {
  type ApiToken,
  type ApiTokenInput,
  type ApiTokenList,
  type ApiTokenMade,
  tokenDays,
} from '@samverkan/identity/contract';
import { Db, Ledger, badInput, conflict, currentActor, notFound, textWriters } from '@samverkan/shared/api';
import { newApiToken } from './api-tokens';
import { apiTokensPolicy } from './api-tokens.policy';
import { type ApiTokenRow, ApiTokensQueries } from './api-tokens.query';
import { tokenHash } from './one-time-token';

/** Gives an organisation's systems their way in, and takes it from them. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly queries: ApiTokensQueries,
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async list(organizationId = currentActor().organizationId): Promise<ApiTokenList> {
    const actor = currentActor();
    const place = await this.queries.place(organizationId);
    if (!place || !apiTokensPolicy.can('read', actor, place)) throw notFound();
    const { make, revoke } = apiTokensPolicy.allowed(actor, place);
    const items = await this.queries.of(organizationId);
    return {
      organization: place.organization,
      items: items.map((row) => told(row, revoke)),
      allowed: { make },
    };
  }

  /** The secret leaves with this answer and is kept nowhere. */
  async make(input: ApiTokenInput): Promise<ApiTokenMade> {
    const place = await this.queries.place(input.organizationId);
    if (!place || !apiTokensPolicy.can('make', currentActor(), place))
      throw badInput([{ path: 'organizationId', code: 'token.not-yours' }]);
    const span = await this.db.one<{ fits: boolean }>('select $1::date between today() and today() + $2::int as fits', [
      input.lastDay,
      tokenDays,
    ]);
    if (!span?.fits) throw badInput([{ path: 'lastDay', code: 'token.last-day' }]);
    const secret = newApiToken();
    const made = await this.db.one<{ id: string }>('select api_token_make($1, $2, $3, $4, $5) as id', [
      input.organizationId,
      input.name,
      [...new Set(input.scopes)].sort(),
      input.lastDay,
      tokenHash(secret),
    ]);
    if (!made) throw notFound();
    await this.ledger.audited('token.made', 'identity', made.id);
    return { token: told(await this.seen(made.id), true), secret };
  }

  /** It is refused within five seconds, on every replica. */
  async revoke(id: string): Promise<ApiToken> {
    const row = await this.seen(id);
    const place = await this.queries.place(row.organization.id);
    if (!place) throw notFound();
    apiTokensPolicy.require('revoke', currentActor(), place);
    const done = await this.db.query(
      'update api_token set revoked_at = clock_timestamp(), revoked_by = ctx_user() where id = $1 and revoked_at is null returning id',
      [id],
    );
    if (done.length === 0) throw conflict('token.is-revoked');
    await this.ledger.audited('token.revoked', 'identity', id);
    return told(await this.seen(id), true);
  }

  private async seen(id: string): Promise<ApiTokenRow> {
    const row = await this.queries.one(id);
    if (!row) throw notFound();
    return row;
  }
}

const told = (row: ApiTokenRow, administers: boolean): ApiToken => ({
  ...row,
  allowed: {
    revoke: administers && row.state !== 'revoked',
    hide: !row.nameHidden && textWriters.includes(currentActor().role),
  },
});
