import { Injectable } from '@nestjs/common';
import { TermsService } from '@samverkan/vocabularies/api';
import { type ActionUpdateInput, linesAtATime } from '@samverkan/actions/contract';
import { visibilityAt } from '@samverkan/shared/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { ActionUpdateEntity } from './action-update.entity';
import { actionById, actionToWriteIn, updatesOfAction } from './action-detail.query';
import type { ActionRow } from './action.view';
import { actionPolicy, writers } from './actions.policy';

/** What was done, what it led to, and how many took part. */
@Injectable()
export class UpdatesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  /** JSON text in the shape of `ActionUpdates`. */
  async list(actionId: string, lines: number): Promise<string> {
    return this.linesOf(actionId, await this.readable(actionId), lines);
  }

  private async linesOf(actionId: string, row: ActionRow, lines = linesAtATime): Promise<string> {
    const isOwner = row.ownerIds.includes(currentActor().organizationId);
    return (await this.db.jsonPlannedOnce(updatesOfAction, [actionId, isOwner, lines])) ?? '';
  }

  /** `lines` is JSON text in the shape of `ActionUpdates`. */
  async write(actionId: string, input: ActionUpdateInput): Promise<{ lines: string; written: string }> {
    const row = await this.readable<ActionRow & { today: string }>(actionId, actionToWriteIn);
    actionPolicy.require('writeUpdate', currentActor(), row);
    if (row.status === 'draft') throw conflict('update.action-is-a-draft');
    if (input.happenedOn > row.today) throw badInput([{ path: 'happenedOn', code: 'update.in-the-future' }]);
    await this.terms.refuseUnusable(
      input.counts.map(({ profession: codes }, at) => ({
        path: `counts.${at}.profession`,
        vocabulary: 'profession',
        codes,
      })),
    );
    const { guardConfirmed: _confirmed, ...content } = input;
    const made = await this.db
      .repo(ActionUpdateEntity)
      .createQueryBuilder()
      .insert()
      .values({ ...content, actionId })
      .returning(['id'])
      .execute();
    const trace = { area: 'actions', objectId: actionId, visibility: visibilityAt(row.visibility) };
    await this.ledger.happened(
      trace,
      'action.updated',
      null,
      row.content.goals.map((goal) => goal.id),
    );
    const lines = await this.linesOf(actionId, row);
    await this.ledger.audited('action.updated', 'actions', actionId);
    return { lines, written: (made.identifiers[0] as { id: string }).id };
  }

  /** Takes an update back: her own organisation's, within the day. It stays in the database, unread; what hung at it goes to the trash. */
  async takeBack(actionId: string, updateId: string): Promise<string> {
    const row = await this.readable(actionId);
    const update = await this.db.repo(ActionUpdateEntity).findOneBy({ id: updateId, actionId });
    if (!update || update.removedAt) throw notFound();
    const { role, organizationId } = currentActor();
    if (update.organizationId !== organizationId || !writers.includes(role)) throw forbidden();
    if (Date.now() - update.createdAt.getTime() > 86_400_000) throw conflict('update.too-late-to-take-back');
    if (!(await this.db.update(ActionUpdateEntity, update, { removedAt: new Date() }))) throw conflict('stale-version');
    await this.ledger.happened(
      { area: 'actions', objectId: actionId, visibility: visibilityAt(row.visibility) },
      'action.changed',
      null,
      row.content.goals.map((goal) => goal.id),
    );
    await this.ledger.audited('action.update-taken-back', 'actions', actionId);
    return this.linesOf(actionId, row);
  }

  private async readable<T extends ActionRow>(actionId: string, text = actionById): Promise<T> {
    const row = await this.db.onePlannedOnce<T>(text, [actionId]);
    if (!row || !actionPolicy.can('read', currentActor(), row)) throw notFound();
    return row;
  }
}
