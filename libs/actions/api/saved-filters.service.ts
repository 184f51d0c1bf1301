import {
  type SavedChoice,
  type SavedFilter,
  type SavedFilterChange,
  type SavedFilterInput,
  type SavedFilters,
  mostSavedFilters,
} from '@samverkan/actions/contract';
import { Db, Ledger, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { TermsService } from '@samverkan/vocabularies/api';
import { moment } from './action.sql';
import { writers } from './actions.policy';
import { choiceToday, hasTerms } from './saved-choice';

type Row = Omit<SavedFilter, 'mayChange'>;

const fields = `json_build_object('id', f.id, 'name', f.name, 'view', f.view, 'choice', f.choice, 'shared', f.user_id is null,
  'changedAt', ${moment('f.changed_at')}, 'version', f.version) as content`;
/** One's own and the organisation's, which row-level security says too. */
const reached = `f.organization_id = ctx_org() and (f.user_id is null or f.user_id = ctx_user()) and ctx_role() <> 'system_admin'`;
const standing = `${reached} and f.removed_at is null`;

/** What is chosen among actions, kept under a name: somebody's own, or her organisation's. */
@Injectable()
export class SavedFiltersService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  async list(): Promise<SavedFilters> {
    const rows = await this.db.query<{ content: Row }>(
      `select ${fields} from action_filter f where ${standing} order by f.user_id is null, f.name collate "sv-SE-x-icu", f.id`,
    );
    return { items: await this.viewed(rows.map(({ content }) => content)) };
  }

  async save({ name, view, choice, shared }: SavedFilterInput): Promise<SavedFilter> {
    const actor = currentActor();
    if (shared) refuseReaders();
    const held = await this.db.one<{ n: number }>(
      `select count(*)::int as n from action_filter f where ${standing} and (f.user_id is null) = $1`,
      [shared],
    );
    if ((held?.n ?? 0) >= mostSavedFilters) throw conflict('action.too-many-filters');
    const row = await this.db.one<{ id: string }>(
      'insert into action_filter (name, view, choice, user_id) values ($1, $2, $3, $4) returning id',
      [name, view, JSON.stringify(inAddress(choice)), shared ? null : actor.userId],
    );
    if (!row) throw notFound();
    await this.ledger.audited('actions.filter-saved', 'actions', row.id);
    return this.open(row.id);
  }

  async change(id: string, version: number, change: SavedFilterChange): Promise<SavedFilter> {
    const { name = null, view = null, choice, shared } = change;
    const filter = await this.open(id);
    if (!filter.mayChange || shared) refuseReaders();
    const owner = shared === undefined ? 'user_id' : shared ? 'null' : 'ctx_user()';
    await this.write(
      id,
      'removed_at is null and version = $2',
      `name = coalesce($3, name), view = coalesce($4, view), choice = coalesce($5::jsonb, choice), user_id = ${owner}`,
      [version, name, view, choice ? JSON.stringify(inAddress(choice)) : null],
    );
    await this.ledger.audited('actions.filter-changed', 'actions', id);
    return this.open(id);
  }

  /** Out of sight; it can be put back. */
  async remove(id: string): Promise<SavedFilter> {
    const filter = await this.open(id);
    if (!filter.mayChange) throw forbidden();
    await this.write(id, 'removed_at is null', 'removed_at = clock_timestamp()');
    await this.ledger.audited('actions.filter-removed', 'actions', id);
    return { ...filter, version: filter.version + 1 };
  }

  async restore(id: string): Promise<SavedFilter> {
    const there = await this.db.one<{ shared: boolean }>(
      `select f.user_id is null as shared from action_filter f where f.id = $1 and ${reached}`,
      [id],
    );
    if (!there) throw notFound();
    if (there.shared) refuseReaders();
    await this.write(id, 'removed_at is not null', 'removed_at = null');
    await this.ledger.audited('actions.filter-restored', 'actions', id);
    return this.open(id);
  }

  private async open(id: string): Promise<SavedFilter> {
    const row = await this.db.one<{ content: Row }>(
      `select ${fields} from action_filter f where f.id = $1 and ${standing}`,
      [id],
    );
    if (!row) throw notFound();
    const [filter] = await this.viewed([row.content]);
    if (!filter) throw notFound();
    return filter;
  }

  /** As their reader meets them: a word that was merged after it was kept is told as what it was merged into, for as long as the merge stands. */
  private async viewed(rows: readonly Row[]): Promise<SavedFilter[]> {
    const { role } = currentActor();
    const lists = rows.some(({ choice }) => hasTerms(choice)) ? await this.terms.lists() : { items: [] };
    return rows.map((row) => ({
      ...row,
      choice: choiceToday(lists, row.choice),
      mayChange: !row.shared || writers.includes(role),
    }));
  }

  private async write(id: string, when: string, set: string, values: readonly unknown[] = []): Promise<void> {
    const done = await this.db.query(
      `update action_filter set ${set}, version = version + 1, changed_at = clock_timestamp()
       where id = $1 and ${when} returning id`,
      [id, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
  }
}

/** What is shared is kept by those who write. */
function refuseReaders(): void {
  if (!writers.includes(currentActor().role)) throw forbidden();
}

/** The choice in the words of the list's address, without what is not chosen. */
const inAddress = (choice: SavedChoice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice)
      .filter(([, value]) => value !== undefined && value !== false && String(value) !== '')
      .map(([name, value]) => [name, String(value)]),
  );
