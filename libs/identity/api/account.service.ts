import { Injectable } from '@nestjs/common';
import type { Account, Enrolled, PasswordChangeInput, Session, TotpOffer } from '@samverkan/identity/contract';
import {
  Ledger,
  Mail,
  Refusal,
  type SqlRunner,
  badInput,
  currentActor,
  currentScope,
  moment,
  notFound,
  notSignedIn,
} from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { type AccountFacts, Accounts, ownWords } from './accounts';
import { sessionName } from './session-name';
import { Letters } from './letters';
import { OidcProviders } from './oidc-providers';
import { Passkeys } from './passkeys';
import { Passwords } from './passwords';
import { RecoveryCodes } from './recovery-codes';
import { Members } from './members';
import { SessionService } from './session.service';
import { Sessions, isOver } from './sessions';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';
import { Totp } from './totp';

/** What somebody does with her own account: how she proves who she is, and where she is signed in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly session: SessionService,
    private readonly signIn: SignInPool,
    private readonly limits: SignInLimits,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly recovery: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly providers: OidcProviders,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly ledger: Ledger,
    private readonly members: Members,
  ) {}

  async read(request: Request): Promise<Account> {
    const account = await this.signedIn(request);
    const keys = await this.signIn.query(
      `select id, name, ${moment('created_at')} as "createdAt", ${moment('used_at')} as "usedAt" from passkey where user_id = $1 order by created_at`,
      [account.id],
    );
    const issuers = await this.signIn.query('select issuer from oidc_identity where user_id = $1 order by created_at', [
      account.id,
    ]);
    const rows = (await this.signIn.query(
      `select sid, sess, (extract(epoch from expire at time zone current_setting('timezone')) * 1000)::float8 as expires
       from session where sess ->> 'userId' = $1 and expire > now()`,
      [account.id],
    )) as { sid: string; sess: SessionRow; expires: number }[];
    return {
      email: account.email,
      hasPassword: account.hasPassword,
      totp: account.totp,
      passkeys: keys as Account['passkeys'],
      recoveryCodesLeft: account.recoveryCodesLeft,
      authorities: issuers.map(({ issuer }) => this.providers.named(String(issuer))),
      sessions: rows
        .filter(({ sess }) => !isOver(sess))
        .map(({ sid, sess, expires }) => ({
          id: sessionName(sid),
          device: sess.device ?? '',
          signedInAt: new Date(sess.startedAt ?? expires - (sess.cookie.originalMaxAge ?? 0)).toISOString(),
          seenAt: nearly(expires - (sess.cookie.originalMaxAge ?? 0)),
          current: sid === request.sessionID,
        }))
        .sort((a, b) => Number(b.current) - Number(a.current) || b.seenAt.localeCompare(a.seenAt)),
    };
  }

  /** Password or code once more: good for ten minutes. */
  async prove(request: Request, secret: string): Promise<void> {
    const account = await this.signedIn(request);
    await this.limits.countFactor(account.id);
    const right = (await this.session.codeIsRight(account, secret)) || (await this.passwordFits(account, secret));
    if (!right) throw new Refusal(403, 'session.wrong-proof');
    await this.limits.factorWasRight(account.id);
    request.session.provedAt = Date.now();
    await this.sessions.save(request);
  }

  async changePassword(request: Request, input: PasswordChangeInput): Promise<void> {
    const account = await this.signedIn(request);
    await this.limits.countFactor(account.id);
    if (!(await this.passwordFits(account, input.current)))
      throw badInput([{ path: 'current', code: 'session.wrong-password' }]);
    await this.limits.factorWasRight(account.id);
    this.passwords.judge(input.password, ownWords(account));
    await this.change(request, account, 'account.password-changed', async (sql) => {
      await this.passwords.keep(sql, account.id, input.password);
      await this.accounts.endSessions(sql, account.id, request.sessionID);
      await this.tell(sql, account, 'password');
    });
  }

  /** A secret for an authenticator app, for somebody signed in or on her way in for the first time. */
  async offerTotp(request: Request): Promise<TotpOffer> {
    const account = await this.enrolling(request);
    const { sealed, ...offer } = await this.totp.offer(account.id, account.email);
    request.session.totpOffer = sealed;
    await this.sessions.save(request);
    return offer;
  }

  async confirmTotp(request: Request, response: Response, code: string): Promise<Enrolled> {
    const account = await this.enrolling(request);
    await this.limits.countFactor(account.id);
    const sealed = request.session.totpOffer;
    if (!sealed) throw new Refusal(401, 'session.step-expired');
    const enrolled = await this.enrol(request, response, account, (sql) =>
      this.totp.confirm(sql, account.id, sealed, code),
    );
    await this.limits.factorWasRight(account.id);
    return enrolled;
  }

  async removeTotp(request: Request): Promise<void> {
    const account = await this.signedIn(request);
    this.sessions.requireProof(request);
    await this.change(request, account, 'account.factor-removed', async (sql) => {
      await this.holdFactors(sql, account);
      const gone = await sql('delete from totp where user_id = $1 returning user_id', [account.id]);
      if (gone.length === 0) throw notFound();
      await this.keepOneFactor(sql, account);
      await this.tell(sql, account, 'second-factor');
    });
  }

  async offerPasskey(request: Request): Promise<object> {
    const account = await this.enrolling(request);
    return this.passkeys.offer(request, { userId: account.id, email: account.email, name: account.name });
  }

  async keepPasskey(request: Request, response: Response, answer: unknown, name: string): Promise<Enrolled> {
    const account = await this.enrolling(request);
    return this.enrol(request, response, account, (sql) => this.passkeys.keep(sql, request, account.id, answer, name));
  }

  async removePasskey(request: Request, id: string): Promise<void> {
    const account = await this.signedIn(request);
    this.sessions.requireProof(request);
    await this.change(request, account, 'account.factor-removed', async (sql) => {
      await this.holdFactors(sql, account);
      const gone = await sql('delete from passkey where user_id = $1 and id = $2 returning id', [account.id, id]);
      if (gone.length === 0) throw notFound();
      await this.keepOneFactor(sql, account);
      await this.tell(sql, account, 'second-factor');
    });
  }

  async renewRecoveryCodes(request: Request): Promise<Enrolled> {
    const account = await this.signedIn(request);
    this.sessions.requireProof(request);
    const recoveryCodes = await this.change(request, account, 'account.codes-renewed', (sql) =>
      this.recovery.renew(sql, account.id),
    );
    return { recoveryCodes, session: null };
  }

  /** Takes hold at once here, and within five seconds wherever else she is signed in. */
  async useShortcuts(on: boolean): Promise<void> {
    const { userId } = currentActor();
    await this.signIn.query('update app_user set shortcuts = $2 where id = $1', [userId, on]);
    this.members.forget(userId);
  }

  /** Everywhere but here. */
  async endOtherSessions(request: Request): Promise<void> {
    const account = await this.signedIn(request);
    await this.change(request, account, 'session.ended-elsewhere', (sql) =>
      this.accounts.endSessions(sql, account.id, request.sessionID),
    );
  }

  async endSession(request: Request, name: string): Promise<void> {
    const account = await this.signedIn(request);
    const rows = await this.signIn.query(`select sid from session where sess ->> 'userId' = $1`, [account.id]);
    const sid = rows.map((row) => String(row['sid'])).find((one) => sessionName(one) === name);
    if (!sid) throw notFound();
    await this.change(request, account, 'session.ended-elsewhere', async (sql) => {
      const gone = await sql('delete from session where sid = $1 returning sid', [sid]);
      if (gone.length === 0) throw notFound();
    });
  }

  private async passwordFits(account: AccountFacts, password: string): Promise<boolean> {
    const [row] = await this.signIn.query('select password_hash as hash from credential where user_id = $1', [
      account.id,
    ]);
    return this.passwords.fits(row?.['hash'] as string | undefined, password);
  }

  /** Somebody signed in who has proved herself, or on her way in who has no second factor yet. */
  private async enrolling(request: Request): Promise<AccountFacts> {
    const waiting = this.sessions.pending(request);
    if (waiting?.next !== 'enrolment') {
      const account = await this.signedIn(request);
      this.sessions.requireProof(request);
      // What is added in an emergency's hour would open the account after it.
      if (account.sealed) throw new Refusal(403, 'account.sealed');
      return account;
    }
    const account = await this.accounts.of(waiting.userId);
    if (!account || account.totp || account.passkeys > 0) throw notSignedIn();
    return account;
  }

  private async enrol(
    request: Request,
    response: Response,
    account: AccountFacts,
    keep: (sql: SqlRunner) => Promise<void>,
  ): Promise<Enrolled> {
    const recoveryCodes = await this.change(request, account, 'account.factor-added', async (sql) => {
      await keep(sql);
      await this.tell(sql, account, 'second-factor');
      return this.recovery.ensure(sql, account.id);
    });
    let session: Session | null = null;
    if (request.session.userId) delete request.session.totpOffer;
    else session = await this.session.enter(request, response, account);
    return { recoveryCodes, session };
  }

  private async signedIn(request: Request): Promise<AccountFacts> {
    const { userId } = request.session;
    const account = userId ? await this.accounts.of(userId) : undefined;
    if (!account || !currentScope()?.actor) throw notSignedIn();
    return account;
  }

  /** Whoever takes away a factor of the same account at the same time waits, and then meets what is left. */
  private async holdFactors(sql: SqlRunner, account: AccountFacts): Promise<void> {
    await sql('select 1 from app_user where id = $1 for update', [account.id]);
  }

  private async keepOneFactor(sql: SqlRunner, account: AccountFacts): Promise<void> {
    const left = await sql(
      `select 1 from totp where user_id = $1 and confirmed_at is not null union all select 1 from passkey where user_id = $1 limit 1`,
      [account.id],
    );
    if (left.length === 0 && !account.demo) throw new Refusal(409, 'account.last-factor');
  }

  private async tell(sql: SqlRunner, account: AccountFacts, what: 'password' | 'second-factor'): Promise<void> {
    if (this.mail.isAvailable) await this.mail.send(this.letters.changed(account.email, what), sql);
  }

  /** One transaction of the sign-in role, with its row for the auditor. */
  private change<T>(
    request: Request,
    account: AccountFacts,
    verb: string,
    work: (sql: SqlRunner) => Promise<T>,
  ): Promise<T> {
    const organizationId = currentScope()?.actor?.organizationId;
    return this.signIn.transaction({ userId: account.id, organizationId }, async (sql) => {
      const result = await work(sql);
      await this.ledger.auditedBy(sql, account.id, verb, 'identity', account.id);
      return result;
    });
  }
}

interface SessionRow {
  device?: string;
  startedAt?: number;
  endsAt?: number;
  cookie: { originalMaxAge?: number };
}

/** The sign of life is written every five minutes at most: a finer time would say more than is known. */
const nearly = (at: number): string => new Date(Math.floor(at / 300_000) * 300_000).toISOString();
