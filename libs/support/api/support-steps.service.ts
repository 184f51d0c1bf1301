import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import type {
  SupportAgreement,
  SupportEffectInput,
  SupportHandling,
  SupportLinkInput,
  SupportMessageInput,
  SupportRequest,
} from '@samverkan/support/contract';
import { SupportLinks } from './support-links.service';
import type { SupportRow } from './support-rows';
import { type Step, stateAfter, verbsOf } from './support-steps';
import { SupportTraces } from './support-traces';
import { supportPolicy } from './support.policy';
import { SupportQuery } from './support.query';
import { SupportService } from './support.service';

const told: Record<Step, string> = {
  take: 'support.taken',
  propose: 'support.proposed',
  agree: 'support.agreed',
  close: 'support.closed',
  reopen: 'support.reopened',
  decline: 'support.declined',
  withdraw: 'support.withdrawn',
};

/** Which words each step leaves, and where they stand. */
const worded: Partial<Record<Step, string>> = {
  propose: 'proposal',
  close: 'outcome',
  reopen: 'reason',
  decline: 'reason',
  withdraw: 'reason',
};

/** Those that are the county board's. */
const boards = new Set<Step | 'give' | 'judge'>(['take', 'give', 'propose', 'close', 'decline']);

const asked = `effect_due_on = (today() + interval '3 months')::date, effect_asked_on = null`;
/** What a step may change beside the state, and how each is put back. */
const kept: Record<string, string> = {
  due_on: 'date',
  handler_organization_id: 'uuid',
  handler_function_id: 'uuid',
  reason: 'text',
  proposal: 'text',
  outcome: 'text',
  closed_on: 'date',
  effect_due_on: 'date',
  effect_asked_on: 'date',
  may_tell: 'boolean',
};
const remembered = `step_before = jsonb_build_object(${Object.keys(kept)
  .map((column) => `'${column}', ${column}`)
  .join(', ')})`;
const putBack = Object.entries(kept)
  .map(
    ([column, type]) =>
      `${column} = case when step_before is null then ${column} else (step_before->>'${column}')::${type} end`,
  )
  .join(', ');

const alone: Partial<Record<Step, string>> = {
  close: `closed_on = today(), ${asked}, may_tell = false`,
  reopen: 'effect_due_on = null, effect_asked_on = null, may_tell = false',
};

/** The steps of a request, each a deed of its own. */
@Injectable()
export class SupportSteps {
  constructor(
    private readonly db: Db,
    private readonly requests: SupportService,
    private readonly query: SupportQuery,
    private readonly links: SupportLinks,
    private readonly traces: SupportTraces,
  ) {}

  /** The county board takes it, for one of its functions and towards a day if it wishes. */
  async take(id: string, { functionId, dueOn }: SupportHandling): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'handle');
    await this.refuseForeign(functionId);
    const status = stateAfter('take', row);
    await this.traces.write(
      row,
      `status = $3, status_before = $4, status_since = today(), status_by = ctx_org(), handler_organization_id = ctx_org(), handler_function_id = $5, due_on = coalesce($6, due_on), ${remembered}`,
      [status, row.status, functionId, dueOn],
      told.take,
      [{ field: 'take', before: row.status, after: status }],
    );
    return this.requests.read(id);
  }

  /** Another of the board's functions has it, or works towards another day: no step of its own. */
  async give(id: string, { functionId, dueOn }: SupportHandling): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'handle');
    this.refuse(row, 'give');
    if (functionId !== row.handlerFunctionId) await this.refuseForeign(functionId);
    const fields = [
      { field: 'handlerFunctionId', before: row.handlerFunctionId, after: functionId },
      { field: 'dueOn', before: row.dueOn, after: dueOn },
    ].filter(({ before, after }) => before !== after);
    if (fields.length === 0) return this.requests.read(id);
    await this.traces.write(
      row,
      'handler_organization_id = coalesce(handler_organization_id, ctx_org()), handler_function_id = $3, due_on = $4',
      [functionId, dueOn],
      'support.given',
      fields,
    );
    return this.requests.read(id);
  }

  /** One of the steps, with its words where it has any. */
  async step(id: string, step: Exclude<Step, 'take' | 'agree'>, words = ''): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'change');
    this.refuse(row, step);
    const status = stateAfter(step, row);
    const column = worded[step];
    const set = [
      'status = $3, status_before = $4, status_since = today(), status_by = ctx_org()',
      remembered,
      ...(column ? [`${column} = $5`] : []),
      ...(step === 'propose' || step === 'close' ? [`reason = ''`] : []),
      ...(alone[step] ? [alone[step]] : []),
    ];
    await this.traces.write(
      row,
      set.join(', '),
      [status, row.status === status ? null : row.status, ...(column ? [words] : [])],
      told[step],
      [{ field: step, before: row.status, after: status }],
    );
    return this.requests.read(id);
  }

  /** Whoever asked says yes to the proposal; to one that she has read, where she says which. */
  async agree(id: string, { proposal }: SupportAgreement): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'ask');
    this.refuse(row, 'agree');
    const now = await this.db.one<{ proposal: string }>('select proposal from support_request where id = $1', [id]);
    if (proposal !== undefined && proposal !== now?.proposal) throw conflict('support-request.newer-proposal');
    const status = stateAfter('agree', row);
    await this.traces.write(
      row,
      `status = $3, status_before = $4, status_since = today(), status_by = ctx_org(), ${remembered}, reason = ''`,
      [status, row.status],
      told.agree,
      [{ field: 'agree', before: row.status, after: status }],
    );
    return this.requests.read(id);
  }

  /** Takes the own latest step back. */
  async undo(id: string): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'change');
    if (!row.statusBefore) throw conflict('support-request.status-does-not-allow');
    if (row.statusBy !== currentActor().organizationId) throw forbidden();
    await this.traces.write(
      row,
      `status = $3, status_before = null, status_since = today(), status_by = ctx_org(), ${putBack}, step_before = null`,
      [row.statusBefore],
      'support.undone',
      [{ field: 'undo', before: row.status, after: row.statusBefore }],
    );
    return this.requests.read(id);
  }

  /** What the support led to: it is closed for good, opened again where it made no difference, or asked once more where it is too early to say. */
  async judge(id: string, { effect, words, mayTell }: SupportEffectInput): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'ask');
    this.refuse(row, 'judge');
    const status = effect === 'no' ? 'reopened' : effect === 'too_early' ? 'closed' : 'done';
    const helped = status === 'done';
    await this.traces.write(
      row,
      `status = $3, status_before = null, step_before = null, status_since = case when status = $3 then status_since else today() end, status_by = ctx_org(), effect = $4, effect_words = $5, may_tell = $6
       ${effect === 'too_early' ? `, ${asked}` : helped ? '' : ', effect_due_on = null, effect_asked_on = null'}`,
      [status, effect, words, helped && mayTell],
      status === 'reopened' ? 'support.reopened' : 'support.judged',
      [{ field: 'judge', before: null, after: effect }],
    );
    return this.requests.read(id);
  }

  /** Whether others in the county may be told; whoever asked changes her mind when she wishes. */
  async tell(id: string, mayTell: boolean): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'ask');
    if (row.status !== 'done') throw conflict('support-request.status-does-not-allow');
    await this.traces.write(row, 'may_tell = $3', [mayTell], 'support.changed', [
      { field: 'mayTell', before: !mayTell, after: mayTell },
    ]);
    return this.requests.read(id);
  }

  /** One side writes to the other. */
  async say(id: string, { text }: SupportMessageInput): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'change');
    await this.db.query('insert into support_message (request_id, text) values ($1, $2)', [id, text]);
    await this.traces.write(row, 'status = $3', [row.status], 'support.written', [
      { field: 'message', before: null, after: null },
    ]);
    return this.requests.read(id);
  }

  async link(id: string, link: SupportLinkInput): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'change');
    if (await this.links.add(id, link)) await this.linked(row, link, true);
    return this.requests.read(id);
  }

  async unlink(id: string, link: SupportLinkInput): Promise<void> {
    const row = await this.traces.row(id, 'change');
    if (await this.links.remove(id, link)) await this.linked(row, link, false);
  }

  /** Another function answers for it, as when somebody leaves. */
  async moveTo(id: string, functionId: string | null): Promise<void> {
    const row = await this.traces.row(id, 'change');
    const asks = row.organizationId === currentActor().organizationId;
    const before = asks ? row.functionId : row.handlerFunctionId;
    const [column, field] = asks ? ['function_id', 'functionId'] : ['handler_function_id', 'handlerFunctionId'];
    await this.traces.write(row, `${column} = $3`, [functionId], 'support.changed', [
      { field, before, after: functionId },
    ]);
  }

  private linked(row: SupportRow, { kind }: SupportLinkInput, stands: boolean): Promise<void> {
    return this.traces.write(row, 'status = $3', [row.status], 'support.changed', [
      { field: stands ? 'link' : 'unlink', before: stands ? null : kind, after: stands ? kind : null },
    ]);
  }

  private refuse(row: SupportRow, verb: Step | 'give' | 'judge'): void {
    const actor = currentActor();
    const { ask, handle } = supportPolicy.allowed(actor, row);
    if (!(boards.has(verb) ? handle : verb === 'reopen' || ask)) throw forbidden();
    if (!verbsOf(row, actor).includes(verb)) throw conflict('support-request.status-does-not-allow');
  }

  private async refuseForeign(functionId: string | null): Promise<void> {
    if (!functionId) return;
    const own = await this.db.one(
      'select id from contact_function where id = $1 and organization_id = ctx_org() and retired_on is null',
      [functionId],
    );
    if (!own) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
  }

  async row(id: string): Promise<SupportRow> {
    const row = await this.query.row(id);
    if (!row) throw notFound();
    return row;
  }
}
