import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PasswordResetInput } from '@samverkan/identity/contract';
import { Jobs, Ledger, Mail, Refusal, Sealer, jobKind, log } from '@samverkan/shared/api';
import * as z from 'zod';
import { Accounts, ownWords } from './accounts';
import { Letters } from './letters';
import { newToken, tokenHash } from './one-time-token';
import { Passwords } from './passwords';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

const minutes = 30;
const resetAsked = jobKind({ name: 'identity.reset-asked', data: z.strictObject({ sealed: z.string() }), retries: 2 });

/** A forgotten password is replaced by mail. Whether the address has an account shows neither in the answer nor in its time. */
@Injectable()
export class PasswordResetsService implements OnModuleInit {
  constructor(
    private readonly signIn: SignInPool,
    private readonly limits: SignInLimits,
    private readonly passwords: Passwords,
    private readonly accounts: Accounts,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly jobs: Jobs,
    private readonly sealer: Sealer,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.register(resetAsked, async ({ sealed }) => {
      const { email } = (await this.sealer.open(sealed, 'reset')) as { email: string };
      await this.write(email);
    });
  }

  /** The same work for every address: a sealed job. Whether there is an account is found out later, by the job. */
  async ask(email: string, network: string): Promise<void> {
    if (!this.mail.isAvailable) throw new Refusal(409, 'mail.not-configured');
    await this.limits.countNetwork(network);
    const may = await this.limits.mayWriteTo(this.limits.pseudonym(email));
    const sealed = await this.sealer.seal({ email: may ? email : '' }, 'reset');
    await this.signIn.transaction({}, (via) => this.jobs.send(resetAsked, { sealed }, { via }));
  }

  /** Ends her sessions; the next sign-in still asks for the second factor. A code that is wrong, old or used is one answer. */
  async replace(input: PasswordResetInput, network: string): Promise<void> {
    await this.limits.countNetwork(network);
    const [row] = await this.signIn.query(
      `select r.user_id as id from password_reset r where r.token_hash = $1 and r.used_at is null and r.expires_at > now()`,
      [tokenHash(input.token)],
    );
    const account = row ? await this.accounts.of(String(row['id'])) : undefined;
    if (!account) throw new Refusal(409, 'reset.not-good');
    this.passwords.judge(input.password, ownWords(account));
    await this.signIn.transaction({ userId: account.id }, async (sql) => {
      const used = await sql(
        `update password_reset set used_at = clock_timestamp() where token_hash = $1 and used_at is null returning user_id`,
        [tokenHash(input.token)],
      );
      if (used.length === 0) throw new Refusal(409, 'reset.not-good');
      await this.passwords.keep(sql, account.id, input.password);
      await this.accounts.endSessions(sql, account.id);
      await this.ledger.auditedBy(sql, account.id, 'account.password-reset', 'identity', account.id);
      await this.mail.send(this.letters.changed(account.email, 'password'), sql);
    });
    await this.limits.networkWasRight(network);
  }

  private async write(email: string): Promise<void> {
    const [row] = await this.signIn.query(
      `select id, email from app_user where lower(email) = lower($1) and disabled_at is null and not sealed`,
      [email],
    );
    if (!row) {
      log.info('a reset was asked for an address without an account');
      return;
    }
    const token = newToken();
    await this.signIn.transaction({ userId: String(row['id']) }, async (sql) => {
      await sql('delete from password_reset where user_id = $1 or expires_at < now()', [row['id']]);
      await sql(
        `insert into password_reset (token_hash, user_id, expires_at) values ($1, $2, now() + interval '${minutes} minutes')`,
        [tokenHash(token), row['id']],
      );
      await this.mail.send(this.letters.reset(String(row['email']), token), sql);
    });
  }
}
