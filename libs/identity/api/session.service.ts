import { Inject, Injectable } from '@nestjs/common';
import type { BreakGlassInput, DemoAccount, Session, SignInAnswer, SignInOptions } from '@samverkan/identity/contract';
import {
  type Actor,
  CONFIGURATION,
  type Configuration,
  Db,
  Ledger,
  Mail,
  Refusal,
  currentActor,
  notFound,
  notSignedIn,
} from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { type AccountFacts, Accounts } from './accounts';
import { BreakGlass } from './break-glass';
import { DEMO_ACCOUNTS } from './demo-accounts.token';
import { KnownDevices } from './known-devices';
import { Letters } from './letters';
import { type Member, Members } from './members';
import { OidcProviders } from './oidc-providers';
import { Passkeys } from './passkeys';
import { RecoveryCodes } from './recovery-codes';
import { Sessions } from './sessions';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';
import { Totp } from './totp';

/** Coming in, step by step, acting for another organisation, and going out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly members: Members,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly signInPool: SignInPool,
    private readonly limits: SignInLimits,
    private readonly devices: KnownDevices,
    private readonly totp: Totp,
    private readonly recovery: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly breakGlass: BreakGlass,
    private readonly providers: OidcProviders,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly db: Db,
    private readonly ledger: Ledger,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
    @Inject(DEMO_ACCOUNTS) private readonly demoAccounts: readonly DemoAccount[],
  ) {}

  options(): SignInOptions {
    const demo = this.settings.SAMVERKAN_DEMO;
    return {
      demo,
      demoAccounts: demo ? [...this.demoAccounts] : [],
      providers: this.providers.offered(),
      mail: this.mail.isAvailable,
    };
  }

  async current(): Promise<Session> {
    const actor = currentActor();
    const member = await this.members.of(actor.userId);
    if (!member) throw notSignedIn();
    return this.view(member, actor.membershipId);
  }

  /** The password was right. Signed in at once only in a made-up account of the demo without a second factor. */
  async passwordWasRight(request: Request, response: Response, userId: string): Promise<SignInAnswer> {
    const account = await this.accounts.of(userId);
    const member = await this.members.of(userId);
    // Without a membership she has nothing to sign in to, and is told no more than a stranger.
    if (!account || !member?.memberships[0]) throw new Refusal(401, 'session.wrong-credentials');
    const next = this.nextStep(account);
    if (!next) return this.enter(request, response, account);
    await this.sessions.wait(request, { userId, next });
    return { next, methods: next === 'second-factor' ? methodsOf(account) : [] };
  }

  /** The second step by a code of the app, or a recovery code. */
  async giveCode(request: Request, response: Response, code: string): Promise<Session> {
    const { userId } = this.waitingFor(request, 'second-factor');
    await this.limits.countFactor(userId);
    const account = await this.accounts.of(userId);
    if (!account) throw notSignedIn();
    const right = await this.codeIsRight(account, code);
    if (!right) throw new Refusal(401, 'session.wrong-code');
    await this.limits.factorWasRight(userId);
    return this.enter(request, response, account);
  }

  /** True when the code is of the person's app or one of her recovery codes; she is told when it was the latter. */
  async codeIsRight(account: AccountFacts, code: string): Promise<boolean> {
    if (account.totp && (await this.totp.isRight(account.id, code))) return true;
    if (!(await this.recovery.use(account.id, code))) return false;
    if (this.mail.isAvailable)
      await this.signInPool.transaction({ userId: account.id }, (sql) =>
        this.mail.send(this.letters.changed(account.email, 'recovery-code'), sql),
      );
    return true;
  }

  /** The challenge for a passkey: hers when a sign-in waits, any when none does. */
  async askForPasskey(request: Request): Promise<object> {
    await this.limits.countBegun(request, this.sessions.isNew(request));
    return this.passkeys.ask(request, this.sessions.pending(request)?.userId);
  }

  /** A passkey is both factors: it signs in with or without a password before it. */
  async givePasskey(request: Request, response: Response, answer: unknown): Promise<Session> {
    await this.limits.countNetwork(request.ip ?? '');
    const waiting = this.sessions.pending(request);
    const userId = await this.passkeys.prove(request, answer);
    if (waiting && waiting.userId !== userId) throw new Refusal(401, 'passkey.not-known');
    const account = await this.accounts.of(userId);
    const member = await this.members.of(userId);
    if (!account || !member?.memberships[0]) throw new Refusal(401, 'passkey.not-known');
    await this.limits.begunWasRight(request.ip ?? '', request.session.begun);
    const session = await this.enter(request, response, account);
    await this.limits.networkWasRight(request.ip ?? '');
    return session;
  }

  /** An emergency account: the reason is kept, everyone who administers is told, and it ends after an hour. */
  async giveReason(request: Request, response: Response, input: BreakGlassInput): Promise<Session> {
    const { userId } = this.waitingFor(request, 'reason');
    const account = await this.accounts.of(userId);
    if (!account?.sealed) throw notSignedIn();
    const endsAt = await this.breakGlass.open(account, input.reason);
    return this.enter(request, response, account, endsAt);
  }

  /** Signed in: a new session, a browser to remember, a row for the auditor. An emergency account comes no way but by its reason. */
  async enter(request: Request, response: Response, account: AccountFacts, endsAt?: number): Promise<Session> {
    if (account.sealed && endsAt === undefined) throw new Refusal(401, 'session.wrong-credentials');
    const member = await this.members.of(account.id);
    const first = member?.memberships[0];
    if (!member || !first) throw new Refusal(401, 'session.wrong-credentials');
    await this.sessions.begin(request, account.id, first.id, endsAt);
    if (!account.sealed) await this.devices.remember(response, this.limits.pseudonym(account.email));
    await this.signInPool.query(
      'update app_user set seen_on = today(), warned_on = null where id = $1 and seen_on < today()',
      [account.id],
    );
    await this.db.transaction(() => this.ledger.audited('session.began', 'identity', null), actorOf(member, first.id));
    return this.view(member, first.id);
  }

  async actAs(request: Request, membershipId: string): Promise<Session> {
    const actor = currentActor();
    const member = await this.members.of(actor.userId);
    if (!member?.memberships.some((membership) => membership.id === membershipId)) throw notFound();
    await this.ledger.auditedFirst('session.acts-for', 'identity', membershipId);
    await this.sessions.actAs(request, membershipId);
    return this.view(member, membershipId);
  }

  async signOut(request: Request): Promise<void> {
    await this.ledger.auditedFirst('session.ended', 'identity', null);
    await this.sessions.end(request);
  }

  private nextStep(account: AccountFacts): 'second-factor' | 'enrolment' | 'reason' | undefined {
    if (account.sealed) return 'reason';
    if (account.totp || account.passkeys > 0) return 'second-factor';
    return account.demo && this.settings.SAMVERKAN_DEMO ? undefined : 'enrolment';
  }

  private waitingFor(request: Request, next: 'second-factor' | 'reason') {
    const waiting = this.sessions.pending(request);
    if (waiting?.next !== next) throw new Refusal(401, 'session.step-expired');
    return waiting;
  }

  private view(member: Member, membershipId: string): Session {
    const acting = member.memberships.find((membership) => membership.id === membershipId);
    if (!acting) throw notSignedIn();
    const { user, memberships, shortcuts } = member;
    return { user, acting, memberships, demo: this.settings.SAMVERKAN_DEMO, shortcuts };
  }
}

const methodsOf = (account: AccountFacts) => [
  ...(account.totp ? (['totp'] as const) : []),
  ...(account.passkeys > 0 ? (['passkey'] as const) : []),
  ...(account.recoveryCodesLeft > 0 ? (['recovery-code'] as const) : []),
];

function actorOf(member: Member, membershipId: string): Actor {
  const acting = member.memberships.find(({ id }) => id === membershipId);
  if (!acting) throw notSignedIn();
  return {
    userId: member.user.id,
    name: member.user.name,
    membershipId,
    organizationId: acting.organization.id,
    role: acting.role,
    countyCodes: acting.countyCodes,
  };
}
