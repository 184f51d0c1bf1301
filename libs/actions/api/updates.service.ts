import { Injectable } from '@nestjs/common';
import { TermsService } from '@samverkan/vocabularies/api';
import { type ActionStatus, type ActionUpdateInput, linesAtATime } from '@samverkan/actions/contract';
import { visibilityAt } from '@samverkan/shared/contract';
import { Db, Ledger, type Trace, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { ActionUpdateEntity, type StoredCount } from './action-update.entity';
import { actionToWriteIn, actionWithUpdates, writeLine } from './action-detail.query';
import { type ActionFacts, actionPolicy, writers } from './actions.policy';

/** What was done, what it led to, and how many took part. */
@Injectable()
export class UpdatesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  /** JSON text in the shape of `ActionUpdates`. */
  async list(actionId: string, lines = linesAtATime): Promise<string> {
    return (await this.readable<ActionFacts & { lines: string }>(actionWithUpdates, [actionId, lines])).lines;
  }

  /** `lines` is JSON text in the shape of `ActionUpdates`. */
  async write(actionId: string, input: ActionUpdateInput): Promise<{ lines: string; written: string }> {
    const action = await this.readable<ActionToWriteIn>(actionToWriteIn, [actionId]);
    actionPolicy.require('writeUpdate', currentActor(), action);
    if (action.status === 'draft') throw conflict('update.action-is-a-draft');
    if (input.happenedOn > action.today) throw badInput([{ path: 'happenedOn', code: 'update.in-the-future' }]);
    await this.terms.refuseUnusable(
      input.counts.map(({ profession: codes }, at) => ({
        path: `counts.${at}.profession`,
        vocabulary: 'profession',
        codes,
      })),
    );
    const { happenedOn, done, effect, counts } = input;
    await this.db.along(writeLine, [
      action.lineId,
      actionId,
      happenedOn,
      done,
      effect,
      JSON.stringify(counts.map(asKept)),
    ]);
    await this.ledger.happened(traceOf(actionId, action), 'action.updated', null, action.goalIds);
    const lines = await this.list(actionId);
    await this.ledger.audited('action.updated', 'actions', actionId);
    return { lines, written: action.lineId };
  }

  /** Takes an update back: her own organisation's, within the day. It lies in the trash for thirty days, and what hung at it too. */
  async takeBack(actionId: string, updateId: string): Promise<string> {
    const action = await this.readable<ActionToWriteIn>(actionToWriteIn, [actionId]);
    const update = await this.db.repo(ActionUpdateEntity).findOneBy({ id: updateId, actionId });
    if (!update || update.removedAt) throw notFound();
    requireOwn(update);
    if (Date.now() - update.createdAt.getTime() > 86_400_000) throw conflict('update.too-late-to-take-back');
    if (!(await this.db.update(ActionUpdateEntity, update, { removedAt: new Date() }))) throw conflict('stale-version');
    await this.ledger.happened(traceOf(actionId, action), 'action.changed', null, action.goalIds);
    await this.ledger.audited('action.update-taken-back', 'actions', actionId);
    return this.list(actionId);
  }

  /** Brings back one that was taken back, with what went with it; one that stands is left as it stands. */
  async putBack(updateId: string): Promise<string> {
    const update = await this.db.repo(ActionUpdateEntity).findOneBy({ id: updateId });
    if (!update) throw notFound();
    const { actionId } = update;
    const action = await this.readable<ActionToWriteIn>(actionToWriteIn, [actionId]);
    requireOwn(update);
    actionPolicy.require('writeUpdate', currentActor(), action);
    if (update.removedAt) {
      if (action.status === 'draft') throw conflict('update.action-is-a-draft');
      if (!(await this.db.update(ActionUpdateEntity, update, { removedAt: null }))) throw conflict('stale-version');
      await this.ledger.happened(traceOf(actionId, action), 'action.changed', null, action.goalIds);
      await this.ledger.audited('action.update-put-back', 'actions', actionId);
    }
    return this.list(actionId);
  }

  private async readable<T extends ActionFacts>(text: string, values: readonly unknown[]): Promise<T> {
    const action = await this.db.onePlannedOnce<T>(text, [...values]);
    if (!action || !actionPolicy.can('read', currentActor(), action)) throw notFound();
    return action;
  }
}

const asKept = ({ profession, count, of, about, source }: ActionUpdateInput['counts'][number]): StoredCount =>
  of === null ? { profession, count } : { profession, count, of, about, source };

interface ActionToWriteIn extends ActionFacts {
  status: ActionStatus;
  goalIds: string[];
  today: string;
  lineId: string;
}

/** Of her own organisation, whoever there wrote it. */
function requireOwn({ organizationId }: ActionUpdateEntity): void {
  const actor = currentActor();
  if (organizationId !== actor.organizationId || !writers.includes(actor.role)) throw forbidden();
}

const traceOf = (objectId: string, { visibility }: ActionFacts): Trace => ({
  area: 'actions',
  objectId,
  visibility: visibilityAt(visibility),
});
