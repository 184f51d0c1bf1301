import { Injectable } from '@nestjs/common';
import type { AcceptanceInput, Invited, SignInAnswer } from '@samverkan/identity/contract';
import { Ledger, Refusal, type SqlRunner, badInput, currentScope } from '@samverkan/shared/api';
import { guardText } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { Accounts, ownWords } from './accounts';
import { tokenHash } from './one-time-token';
import { Passwords } from './passwords';
import { Members } from './members';
import { SessionService } from './session.service';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

interface Waiting extends Invited {
  id: string;
  organizationId: string;
  /** The account that has the address, in use or closed. */
  account: { id: string; disabled: boolean } | null;
}

/** An invitation from the side of the one who was sent it. Only accepting uses it: programs that open links in mail use up nothing. */
@Injectable()
export class InvitedService {
  constructor(
    private readonly signIn: SignInPool,
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
    private readonly passwords: Passwords,
    private readonly session: SessionService,
    private readonly members: Members,
    private readonly ledger: Ledger,
  ) {}

  async read(token: string, network: string): Promise<Invited> {
    await this.limits.countNetwork(network);
    const { email, organization, role, title, hasAccount } = await this.waiting(tokenHash(token));
    await this.limits.networkWasRight(network);
    return { email, organization, role, title, hasAccount };
  }

  /** A new account, which then gets its second factor; or one more membership for somebody signed in. */
  async accept(request: Request, response: Response, input: AcceptanceInput): Promise<SignInAnswer> {
    await this.limits.countNetwork(request.ip ?? '');
    const answer = await this.become(request, response, input);
    await this.limits.networkWasRight(request.ip ?? '');
    return answer;
  }

  private async become(request: Request, response: Response, input: AcceptanceInput): Promise<SignInAnswer> {
    const hash = tokenHash(input.token);
    const invitation = await this.waiting(hash);
    const actor = currentScope()?.actor;
    if (actor) {
      // What is given in an emergency's hour would stand after it.
      if ((await this.accounts.of(actor.userId))?.sealed) throw new Refusal(403, 'invitation.not-for-sealed');
      await this.take(hash, invitation, () => Promise.resolve(actor.userId));
      this.members.forget(actor.userId);
      return this.session.current();
    }
    if (invitation.hasAccount) throw new Refusal(409, 'invitation.sign-in-first');
    const { name, password } = input;
    if (!name || !password) throw badInput([{ path: name ? 'password' : 'name', code: 'field.required' }]);
    if (guardText(name).some(({ grade }) => grade === 'stop'))
      throw badInput([{ path: 'name', code: 'text.personal-number' }]);
    this.passwords.judge(
      password,
      ownWords({ email: invitation.email, name, organizations: [invitation.organization] }),
    );
    const userId = await this.take(hash, invitation, async (sql) => {
      const id = await accountFor(sql, invitation, name);
      await this.passwords.keep(sql, id, password);
      return id;
    });
    return this.session.passwordWasRight(request, response, userId);
  }

  /** Somebody came through an authority's sign-in with the invitation: she needs no password here. */
  async acceptWithIdentity(hash: Buffer, person: { issuer: string; subject: string; name: string }): Promise<string> {
    const invitation = await this.waiting(hash);
    if (invitation.hasAccount) throw new Refusal(409, 'invitation.sign-in-first');
    return this.take(hash, invitation, async (sql) => {
      const id = await accountFor(sql, invitation, person.name || invitation.email.split('@')[0] || invitation.email);
      await sql('insert into oidc_identity (issuer, subject, user_id) values ($1, $2, $3)', [
        person.issuer,
        person.subject,
        id,
      ]);
      return id;
    });
  }

  /** Uses the invitation once, whoever else tries at the same time. */
  private take(hash: Buffer, invitation: Waiting, who: (sql: SqlRunner) => Promise<string>): Promise<string> {
    return this.signIn.transaction({ organizationId: invitation.organizationId }, async (sql) => {
      const used = await sql(
        `update invitation set used_at = clock_timestamp()
         where token_hash = $1 and used_at is null and withdrawn_at is null and expires_at > now() returning id`,
        [hash],
      );
      if (used.length === 0) throw new Refusal(409, 'invitation.not-good');
      const userId = await who(sql);
      await sql(
        `insert into membership (user_id, organization_id, role, title, attested_on) values ($1, $2, $3, $4, today())
         on conflict (user_id, organization_id, role) do update
           set title = excluded.title, valid_from = today(), valid_to = null, attested_on = today(), warned_on = null`,
        [userId, invitation.organizationId, invitation.role, invitation.title],
      );
      await sql('update invitation set used_by = $2 where id = $1', [invitation.id, userId]);
      await sql(`select set_config('samverkan.user', $1, true)`, [userId]);
      await this.ledger.auditedBy(sql, userId, 'invitation.accepted', 'identity', invitation.id);
      return userId;
    });
  }

  /** One answer to a code that is wrong, old, used or withdrawn. */
  private async waiting(hash: Buffer): Promise<Waiting> {
    const [row] = await this.signIn.query(
      `select i.id, i.email, i.role, i.title, o.name as organization, o.id as "organizationId",
         (select json_build_object('id', u.id, 'disabled', u.disabled_at is not null and not u.sealed) from app_user u where lower(u.email) = lower(i.email)) as account
       from invitation i join organization o on o.id = i.organization_id
       where i.token_hash = $1 and i.used_at is null and i.withdrawn_at is null and i.expires_at > now()`,
      [hash],
    );
    if (!row) throw new Refusal(409, 'invitation.not-good');
    const invitation = row as unknown as Omit<Waiting, 'hasAccount'>;
    return { ...invitation, hasAccount: invitation.account !== null && !invitation.account.disabled };
  }
}

/** A new account, or the closed one of the same address opened again: it keeps its history and its second factor. */
async function accountFor(sql: SqlRunner, invitation: Waiting, name: string): Promise<string> {
  const [row] = invitation.account
    ? await sql(
        `update app_user set disabled_at = null, disabled_reason = null, seen_on = today(), warned_on = null, name = $2 where id = $1 returning id`,
        [invitation.account.id, name],
      )
    : await sql('insert into app_user (email, name) values ($1, $2) returning id', [invitation.email, name]);
  return String(row?.['id']);
}
