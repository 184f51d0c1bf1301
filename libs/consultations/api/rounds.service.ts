import { Injectable } from '@nestjs/common';
import type {
  Consultation,
  ConsultationAnswers,
  ConsultationChange,
  ConsultationChoices,
  ConsultationInput,
} from '@samverkan/consultations/contract';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { StrategyTraces, strategiesPolicy } from '@samverkan/strategies/api';
import { ConsultationMail } from './consultation-mail';
import { ConsultationsQuery } from './consultations.query';
import { ConsultationsService } from './consultations.service';

/** Puts a draft to others, changes whom and until when, reminds, and closes. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly strategies: StrategyTraces,
    private readonly query: ConsultationsQuery,
    private readonly consultations: ConsultationsService,
    private readonly mail: ConsultationMail,
  ) {}

  async choices(strategyId: string): Promise<ConsultationChoices> {
    strategiesPolicy.require('write', currentActor(), await this.strategies.row(strategyId));
    const choices = await this.query.choices(strategyId);
    if (!choices) throw notFound();
    return choices;
  }

  /** Opens the round: the draft is in consultation, and each that is asked gets a letter. */
  async open({
    strategyId,
    organizationIds,
    lastDay,
    message,
    showsAnswers,
  }: ConsultationInput): Promise<Consultation> {
    const strategy = await this.strategies.row(strategyId);
    strategiesPolicy.require('write', currentActor(), strategy);
    if (strategy.status !== 'draft') throw conflict('consultation.strategy-is-no-draft');
    await this.refusePast(lastDay);
    await this.refuseUnknown(organizationIds);
    const named = await this.db.one<{ id: string; title: string; goals: number }>(
      `select new_id() as id, s.short_title as title, (select count(*)::int from goal g where g.strategy_id = s.id) as goals from strategy s where s.id = $1`,
      [strategyId],
    );
    if (!named) throw notFound();
    if (named.goals === 0) throw conflict('strategy.has-no-goals');
    const { id, title } = named;
    await this.db.query(
      'insert into consultation (id, strategy_id, title, message, last_day, shows_answers) values ($1, $2, $3, $4, $5, $6)',
      [id, strategyId, title, message, lastDay, showsAnswers],
    );
    if (!(await this.isDone('select consultation_start($1) as done', [id])))
      throw conflict('consultation.strategy-is-no-draft');
    await this.ask(id, organizationIds);
    await this.strategies.tell(await this.strategies.row(strategyId), 'strategy.consulted', [
      { field: 'status', before: 'draft', after: 'in_consultation' },
    ]);
    await this.tell(id, 1, 'consultation.opened', [{ field: 'lastDay', before: null, after: lastDay }]);
    return this.consultations.read(id);
  }

  async change(id: string, version: number, sent: ConsultationChange): Promise<Consultation> {
    const row = await this.consultations.row(id, 'manage');
    if (sent.lastDay !== undefined && sent.lastDay !== row.lastDay) {
      if (row.closed) throw conflict('consultation.is-closed');
      await this.refusePast(sent.lastDay);
    }
    const before = await this.consultations.read(id);
    const after = {
      lastDay: sent.lastDay ?? before.lastDay,
      message: sent.message ?? before.message,
      showsAnswers: sent.showsAnswers ?? before.showsAnswers,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[])
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, before: before[field], after: after[field] }));
    if (fields.length === 0) return before;
    const done = await this.db.query(
      `update consultation set last_day = $3, message = $4, shows_answers = $5, version = version + 1, changed_at = clock_timestamp()
       where id = $1 and version = $2 returning id`,
      [id, version, after.lastDay, after.message, after.showsAnswers],
    );
    if (done.length === 0) throw conflict('stale-version', { version: row.version });
    await this.tell(id, version + 1, 'consultation.changed', fields);
    return this.consultations.read(id);
  }

  async invite(id: string, organizationIds: readonly string[]): Promise<ConsultationAnswers> {
    const row = await this.consultations.row(id, 'manage');
    if (row.closed) throw conflict('consultation.is-closed');
    await this.refuseUnknown(organizationIds);
    await this.ask(id, organizationIds);
    await this.tell(id, row.version, 'consultation.invited');
    return this.consultations.answers(id);
  }

  /** Who was asked by mistake, and has written nothing. */
  async withdraw(id: string, organizationId: string): Promise<ConsultationAnswers> {
    await this.consultations.row(id, 'manage');
    if (!(await this.isDone('select consultation_withdraw($1, $2) as done', [id, organizationId])))
      throw conflict('consultation.has-begun');
    await this.ledger.audited('consultation.withdrawn', 'consultations', id);
    return this.consultations.answers(id);
  }

  /** A letter to those of the named who have not answered; nobody gets two the same day. */
  async remind(id: string, organizationIds: readonly string[]): Promise<ConsultationAnswers> {
    await this.consultations.row(id, 'manage');
    const reminded = await this.db.query<{ id: string }>('select consultation_remind($1, $2) as id', [
      id,
      organizationIds,
    ]);
    for (const one of reminded) await this.mail.queue(one.id, 'reminder');
    await this.ledger.audited('consultation.reminded', 'consultations', id);
    return this.consultations.answers(id);
  }

  async close(id: string): Promise<ConsultationAnswers> {
    const row = await this.consultations.row(id, 'manage');
    if (!(await this.isDone('select consultation_end($1) as done', [id]))) throw conflict('consultation.is-closed');
    await this.strategies.tell(await this.strategies.row(row.strategyId), 'strategy.consultation-ended', [
      { field: 'status', before: 'in_consultation', after: 'draft' },
    ]);
    await this.tell(id, row.version + 1, 'consultation.closed', [{ field: 'status', before: 'open', after: 'closed' }]);
    return this.consultations.answers(id);
  }

  async reopen(id: string): Promise<ConsultationAnswers> {
    const row = await this.consultations.row(id, 'reopen');
    if (!(await this.isDone('select consultation_reopen($1) as done', [id])))
      throw conflict('consultation.strategy-is-no-draft');
    await this.strategies.tell(await this.strategies.row(row.strategyId), 'strategy.consulted', [
      { field: 'status', before: 'draft', after: 'in_consultation' },
    ]);
    await this.tell(id, row.version + 1, 'consultation.opened', [{ field: 'status', before: 'closed', after: 'open' }]);
    return this.consultations.answers(id);
  }

  private async ask(id: string, organizationIds: readonly string[]): Promise<void> {
    const asked = await this.db.query<{ id: string }>(
      `insert into consultation_invitation (consultation_id, organization_id) select $1, o from unnest($2::uuid[]) o
       on conflict do nothing returning id`,
      [id, organizationIds],
    );
    for (const one of asked) await this.mail.queue(one.id, 'invited');
  }

  private async tell(
    id: string,
    version: number,
    kind: string,
    fields: readonly { field: string; before: unknown; after: unknown }[] = [],
  ): Promise<void> {
    const trace = { area: 'consultations', objectId: id, visibility: 'participants' } as const;
    await this.ledger.changed(trace, version, fields);
    await this.ledger.happened(trace, kind);
    await this.ledger.audited(kind, 'consultations', id);
  }

  private async isDone(text: string, values: unknown[]): Promise<boolean> {
    return (await this.db.one<{ done: boolean }>(text, values))?.done === true;
  }

  private async refusePast(lastDay: string): Promise<void> {
    const day = await this.db.one<{ past: boolean }>('select $1::date < today() as past', [lastDay]);
    if (day?.past) throw badInput([{ path: 'lastDay', code: 'field.in-the-past' }]);
  }

  private async refuseUnknown(organizationIds: readonly string[]): Promise<void> {
    const unknown = await this.db.query<{ path: string }>(
      `select 'organizationIds.' || n - 1 as path from unnest($1::uuid[]) with ordinality f (id, n)
       where f.id = ctx_org() or not exists (select from organization o where o.id = f.id and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())) order by n`,
      [organizationIds],
    );
    if (unknown.length > 0) throw badInput(unknown.map(({ path }) => ({ path, code: 'field.not-a-choice' })));
  }
}
