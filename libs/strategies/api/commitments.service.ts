import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict, currentActor, forbidden, notFound, refuseChanged } from '@samverkan/shared/api';
import type {
  Commitment,
  CommitmentChange,
  CommitmentInput,
  CommitmentQuery,
  Commitments,
} from '@samverkan/strategies/contract';
import { differing, settingOf } from './changed-fields';
import { keepsStrategy } from './strategies.policy';
import { goalRef, ref } from './strategies.query';
import { type StrategyRow, StrategyTraces } from './strategy-traces';

const columns = { text: 'text', startsOn: 'starts_on', endsOn: 'ends_on', functionId: 'function_id' } as const;
type Column = keyof typeof columns;
/** So many are listed at once; the rest are counted. */
const most = 500;
/** Roles that say what their organisation undertakes. */
export const undertakers = ['coordinator', 'partner', 'county_staff', 'county_admin'] as const;

const party = `json_build_object('id', o.id, 'name', o.name, 'kind', o.kind)`;
const content = `
  select json_build_object('id', c.id, 'organization', ${party}, 'goal', json_build_object(${goalRef('g', 's')}), 'strategy', json_build_object(${ref('s')}),
    'text', c.text, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'carried', c.carried_from is not null, 'confirmedOn', c.confirmed_on,
    'withdrawnOn', c.withdrawn_on, 'version', c.version,
    'function', (select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = c.function_id)) as content,
    keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) as keeping, s.county_codes as counties
  from commitment c join organization o on o.id = c.organization_id join goal g on g.id = c.goal_id join strategy s on s.id = g.strategy_id`;

interface Row {
  content: Omit<Commitment, 'allowed'>;
  /** The reader keeps the strategy, and so writes down what was said at the table. */
  keeping: boolean;
  /** The strategy's. */
  counties: string[];
}

/** What parties have undertaken for the goals. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
  ) {}

  async list({ strategy, goal, organization }: CommitmentQuery): Promise<Commitments> {
    const where = `($1::uuid is null or g.strategy_id = $1) and ($2::uuid is null or c.goal_id = $2) and ($3::uuid is null or c.organization_id = $3)`;
    const values = [strategy ?? null, goal ?? null, organization ?? null];
    const rows = await this.db.query<Row>(
      `${content} where ${where}
       order by s.starts_on desc nulls first, g.sort, o.name collate "sv-SE-x-icu", c.id limit ${most}`,
      values,
    );
    const counted =
      rows.length < most
        ? null
        : await this.db.one<{ n: number }>(
            `select count(*)::int as n from commitment c join goal g on g.id = c.goal_id where ${where}`,
            values,
          );
    return { items: rows.map(view), total: counted?.n ?? rows.length };
  }

  async add({ goalId, organizationId, text, startsOn, endsOn, functionId }: CommitmentInput): Promise<Commitment> {
    const actor = currentActor();
    const owner = organizationId ?? actor.organizationId;
    const goal = await this.db.one<{ strategyId: string; number: string }>(
      'select strategy_id as "strategyId", number from goal where id = $1',
      [goalId],
    );
    if (!goal) throw badInput([{ path: 'goalId', code: 'field.not-a-choice' }]);
    const strategy = await this.traces.row(goal.strategyId);
    if (owner !== actor.organizationId && !keepsStrategy(actor, strategy)) throw forbidden();
    if (!isOpen(strategy)) throw conflict('strategy.takes-no-commitments');
    refuseBackwards(startsOn, endsOn);
    await this.refuseUnknown(owner, functionId);
    const made = await this.db.one<{ id: string }>(
      `insert into commitment (goal_id, organization_id, text, starts_on, ends_on, function_id, confirmed_on)
       values ($1, $2, $3, $4, $5, $6, case when $2 = ctx_org() then today() end) returning id`,
      [goalId, owner, text, startsOn, endsOn, functionId],
    );
    if (!made) throw notFound();
    await this.traces.tell(strategy, 'strategy.commitment-made', [
      { field: 'commitment', before: null, after: { words: text, goalId } },
    ]);
    return this.one(made.id);
  }

  async change(
    id: string,
    version: number,
    { guardConfirmed: _confirmed, ...sent }: CommitmentChange,
  ): Promise<Commitment> {
    const { now, strategy } = await this.forChange(id);
    const before: Record<Column, unknown> = { ...now, functionId: now.function?.id ?? null };
    const differs = differing<typeof columns>(before, sent);
    // Its fields stand in the strategy's history, not in one of its own: read at an older version, whatever differs clashes.
    if (version !== now.version) refuseChanged({ seen: version, now: now.version }, differs, before, differs);
    if (differs.length === 0) return now;
    refuseBackwards(
      'startsOn' in sent ? (sent.startsOn ?? null) : now.startsOn,
      'endsOn' in sent ? (sent.endsOn ?? null) : now.endsOn,
    );
    await this.refuseUnknown(now.organization.id, sent.functionId ?? null);
    const { set, values } = settingOf(columns, differs, sent);
    await this.write(id, set, values);
    const fields = differs.map((field) => ({
      field: `commitment.${field}`,
      before: { words: before[field] },
      after: { words: sent[field], goalId: now.goal.id },
    }));
    await this.traces.tell(strategy, 'strategy.commitment-changed', fields);
    return this.one(id);
  }

  /** The party itself says that it stands. */
  async confirm(id: string): Promise<Commitment> {
    const { now, strategy } = await this.forChange(id);
    if (now.organization.id !== currentActor().organizationId) throw forbidden();
    await this.write(id, 'confirmed_on = today()');
    await this.traces.tell(strategy, 'strategy.commitment-confirmed', [
      { field: 'commitment.confirmed', before: null, after: { words: now.text, goalId: now.goal.id } },
    ]);
    return this.one(id);
  }

  /** It no longer stands from today; it is kept, and can be taken up again. */
  async withdraw(id: string): Promise<Commitment> {
    const { now, strategy } = await this.forChange(id);
    await this.write(id, 'withdrawn_on = today()');
    await this.traces.tell(strategy, 'strategy.commitment-withdrawn', [
      { field: 'commitment.withdrawn', before: null, after: { words: now.text, goalId: now.goal.id } },
    ]);
    return this.one(id);
  }

  async resume(id: string): Promise<Commitment> {
    const { now, strategy } = await this.forChange(id);
    await this.write(id, 'withdrawn_on = null');
    await this.traces.tell(strategy, 'strategy.commitment-resumed', [
      { field: 'commitment.resumed', before: null, after: { words: now.text, goalId: now.goal.id } },
    ]);
    return this.one(id);
  }

  /** One that the reader may see. */
  async one(id: string): Promise<Commitment> {
    const row = await this.db.one<Row & object>(`${content} where c.id = $1`, [id]);
    if (!row) throw notFound();
    return view(row);
  }

  private async forChange(id: string): Promise<{ now: Commitment; strategy: StrategyRow }> {
    const now = await this.one(id);
    if (!now.allowed.edit) throw forbidden();
    const strategy = await this.traces.row(now.strategy.id);
    if (!isOpen(strategy)) throw conflict('strategy.takes-no-commitments');
    return { now, strategy };
  }

  private async write(id: string, set: string, values: readonly unknown[] = []): Promise<void> {
    const done = await this.db.query(
      `update commitment set ${set}, version = version + 1, changed_at = clock_timestamp() where id = $1 returning id`,
      [id, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
  }

  private async refuseUnknown(organizationId: string, functionId: string | null): Promise<void> {
    const there = await this.db.one<{ party: boolean; post: boolean }>(
      `select exists (select from organization o where o.id = $1) as party,
         $2::uuid is null or exists (select from contact_function f where f.id = $2 and f.organization_id = $1 and f.retired_on is null) as post`,
      [organizationId, functionId],
    );
    if (!there?.party) throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    if (!there.post) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
  }
}

const isOpen = ({ status }: StrategyRow) => ['draft', 'in_consultation', 'adopted'].includes(status);

function view({ content, keeping, counties }: Row): Commitment {
  const actor = currentActor();
  const undertakes = undertakers.some((role) => role === actor.role);
  const own = content.organization.id === actor.organizationId && undertakes;
  const hideWords = own || keeping || (undertakes && counties.some((code) => actor.countyCodes.includes(code)));
  return { ...content, allowed: { edit: own || keeping, confirm: own, withdraw: own || keeping, hideWords } };
}

function refuseBackwards(startsOn: string | null, endsOn: string | null): void {
  if (startsOn && endsOn && startsOn > endsOn) throw conflict('commitment.ends-before-it-starts');
}
