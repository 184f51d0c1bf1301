// A key by which an organisation's own system reads or writes without anybody being signed in.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment, TokenScope, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/** The longest a token is good for, in days. */
export const tokenDays = 366;

/** `good`, or why it is refused: its last day has passed, somebody revoked it, or its organisation is no more. */
export const tokenStates = ['good', 'expired', 'revoked', 'organization-ended'] as const;

/** What is known of a token: never the token itself, which is shown once and kept as a hash. */
export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    organization: OrganizationRef,
    scopes: z.array(TokenScope),
    /** The last day it is good for. */
    lastDay: Day,
    /** Thirty days or less are left. */
    endsSoon: z.boolean(),
    state: z.enum(tokenStates),
    madeAt: Moment,
    /** Null when the reader may not know who. */
    madeBy: z.string().nullable(),
    /** The latest time it was used, to within five minutes. */
    usedAt: Moment.nullable(),
    revokedAt: Moment.nullable(),
    /** Its name is hidden until it has been cleaned. */
    nameHidden: z.boolean(),
    allowed: z.object({ revoke: z.boolean(), hide: z.boolean() }),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof ApiToken>;

/** Of one organisation, the acting one's when none is given. */
export const ApiTokenQuery = z.object({ organization: Id.optional() }).meta({ id: 'ApiTokenQuery' });
export type ApiTokenQuery = z.infer<typeof ApiTokenQuery>;

export const ApiTokenList = z
  .object({
    organization: OrganizationRef,
    items: z.array(ApiToken),
    allowed: z.object({ make: z.boolean() }),
  })
  .meta({ id: 'ApiTokenList' });
export type ApiTokenList = z.infer<typeof ApiTokenList>;

export const ApiTokenInput = z
  .strictObject({
    organizationId: Id,
    /** Which system it is for: it stands in history beside the organisation. */
    name: line(80),
    scopes: z.array(TokenScope).min(1).max(10),
    /** From today, at most a year ahead. */
    lastDay: Day,
  })
  .meta({ id: 'ApiTokenInput' });
export type ApiTokenInput = z.infer<typeof ApiTokenInput>;

/** The token, this once. */
export const ApiTokenMade = z.object({ token: ApiToken, secret: z.string() }).meta({ id: 'ApiTokenMade' });
export type ApiTokenMade = z.infer<typeof ApiTokenMade>;

/** An address that is open to tokens, and the scopes of which it takes one. */
export const TokenAddress = z
  .object({ method: z.string(), path: z.string(), scopes: z.array(TokenScope) })
  .meta({ id: 'TokenAddress' });
export type TokenAddress = z.infer<typeof TokenAddress>;
export const TokenAddresses = z.object({ items: z.array(TokenAddress) }).meta({ id: 'TokenAddresses' });
export type TokenAddresses = z.infer<typeof TokenAddresses>;
