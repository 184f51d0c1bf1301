import { Inject, Injectable } from '@nestjs/common';
import type { OidcStartInput } from '@samverkan/identity/contract';
import {
  CONFIGURATION,
  type Configuration,
  Ledger,
  type OidcProvider,
  Refusal,
  currentScope,
  log,
} from '@samverkan/shared/api';
import { guardText } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import * as client from 'openid-client';
import { Accounts } from './accounts';
import { InvitedService } from './invited.service';
import { OidcProviders } from './oidc-providers';
import { tokenHash } from './one-time-token';
import { type OidcJourney, pendingMs } from './session-data';
import { SessionService } from './session.service';
import { Sessions } from './sessions';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

/** Whom the authority says that it is. Of all that it may send, this is what is read; a personal number is never among it. */
interface Identity {
  issuer: string;
  subject: string;
  name: string;
}

/** Sign-in through an authority: OpenID Connect with private_key_jwt, PKCE, state, nonce and issuer. An account is issuer and subject, never a mail. */
@Injectable()
export class OidcService {
  constructor(
    private readonly providers: OidcProviders,
    private readonly accounts: Accounts,
    private readonly invited: InvitedService,
    private readonly session: SessionService,
    private readonly sessions: Sessions,
    private readonly signIn: SignInPool,
    private readonly limits: SignInLimits,
    private readonly ledger: Ledger,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
  ) {}

  /** The authority's address to go to. What must come back unchanged waits in the session. */
  async start(request: Request, id: string, input: OidcStartInput): Promise<string> {
    const provider = this.providers.one(id);
    if (input.connect) this.sessions.requireProof(request);
    const configuration = await this.providers.configurationOf(provider).catch(() => {
      throw new Refusal(503, 'oidc.away', { retryAfterSeconds: 10 });
    });
    await this.limits.countBegun(request, this.sessions.isNew(request));
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const returnTo = input.returnTo ?? '/';
    request.session.oidc = {
      provider: id,
      state,
      nonce,
      verifier,
      // Only addresses of this site: "//elsewhere" would leave it.
      returnTo: /^\/(?![/\\])/.test(returnTo) ? returnTo : '/',
      invitation: input.invitation ? tokenHash(input.invitation).toString('base64url') : undefined,
      connect: input.connect,
      at: Date.now(),
    };
    await this.sessions.save(request);
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(request, id),
      scope: 'openid profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(provider.acrValues ? { acr_values: provider.acrValues.join(' ') } : {}),
    }).href;
  }

  /** Back from the authority. Gives where in the portal to go on; throws a refusal with a code for everything that does not fit. */
  async finish(request: Request, response: Response, id: string): Promise<string> {
    await this.limits.countNetwork(request.ip ?? '');
    const { begun } = request.session;
    const to = await this.arrive(request, response, id);
    await this.limits.begunWasRight(request.ip ?? '', begun);
    await this.limits.networkWasRight(request.ip ?? '');
    return to;
  }

  private async arrive(request: Request, response: Response, id: string): Promise<string> {
    const journey = request.session.oidc;
    // Answered once, whatever the answer.
    delete request.session.oidc;
    await this.sessions.save(request);
    if (!journey || journey.provider !== id || Date.now() - journey.at > pendingMs)
      throw new Refusal(401, 'oidc.not-expected');
    const provider = this.providers.one(id);
    const person = await this.ask(request, provider, journey);
    if (guardText(person.subject).some(({ grade }) => grade === 'stop')) throw new Refusal(401, 'oidc.personal-number');
    const userId = journey.connect
      ? await this.connect(person)
      : ((await this.known(person)) ?? (await this.newcomer(person, journey)));
    if (journey.connect) return '/konto';
    const account = await this.accounts.of(userId);
    if (!account) throw new Refusal(401, 'oidc.no-account');
    await this.session.enter(request, response, account);
    return journey.returnTo;
  }

  private async ask(request: Request, provider: OidcProvider, journey: OidcJourney): Promise<Identity> {
    const here = new URL(request.originalUrl, this.callback(request, provider.id));
    try {
      const tokens = await client.authorizationCodeGrant(await this.providers.configurationOf(provider), here, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Refusal(401, 'oidc.refused');
      if (provider.acrValues && !provider.acrValues.includes(String(claims['acr'])))
        throw new Refusal(401, 'oidc.too-weak');
      const name = typeof claims['name'] === 'string' ? claims['name'].slice(0, 100) : '';
      return { issuer: claims.iss, subject: claims.sub, name: guardText(name).length > 0 ? '' : name };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      log.warn(
        { provider: provider.id, fault: error instanceof Error ? error.name : 'unknown' },
        'a sign-in was refused',
      );
      throw new Refusal(401, 'oidc.refused');
    }
  }

  private async known({ issuer, subject }: Identity): Promise<string | undefined> {
    const [row] = await this.signIn.query(
      'select user_id as id from oidc_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return row ? String(row['id']) : undefined;
  }

  private async newcomer(person: Identity, { invitation }: OidcJourney): Promise<string> {
    if (!invitation) throw new Refusal(401, 'oidc.no-account');
    return this.invited.acceptWithIdentity(Buffer.from(invitation, 'base64url'), person);
  }

  /** Somebody signed in here has shown that the authority's account is hers. It may belong to one person only. */
  private async connect(person: Identity): Promise<string> {
    const actor = currentScope()?.actor;
    if (!actor) throw new Refusal(401, 'oidc.not-expected');
    const { userId, organizationId } = actor;
    if ((await this.accounts.of(userId))?.sealed) throw new Refusal(403, 'account.sealed');
    await this.signIn.transaction({ userId, organizationId }, async (sql) => {
      const kept = await sql(
        `insert into oidc_identity (issuer, subject, user_id) values ($1, $2, $3)
         on conflict (issuer, subject) do update set user_id = oidc_identity.user_id returning user_id as id`,
        [person.issuer, person.subject, userId],
      );
      if (kept[0]?.['id'] !== userId) throw new Refusal(409, 'oidc.belongs-to-another');
      await this.ledger.auditedBy(sql, userId, 'account.authority-connected', 'identity', userId);
    });
    return userId;
  }

  /** One address for each authority: an answer meant for one cannot be given to another. */
  private callback(request: Request, id: string): string {
    const home = this.settings.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${request.get('host') ?? 'localhost'}`;
    return `${home}/api/oidc/${id}/callback`;
  }
}
