// When somebody leaves a function: what is open with it is kept, given on, asked of the county or ended, piece by piece or all in one act.
import type {
  Handover,
  HandoverAnswerInput,
  HandoverDecisionInput,
  HandoverItem,
  HandoverList,
  HandoverUndoInput,
} from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import {
  Db,
  Ledger,
  type OpenWorkSource,
  OpenWorks,
  Titles,
  badInput,
  conflict,
  forbidden,
  notFound,
} from '@samverkan/shared/api';
import { currentActor } from '@samverkan/shared/api';
import { keepers } from './contacts.policy';
import { handoversAskedOfCounty, handoversOfOrganization, handoversWith } from './handover.query';

interface Ids {
  id: string;
  functionId: string;
}

@Injectable()
export class HandoverService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly works: OpenWorks,
    private readonly titles: Titles,
  ) {}

  /** The acting organisation's. */
  async list(): Promise<HandoverList> {
    return { items: await this.read(await this.db.query<Ids>(handoversOfOrganization)) };
  }

  /** What the county board is asked about: only the pieces asked about. */
  async asked(): Promise<HandoverList> {
    const handovers = await this.read(await this.db.query<Ids>(handoversAskedOfCounty));
    return {
      items: handovers.map((one) => ({ ...one, items: one.items.filter(({ decision }) => decision === 'asked') })),
    };
  }

  /** Decides on pieces in one act: all of it or, where one may not be decided so, none. */
  async decide(id: string, input: HandoverDecisionInput): Promise<Handover> {
    await this.hold(id);
    const handover = await this.own(id);
    if (input.decision === 'moved') await this.requireFunction(input.toFunctionId ?? '', handover);
    for (const [place, piece] of input.items.entries()) {
      const item = handover.items.find(({ area, objectId }) => area === piece.area && objectId === piece.objectId);
      if (!item) throw badInput([{ path: `items.${place}`, code: 'field.not-a-choice' }]);
      if (item.decision) throw conflict('handover.already-decided');
      await this.carryOut(handover, item, input);
    }
    await this.settle(handover.id);
    await this.ledger.audited(`handover.${input.decision}`, 'contacts', handover.function.id);
    return this.own(id);
  }

  /** Takes a decision back: what was moved or ended is again as it was. */
  async undo(id: string, { area, objectId }: HandoverUndoInput): Promise<Handover> {
    await this.hold(id);
    const handover = await this.own(id);
    const item = handover.items.find((one) => one.area === area && one.objectId === objectId);
    if (!item?.decision) throw notFound();
    // The row first: whoever decides otherwise meanwhile waits for it, and finds it gone or is found to have been faster.
    const gone = await this.db.query(
      'delete from handover_item where handover_id = $1 and area = $2 and object_id = $3 and decision = $4 returning object_id',
      [id, area, objectId, item.decision],
    );
    if (gone.length === 0) throw conflict('handover.already-decided');
    const work = this.workOf(area);
    if (item.decision === 'moved') await work.move(objectId, handover.function.id);
    if (item.decision === 'closed') await work.reopen(objectId);
    await this.db.query('update handover set settled_at = null where id = $1', [id]);
    await this.ledger.audited('handover.undone', 'contacts', handover.function.id);
    return this.own(id);
  }

  /** The county board's answer: one of its own functions takes the piece, or it goes back undecided. */
  async answer(id: string, { area, objectId, toFunctionId }: HandoverAnswerInput): Promise<HandoverList> {
    await this.hold(id);
    const [handover] = await this.read(
      (await this.db.query<Ids>(handoversAskedOfCounty)).filter((one) => one.id === id),
    );
    const item = handover?.items.find(
      (one) => one.area === area && one.objectId === objectId && one.decision === 'asked',
    );
    if (!handover || !item) throw notFound();
    if (toFunctionId) await this.requireFunction(toFunctionId, handover);
    // Given back it stays on the row that the county was asked; the decision is the owner's again. Nothing moves that she has taken back meanwhile.
    const answered = await this.db.query(
      `update handover_item set decision = $4, to_function = $5, decided_at = clock_timestamp(), decided_by = ctx_user(), decided_for = ctx_org()
       where handover_id = $1 and area = $2 and object_id = $3 and decision = 'asked' returning object_id`,
      [id, area, objectId, toFunctionId ? 'moved' : 'returned', toFunctionId],
    );
    if (answered.length === 0) throw conflict('handover.already-decided');
    if (toFunctionId) await this.workOf(area).move(objectId, toFunctionId);
    await this.ledger.audited(
      toFunctionId ? 'handover.answered' : 'handover.returned',
      'contacts',
      handover.function.id,
    );
    return this.asked();
  }

  private async carryOut(
    handover: Handover,
    { area, objectId, canAsk }: HandoverItem,
    input: HandoverDecisionInput,
  ): Promise<void> {
    const { decision, toFunctionId, reason } = input;
    if (decision === 'asked' && !canAsk) throw conflict('handover.county-cannot-see');
    if (decision === 'moved') await this.workOf(area).move(objectId, toFunctionId ?? '');
    if (decision === 'closed') await this.workOf(area).close(objectId, reason ?? '');
    const made = await this.db.query(
      `insert into handover_item (handover_id, area, object_id, decision, to_function, organization_id, county_codes, asked_on)
       select $1, $2, $3, $4, $5, ctx_org(), case when $4 = 'asked' then f.county_codes else '{}' end, case when $4 = 'asked' then today() end
       from contact_function f where f.id = $6
       on conflict (handover_id, area, object_id) do update set decision = excluded.decision, to_function = excluded.to_function, decided_at = clock_timestamp(),
         decided_by = ctx_user(), decided_for = ctx_org(), asked_on = coalesce(excluded.asked_on, handover_item.asked_on) where handover_item.decision = 'returned'
       returning object_id`,
      [handover.id, area, objectId, decision, decision === 'moved' ? toFunctionId : null, handover.function.id],
    );
    if (made.length === 0) throw conflict('handover.already-decided');
  }

  /** Whoever else is at the same handover is waited for, so that what is read from here on is what stands. */
  private async hold(id: string): Promise<void> {
    await this.db.query('select handover_hold($1)', [id]);
  }

  private async settle(id: string): Promise<void> {
    const { items } = await this.own(id);
    if (items.every(({ decision }) => decision !== null))
      await this.db.query('update handover set settled_at = clock_timestamp() where id = $1', [id]);
  }

  private async own(id: string): Promise<Handover> {
    const actor = currentActor();
    const rows = await this.db.query<Ids>(
      'select id, function_id as "functionId" from handover where id = $1 and organization_id = ctx_org()',
      [id],
    );
    const [handover] = await this.read(rows);
    if (!handover) throw notFound();
    if (!keepers.includes(actor.role)) throw forbidden();
    return handover;
  }

  private async read(ids: readonly Ids[]): Promise<Handover[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.query<{ handover: Handover }>(
      handoversWith(this.works.query, [this.titles.union, ...this.works.ended].join(' union all ')),
      [ids.map(({ functionId }) => functionId), ids.map(({ id }) => id)],
    );
    return rows.map(({ handover }) => handover);
  }

  private async requireFunction(id: string, handover: Handover): Promise<void> {
    const found = await this.db.one(
      'select 1 from contact_function where id = $1 and organization_id = ctx_org() and retired_on is null and id <> $2',
      [id, handover.function.id],
    );
    if (!found) throw badInput([{ path: 'toFunctionId', code: 'field.not-a-choice' }]);
  }

  private workOf(area: string): OpenWorkSource {
    const work = this.works.of(area);
    if (!work) throw notFound();
    return work;
  }
}
