import { Injectable } from '@nestjs/common';
import {
  type Erasure,
  type ErasureDecisionInput,
  type ErasureInput,
  erasureGrounds,
  refusalGrounds,
} from '@samverkan/privacy/contract';
import {
  Db,
  Ledger,
  Mail,
  type OpenWork,
  PersonalData,
  badInput,
  conflict,
  currentActor,
  forbidden,
  inTurn,
  notFound,
} from '@samverkan/shared/api';
import { Accounts } from './accounts';
import { ErasureQueries, type ErasureRow } from './erasures.query';
import { PrivacyLetters } from './privacy-letters';

const verbs = { erase: 'erasure.erased', pseudonymise: 'erasure.pseudonymised', refuse: 'erasure.refused' } as const;

/** From a request to a decision with its ground, and what was decided carried out in the same transaction. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly db: Db,
    private readonly queries: ErasureQueries,
    private readonly port: PersonalData,
    private readonly accounts: Accounts,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: PrivacyLetters,
  ) {}

  async list(): Promise<Erasure[]> {
    const rows = await this.queries.all();
    await this.ledger.contactRead(
      'privacy',
      rows.filter(({ own }) => !own).map(({ person }) => person.id),
    );
    return inTurn(rows, (row) => this.view(row));
  }

  async ask(input: ErasureInput, userId = currentActor().userId): Promise<Erasure> {
    const waiting = await this.db.one(
      `select 1 from erasure_request where user_id = $1 and decided_at is null and withdrawn_at is null
       union all select 1 from app_user where id = $1 and erased_at is not null`,
      [userId],
    );
    if (waiting) throw conflict('erasure.is-asked');
    const row = await this.db.one<{ id: string }>(
      `insert into erasure_request (user_id, message) values ($1, $2) returning id`,
      [userId, input.message || null],
    );
    await this.ledger.audited('erasure.asked', 'privacy', userId);
    return this.view(await this.seen(row?.id ?? ''));
  }

  async askFor(membershipId: string, input: ErasureInput): Promise<Erasure> {
    return this.ask(input, await this.accounts.held(membershipId));
  }

  async withdraw(id: string): Promise<void> {
    const row = await this.seen(id);
    if (!row.own) throw forbidden();
    if (row.state !== 'waiting') throw conflict('erasure.is-decided');
    const done = await this.db.query(
      `update erasure_request set withdrawn_at = clock_timestamp() where id = $1 and decided_at is null and withdrawn_at is null returning id`,
      [id],
    );
    if (done.length === 0) throw conflict('erasure.is-decided');
    await this.ledger.audited('erasure.withdrawn', 'privacy', row.person.id);
  }

  async decide(id: string, { decision, ground, words }: ErasureDecisionInput): Promise<Erasure> {
    const row = await this.seen(id);
    if (!row.held || row.own) throw forbidden();
    if (row.state !== 'waiting') throw conflict('erasure.is-decided');
    const fitting: readonly string[] = decision === 'refuse' ? refusalGrounds : erasureGrounds;
    if (!fitting.includes(ground)) throw badInput([{ path: 'ground', code: 'field.not-a-choice' }]);
    const userId = row.person.id;
    if (decision !== 'refuse' && (await this.openWork(userId)).length > 0) throw conflict('erasure.open-work');
    const person = await this.db.one<{ email: string }>('select email from app_user where id = $1', [userId]);
    const done = await this.db.query(
      `update erasure_request set decision = $2, ground = $3, words = $4, decided_by = ctx_user(), decided_for = ctx_org(), decided_at = clock_timestamp()
       where id = $1 and decided_at is null and withdrawn_at is null returning id`,
      [id, decision, ground, words || null],
    );
    if (done.length === 0) throw conflict('erasure.is-decided');
    if (decision !== 'refuse') await this.carryOut(userId, decision === 'pseudonymise');
    if (person && this.mail.isAvailable) await this.mail.send(this.letters.decided(person.email, decision));
    await this.ledger.audited(verbs[decision], 'privacy', userId, 'done', `ground.${ground}`);
    return this.view(await this.seen(id));
  }

  private async carryOut(userId: string, keepsFunction: boolean): Promise<void> {
    for (const source of this.port.all) await source.erase?.(userId, keepsFunction);
    await this.db.query('select account_erase($1, $2)', [userId, keepsFunction]);
  }

  private async openWork(userId: string): Promise<OpenWork[]> {
    return (await inTurn(this.port.all, async (source) => (await source.openWork?.(userId)) ?? [])).flat();
  }

  private async seen(id: string): Promise<ErasureRow> {
    const row = await this.queries.one(id);
    if (!row) throw notFound();
    return row;
  }

  private async view({ held, ...row }: ErasureRow): Promise<Erasure> {
    const waits = row.state === 'waiting';
    const decides = waits && held && !row.own;
    return {
      ...row,
      openWork: decides ? await this.openWork(row.person.id) : [],
      allowed: { withdraw: waits && row.own, decide: decides },
    };
  }
}
