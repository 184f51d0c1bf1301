// What every change leaves behind, in its own transaction: history for readers, news for others, a row for the auditor. Nobody waits for it: it goes along
// with the next statement.
import { Injectable } from '@nestjs/common';
import { type Visibility, visibilityLevel } from '@samverkan/shared/contract';
import { AuditSeals } from '../audit/audit-seals';
import { Db } from './db';
import { currentScope } from './request-scope';
import type { SqlRunner } from './sql-runner';

/** The object a trace is about. `visibility` is who could see it when the thing happened. */
export interface Trace {
  area: string;
  objectId: string;
  visibility: Visibility;
}

/** What one of many objects leaves behind: one field that says that it happened, or the fields with what stood there before and after. */
type EachTrace = Trace & { version: number; value?: string; goalIds?: readonly string[] } & (
    | { field: string; fields?: never }
    | { fields: readonly { field: string; before: unknown; after: unknown }[]; field?: never }
  );

const auditWrite = 'select audit_write($1, $2, $3, $4, $5, $6, $7)';

@Injectable()
export class Ledger {
  constructor(
    private readonly db: Db,
    private readonly seals: AuditSeals,
  ) {}

  /** Field-level history: before and after. It follows the object's visibility, and the owners' time as a draft stays theirs. */
  async changed(
    trace: Trace,
    version: number,
    fields: readonly { field: string; before: unknown; after: unknown }[],
  ): Promise<void> {
    if (fields.length === 0) return;
    await this.db.along(
      `insert into change_log (area, object_id, level, version, field, before, after)
       select $1, $2, $3, $4, f->>'field', f->'before', f->'after' from jsonb_array_elements($5::jsonb) f`,
      [trace.area, trace.objectId, visibilityLevel(trace.visibility), version, JSON.stringify(fields)],
    );
  }

  /** News through the outbox: ids and a code, never text. Whoever may see the object hears of it, here and on every replica. */
  async happened(
    trace: Trace,
    kind: string,
    value: string | null = null,
    goalIds: readonly string[] = [],
  ): Promise<void> {
    await this.db.along(
      'insert into event (area, object_id, level, kind, value, goal_ids) values ($1, $2, $3, $4, $5, $6)',
      [trace.area, trace.objectId, visibilityLevel(trace.visibility), kind, value, goalIds],
    );
  }

  /** The history, the news and the audit row of many objects at once, as an import makes them. The audit's verb is the news' own unless it is called something else. */
  async each(kind: string, traces: readonly EachTrace[], verb = kind): Promise<void> {
    if (traces.length === 0) return;
    const given = JSON.stringify(
      traces.map(({ visibility, field, fields, ...trace }) => ({
        ...trace,
        level: visibilityLevel(visibility),
        fields: fields ?? [{ field, before: null, after: null }],
      })),
    );
    const row =
      'jsonb_to_recordset($1::jsonb) as g (area text, "objectId" uuid, level smallint, version integer, fields jsonb, value text, "goalIds" uuid[])';
    await this.db.along(
      `insert into change_log (area, object_id, level, version, field, before, after)
       select g.area, g."objectId", g.level, g.version, f->>'field', f->'before', f->'after' from ${row}, jsonb_array_elements(g.fields) f`,
      [given],
    );
    await this.db.along(
      `insert into event (area, object_id, level, kind, value, goal_ids)
       select g.area, g."objectId", g.level, $2, g.value, coalesce(g."goalIds", '{}') from ${row}`,
      [given, kind],
    );
    for (const area of new Set(traces.map((trace) => trace.area)))
      await this.auditedEach(
        verb,
        area,
        traces.filter((trace) => trace.area === area).map(({ objectId }) => objectId),
      );
  }

  /** One audit row for each of many objects that the same was done with. */
  async auditedEach(verb: string, area: string, objectIds: readonly string[]): Promise<void> {
    if (objectIds.length === 0) return;
    const actor = currentScope()?.actor;
    const who = actor ? this.seals.keys.pseudonymOf(actor.userId) : null;
    await this.db.atLast(
      `select audit_write($1, $2, i.id, 'done', null, $4) from unnest($3::uuid[]) with ordinality i (id, n) order by i.n`,
      [verb, area, objectIds, who],
    );
    this.seals.soon();
  }

  /** Tells those who could see the object until now, and no longer can, that it is gone: its id, which they had, and nothing else. */
  async gone(
    object: { area: string; objectId: string; kind: string; goalIds: readonly string[] },
    former: { level: number; owners: readonly string[]; partners: readonly string[]; counties: readonly string[] },
  ): Promise<void> {
    await this.db.along(
      `insert into event (area, object_id, level, kind, goal_ids, former_level, former_owners, former_partners, former_counties)
       values ($1, $2, $5, $3, $4, $5, $6, $7, $8)`,
      [
        object.area,
        object.objectId,
        object.kind,
        object.goalIds,
        former.level,
        former.owners,
        former.partners,
        former.counties,
      ],
    );
  }

  /** The row of a deed whose effect stands outside of the transaction, as a session's: written before it, so that there is no effect without its row. */
  async auditedFirst(verb: string, area: string, objectId: string | null): Promise<void> {
    await this.db.query(auditWrite, this.auditRow(verb, area, objectId, 'done', null, null));
    this.seals.soon();
  }

  /**
   * One audit row: who, acting for whom, which verb, on what, how it ended, and why as a code. Never text. It is written with the end of the transaction: the
   * organisation's chain of the audit is held for no longer. What the writer answered the
   * text guard in this request is the reason when no other is given.
   */
  async audited(
    verb: string,
    area: string,
    objectId: string | null,
    outcome: 'done' | 'denied' = 'done',
    reason: string | null = currentScope()
      ?.guardReasons?.map((answer) => `guard.${answer}`)
      .join(' ') ?? null,
    objectIds: readonly string[] | null = null,
  ): Promise<void> {
    await this.db.atLast(auditWrite, this.auditRow(verb, area, objectId, outcome, reason, objectIds));
    this.seals.soon();
  }

  /**
   * Somebody's contact data (name with mail or telephone) were read: one row for the request, which names everybody whose data it showed
   * (docs/adr/0015). Await it before the answer leaves: no row, no answer. Without ids nobody's data were shown, and nothing is written.
   */
  async contactRead(area: string, ids: readonly string[]): Promise<void> {
    const [only, ...others] = new Set(ids);
    if (only === undefined) return;
    const row =
      others.length === 0
        ? this.auditRow('contact.read', area, only, 'done', null, null)
        : this.auditRow('contacts.listed', area, null, 'done', null, [only, ...others]);
    await (currentScope()?.runner ? this.db.atLast(auditWrite, row) : this.db.apart(auditWrite, row));
    this.seals.soon();
  }

  /** The same row in another role's running transaction: what somebody does on her way in, before she is anybody's actor. `userId` is whose deed it is. */
  async auditedBy(
    sql: SqlRunner,
    userId: string | null,
    verb: string,
    area: string,
    objectId: string | null,
  ): Promise<void> {
    const who = userId ? this.seals.keys.pseudonymOf(userId) : null;
    await sql('select audit_write($1, $2, $3, $4, $5, $6)', [verb, area, objectId, 'done', null, who]);
    this.seals.soon();
  }

  /** An audit row that stands whatever becomes of the request, as an attempt that was denied. */
  async noted(
    verb: string,
    area: string,
    objectId: string | null,
    outcome: 'done' | 'denied' = 'done',
    reason: string | null = null,
  ): Promise<void> {
    await this.db.apart(auditWrite, this.auditRow(verb, area, objectId, outcome, reason, null));
    this.seals.soon();
  }

  private auditRow(
    verb: string,
    area: string,
    objectId: string | null,
    outcome: 'done' | 'denied',
    reason: string | null,
    objectIds: readonly string[] | null,
  ): unknown[] {
    const actor = currentScope()?.actor;
    const who = actor ? this.seals.keys.pseudonymOf(actor.userId) : null;
    return [verb, area, objectId, outcome, reason, who, objectIds];
  }
}
