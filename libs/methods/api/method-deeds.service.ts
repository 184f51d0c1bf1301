import { Injectable } from '@nestjs/common';
import type { Method, MethodRetirement, MethodVisibility } from '@samverkan/methods/contract';
import { Db, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { MethodReferences } from './method-references';
import { MethodTraces } from './method-traces';
import { methodsPolicy } from './methods.policy';
import { MethodsQuery } from './methods.query';
import { MethodsService } from './methods.service';

/** What is done with a method by a verb: each is its own step, told of and taken back by its own. */
@Injectable()
export class MethodDeeds {
  constructor(
    private readonly db: Db,
    private readonly query: MethodsQuery,
    private readonly methods: MethodsService,
    private readonly references: MethodReferences,
    private readonly traces: MethodTraces,
  ) {}

  /** From now on it is shown as widely as it says. */
  async publish(id: string): Promise<Method> {
    const row = await this.traces.row(id, 'publish');
    await this.traces.write(
      row,
      `status = 'published', published_on = coalesce(published_on, today())`,
      [],
      'method.published',
      [{ field: 'status', before: row.status, after: 'published' }],
    );
    return this.methods.read(id);
  }

  /** Back to a draft: what was published by mistake, before anybody builds on it. */
  async unpublish(id: string): Promise<Method> {
    const row = await this.traces.row(id, 'unpublish');
    const built = await this.db.one(
      `select 1 as n where exists (select from method_use where method_id = $1 and ended_on is null)
         or exists (select from method_action where method_id = $1 and ended_on is null) or exists (select from method where replaced_by_id = $1)`,
      [id],
    );
    if (built) throw conflict('method.is-built-on');
    await this.traces.write(row, `status = 'draft', published_on = null`, [], 'method.unpublished', [
      { field: 'status', before: row.status, after: 'draft' },
    ]);
    return this.methods.read(id);
  }

  /** From a day on it is not to be used. It stays readable, says why, and leads on to what takes its place. */
  async retire(id: string, { retiresOn, motive, replacedById }: MethodRetirement): Promise<Method> {
    const row = await this.traces.row(id, 'retire');
    await this.references.replacement(id, replacedById);
    await this.traces.write(
      row,
      'retires_on = $3, retired_motive = $4, replaced_by_id = $5',
      [retiresOn, motive, replacedById],
      'method.retired',
      [{ field: 'retired', before: null, after: retiresOn }],
    );
    return this.methods.read(id);
  }

  /** It is used again. */
  async reinstate(id: string): Promise<Method> {
    const row = await this.traces.row(id, 'retire');
    await this.traces.write(
      row,
      'retires_on = null, retired_motive = null, replaced_by_id = null',
      [],
      'method.reinstated',
      [{ field: 'retired', before: true, after: null }],
    );
    return this.methods.read(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: MethodVisibility): Promise<Method> {
    const row = await this.traces.row(id, 'changeVisibility');
    const level = visibilityLevel(visibility);
    if (level === row.visibility) return this.methods.read(id);
    const kind = level > row.visibility ? 'method.widened' : 'method.narrowed';
    const told = [{ field: 'visibility', before: visibilityAt(row.visibility), after: visibility }];
    await this.traces.write(row, 'visibility = $3', [level], kind, told, visibility);
    return this.methods.read(id);
  }

  /** Looked over today; the day to look again is ahead. */
  async review(id: string, reviewOn: string): Promise<Method> {
    const row = await this.traces.row(id, 'edit');
    const day = await this.db.one<{ ahead: boolean }>('select $1::date > today() as ahead', [reviewOn]);
    if (!day?.ahead) throw badInput([{ path: 'reviewOn', code: 'field.in-the-past' }]);
    await this.traces.write(row, 'reviewed_on = today(), review_on = $3', [reviewOn], 'method.reviewed', [
      { field: 'reviewed', before: null, after: reviewOn },
    ]);
    return this.methods.read(id);
  }

  /** Takes a draft away; for thirty days it can be put back. */
  async discard(id: string): Promise<void> {
    const row = await this.traces.row(id, 'discard');
    await this.traces.write(row, 'removed_at = now()', [], 'method.discarded', [
      { field: 'removed', before: false, after: true },
    ]);
    await this.traces.gone(row);
  }

  async restore(id: string): Promise<Method> {
    const row = await this.query.row(id);
    if (!row) throw notFound();
    methodsPolicy.require('discard', currentActor(), row);
    if (!row.removedAt) return this.methods.read(id);
    await this.traces.write(row, 'removed_at = null', [], 'method.restored', [
      { field: 'removed', before: true, after: false },
    ]);
    return this.methods.read(id);
  }
}
