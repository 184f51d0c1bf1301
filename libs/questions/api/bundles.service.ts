import { Injectable } from '@nestjs/common';
import type { Bundle, BundleChange, BundleInput, BundlePage, BundleQuery } from '@samverkan/questions/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { type BundleRow, BundlesQuery } from './bundles.query';
import { keeps } from './questions.policy';

type Field = { field: string; before: unknown; after: unknown };

/** Questions that go on together, read by those who may, and written as a draft of the county board. */
@Injectable()
export class BundlesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly bundles: BundlesQuery,
  ) {}

  list(query: BundleQuery): Promise<BundlePage> {
    return this.bundles.page(query);
  }

  async read(id: string): Promise<Bundle> {
    const row = await this.bundles.one(id);
    if (!row) throw notFound();
    const actor = currentActor();
    const own = keeps(actor, row);
    const isSent = row.status === 'sent';
    return {
      ...row.content,
      allowed: {
        edit: own && row.status === 'draft',
        send: own && row.status === 'draft',
        readdress: own && isSent,
        end: own && isSent,
        reply: isSent && (own || (row.currentId === actor.organizationId && actor.role !== 'system_admin')),
      },
    };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.bundles.history(id);
  }

  /** A draft of the county board, of questions that it has. */
  async write({ title, wording, questionIds }: BundleInput): Promise<Bundle> {
    await this.refuseUnusable(questionIds);
    const made = await this.db.one<{ id: string }>(
      'insert into question_bundle (title, wording) values ($1, $2) returning id',
      [title, wording],
    );
    if (!made) throw notFound();
    await this.fill(made.id, questionIds);
    await this.tell(made.id, 1, 'bundle.created', [{ field: 'created', before: null, after: 'draft' }], 'own');
    return this.read(made.id);
  }

  async change(id: string, version: number, { guardConfirmed: _c, ...sent }: BundleChange): Promise<Bundle> {
    const row = await this.held(id, 'draft');
    const before = await this.read(id);
    if (version !== row.version)
      throw conflict('stale-version', {
        version: row.version,
        fields: { title: before.title, wording: before.wording },
      });
    const stands: Record<string, unknown> = { ...before, questionIds: before.questions.map((one) => one.id) };
    const differs = Object.entries(sent).filter(
      ([field, value]) => JSON.stringify(stands[field]) !== JSON.stringify(value),
    );
    if (differs.length === 0) return before;
    if (sent.questionIds) {
      await this.refuseUnusable(sent.questionIds);
      await this.fill(id, sent.questionIds);
    }
    await this.db.query(
      'update question_bundle set title = coalesce($2, title), wording = coalesce($3, wording), version = version + 1, changed_at = clock_timestamp() where id = $1',
      [id, sent.title ?? null, sent.wording ?? null],
    );
    await this.tell(
      id,
      row.version + 1,
      'bundle.changed',
      differs.map(([field, after]) => ({
        field,
        before: field === 'questionIds' ? null : stands[field],
        after: field === 'questionIds' ? null : after,
      })),
      'own',
    );
    return this.read(id);
  }

  /** Only a draft: its questions stay where they are. */
  async remove(id: string): Promise<void> {
    await this.held(id, 'draft');
    await this.db.query('delete from question_bundle where id = $1', [id]);
    await this.ledger.audited('bundle.removed', 'bundles', id);
  }

  /** The bundle, held until the deed is done: the board's own, and in the state the deed needs. */
  async held(id: string, status: 'draft' | 'sent'): Promise<BundleRow> {
    const seen = await this.bundles.row(id);
    if (!seen) throw notFound();
    if (!keeps(currentActor(), seen)) throw forbidden();
    await this.db.query('select from question_bundle where id = $1 for update', [id]);
    const row = await this.bundles.row(id);
    if (!row) throw notFound();
    if (row.status !== status) throw conflict('question.status-does-not-allow');
    return row;
  }

  /** What is done with a draft is the board's own, also when it has been sent. */
  async tell(
    id: string,
    version: number,
    kind: string,
    fields: readonly Field[],
    visibility: 'own' | 'participants' = 'participants',
  ): Promise<void> {
    const trace = { area: 'questions', objectId: id, visibility };
    await this.ledger.changed(trace, version, fields);
    await this.ledger.happened(trace, kind);
    await this.ledger.audited(kind, 'bundles', id);
  }

  private async fill(id: string, questionIds: readonly string[]): Promise<void> {
    await this.db.query('delete from question_bundle_item where bundle_id = $1', [id]);
    await this.db.query(
      'insert into question_bundle_item (bundle_id, question_id, place) select $1, u.id, u.place from unnest($2::uuid[]) with ordinality u (id, place)',
      [id, [...new Set(questionIds)]],
    );
  }

  /** Questions of the board's county that it still has. */
  private async refuseUnusable(questionIds: readonly string[]): Promise<void> {
    const known = await this.db.query<{ id: string }>(
      `select id from question where id = any ($1::uuid[]) and status in ('received', 'in_progress', 'reopened') and county_codes && ctx_counties()`,
      [questionIds],
    );
    const wrong = questionIds.flatMap((id, at) => (known.some((one) => one.id === id) ? [] : [`questionIds.${at}`]));
    if (wrong.length > 0) throw badInput(wrong.map((path) => ({ path, code: 'question.status-does-not-allow' })));
  }
}
