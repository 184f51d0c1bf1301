import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict, currentActor, forbidden, notFound, refuseClash } from '@samverkan/shared/api';
import type { Strategy, StrategyChange, StrategyFrames, StrategyInput } from '@samverkan/strategies/contract';
import { asNamed, differing, settingOf } from './changed-fields';
import { frameKinds, kindsOf, strategiesPolicy } from './strategies.policy';
import { StrategiesService } from './strategies.service';
import { StrategyTraces } from './strategy-traces';

const columns: Record<Exclude<keyof StrategyChange, 'guardConfirmed'>, string> = {
  title: 'title',
  titleEn: 'title_en',
  shortTitle: 'short_title',
  shortTitleEn: 'short_title_en',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  document: 'document',
  dnr: 'dnr',
  vision: 'vision',
  visionEn: 'vision_en',
  note: 'note',
  noteEn: 'note_en',
  countyCodes: 'county_codes',
};
type Column = keyof typeof columns;

/** Begins drafts, changes what they say of themselves, throws them away and takes them back. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
    private readonly strategies: StrategiesService,
  ) {}

  async begin(input: StrategyInput): Promise<Strategy> {
    const actor = currentActor();
    if (!kindsOf(actor).includes(input.kind)) throw forbidden();
    const isFrame = frameKinds.includes(input.kind);
    await this.refuseUnknown(input);
    const made = await this.db.one<{ id: string }>(
      `insert into strategy (kind, title, short_title, starts_on, ends_on, status, verification, owner_organization_id, kept_by, county_codes)
       values ($1, $2, $3, $4, $5, $6, 'verified', $7, $8, $9) returning id`,
      [
        input.kind,
        input.title,
        input.shortTitle,
        input.startsOn,
        input.endsOn,
        isFrame ? 'proposed' : 'draft',
        isFrame ? input.ownerId : actor.organizationId,
        isFrame ? actor.organizationId : null,
        isFrame ? [] : actor.countyCodes,
      ],
    );
    if (!made) throw notFound();
    for (const old of input.replaces)
      await this.db.query(
        `insert into strategy_succession (old_id, new_id, verification) values ($1, $2, 'verified')`,
        [old, made.id],
      );
    await this.frames(made.id, input.frameIds);
    if (input.copyGoals) for (const old of input.replaces) await this.copyGoals(old, made.id);
    const row = await this.traces.row(made.id);
    await this.traces.tell(row, 'strategy.begun', [{ field: 'created', before: null, after: row.status }]);
    return this.strategies.read(made.id);
  }

  async change(
    id: string,
    version: number,
    { guardConfirmed: _confirmed, ...sent }: StrategyChange,
  ): Promise<Strategy> {
    const row = await this.traces.forChange(id, 'write');
    const stands = await this.db.one<{ before: Record<Column, unknown> }>(
      `select ${asNamed(columns)} from strategy where id = $1`,
      [id],
    );
    if (!stands) throw notFound();
    const { before } = stands;
    const differs = differing<typeof columns>(before, sent);
    await refuseClash(this.db, { area: 'strategies', id, seen: version, now: row.version }, differs, before);
    const { startsOn, endsOn } = { ...before, ...sent };
    if (typeof startsOn === 'string' && typeof endsOn === 'string' && startsOn > endsOn)
      throw conflict('strategy.ends-before-it-starts');
    if (differs.length > 0) {
      const { set, values } = settingOf(columns, differs, sent);
      await this.db.query(`update strategy set ${set} where id = $1`, [id, ...values]);
    }
    const fields = differs.map((field) => ({ field, before: before[field], after: sent[field] }));
    if (fields.length > 0) await this.traces.write(row, 'strategy.changed', fields);
    return this.strategies.read(id);
  }

  /** All the frames it is measured against; one whose aims its goals serve stays while they do. */
  async frame(id: string, { frames }: StrategyFrames): Promise<Strategy> {
    const row = await this.traces.forChange(id, 'write');
    if (frameKinds.includes(row.kind)) throw conflict('strategy.is-a-frame');
    const ids = frames.map(({ frameId }) => frameId);
    await this.refuseUnknownFrames(ids, (at) => `frames.${at}.frameId`);
    const served = await this.db.one(
      `select from goal g join goal_link l on l.goal_id = g.id join goal t on t.id = l.frame_goal_id where g.strategy_id = $1 and t.strategy_id <> all ($2) limit 1`,
      [id, ids],
    );
    if (served) throw conflict('strategy.frame-is-served');
    const before = await this.framesNow(id);
    await this.db.query('delete from strategy_frame where strategy_id = $1 and frame_id <> all ($2)', [id, ids]);
    await this.db.query(
      `insert into strategy_frame (strategy_id, frame_id, motive)
       select distinct on (f."frameId") $1::uuid, f."frameId", f.motive from jsonb_to_recordset($2::jsonb) f ("frameId" uuid, motive text)
       on conflict (strategy_id, frame_id) do update set motive = excluded.motive where strategy_frame.motive is distinct from excluded.motive`,
      [id, JSON.stringify(frames)],
    );
    const after = await this.framesNow(id);
    if (JSON.stringify(before) !== JSON.stringify(after))
      await this.traces.write(row, 'strategy.changed', [{ field: 'frameIds', before, after }]);
    return this.strategies.read(id);
  }

  async discard(id: string): Promise<void> {
    const row = await this.traces.forChange(id, 'discard');
    await this.traces.tell({ ...row, version: row.version + 1 }, 'strategy.discarded', [
      { field: 'discarded', before: null, after: null },
    ]);
    await this.done('select strategy_discard($1) as done', id);
  }

  async restore(id: string): Promise<Strategy> {
    await this.done('select strategy_restore($1) as done', id);
    await this.traces.tell(await this.traces.row(id), 'strategy.restored', [
      { field: 'restored', before: null, after: null },
    ]);
    return this.strategies.read(id);
  }

  async repeal(id: string, motive: string): Promise<Strategy> {
    const row = await this.traces.row(id);
    strategiesPolicy.require('repeal', currentActor(), row);
    const done = await this.db.one<{ done: boolean }>('select strategy_repeal($1, $2) as done', [id, motive]);
    if (done?.done !== true) throw conflict('strategy.is-not-in-force');
    const after = await this.traces.row(id);
    await this.traces.tell(after, 'strategy.repealed', [{ field: 'repeal', before: null, after: motive }]);
    return this.strategies.read(id);
  }

  private async done(text: string, id: string): Promise<void> {
    const answer = await this.db.one<{ done: boolean }>(text, [id]);
    if (answer?.done !== true) throw notFound();
  }

  private async frames(id: string, frameIds: readonly string[]): Promise<void> {
    await this.db.query(
      'insert into strategy_frame (strategy_id, frame_id) select $1, f from unnest($2::uuid[]) f on conflict do nothing',
      [id, frameIds],
    );
  }

  private framesNow(id: string): Promise<{ frame: string; motive: string | null }[]> {
    return this.db.query(
      'select frame_id as frame, motive from strategy_frame where strategy_id = $1 order by frame_id',
      [id],
    );
  }

  /** The goals as they stand in the old, each marked as going on in its copy, with the aims it served. */
  private async copyGoals(from: string, into: string): Promise<void> {
    const made = await this.db.one<{ map: Record<string, string> | null }>(
      `with pairs as materialized (select g.id as old, new_id() as new from goal g where g.strategy_id = $1),
       made as (insert into goal (id, strategy_id, number, title, title_en, text, text_en, parent_id, placeholder, sort, kind, responsible_organization_id, indicators)
         select p.new, $2, g.number, g.title, g.title_en, g.text, g.text_en, up.new, g.placeholder, g.sort, g.kind, g.responsible_organization_id, g.indicators
         from goal g join pairs p on p.old = g.id left join pairs up on up.old = g.parent_id)
       select json_object_agg(old, new) as map from pairs`,
      [from, into],
    );
    const values = [into, JSON.stringify(made?.map ?? {})];
    const pairs = 'from jsonb_each_text($2::jsonb) m (old, new)';
    await this.db.query(
      `insert into goal_link (goal_id, frame_goal_id, motive, motive_en, verification)
       select m.new::uuid, l.frame_goal_id, l.motive, l.motive_en, l.verification ${pairs} join goal_link l on l.goal_id = m.old::uuid
       where $1::uuid is not null`,
      values,
    );
    await this.db.query(
      `insert into goal_succession (strategy_id, old_goal_id, kind, new_goal_ids)
       select $1, m.old::uuid, 'continues', array[m.new::uuid] ${pairs}`,
      values,
    );
  }

  private async refuseUnknown({ kind, replaces, frameIds, ownerId }: StrategyInput): Promise<void> {
    const actor = currentActor();
    for (const [index, id] of replaces.entries()) {
      const row = await this.traces.row(id).catch(() => undefined);
      const sameSort = row && frameKinds.includes(row.kind) === frameKinds.includes(kind);
      if (!row || !sameSort || !strategiesPolicy.can('replace', actor, row))
        throw badInput([{ path: `replaces.${index}`, code: 'field.not-a-choice' }]);
    }
    if (ownerId) {
      const owner = await this.db.one('select 1 as there from organization o where o.id = $1', [ownerId]);
      if (!owner) throw badInput([{ path: 'ownerId', code: 'field.not-a-choice' }]);
    }
    await this.refuseUnknownFrames(frameIds);
  }

  private async refuseUnknownFrames(
    frameIds: readonly string[],
    path = (at: number) => `frameIds.${at}`,
  ): Promise<void> {
    const unknown = await this.db.query<{ at: number }>(
      `select (n - 1)::int as at from unnest($1::uuid[]) with ordinality f (id, n)
       where not exists (select from strategy s where s.id = f.id and s.kind = any ($2)) order by n`,
      [frameIds, frameKinds],
    );
    if (unknown.length > 0) throw badInput(unknown.map(({ at }) => ({ path: path(at), code: 'field.not-a-choice' })));
  }
}
