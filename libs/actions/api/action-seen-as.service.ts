import type { Action } from '@samverkan/actions/contract';
import { Db, SeenAs, currentActor, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { actionById } from './action-detail.query';
import type { ActionRow } from './action.view';
import { actionPolicy } from './actions.policy';
import { ActionsService } from './actions.service';
import { UpdatesService } from './updates.service';

/** An action as another party's user gets it, for its owners. */
@Injectable()
export class ActionSeenAsService {
  constructor(
    private readonly db: Db,
    private readonly seenAs: SeenAs,
    private readonly actions: ActionsService,
    private readonly updates: UpdatesService,
  ) {}

  /** A goal that stands in the party's own draft of a strategy is theirs to show: it is left out for whoever does not see it herself. */
  async open(id: string, organizationId: string): Promise<Action> {
    const own = await this.decided(id);
    const action = await this.as(id, organizationId, () => this.actions.open(id));
    const known = new Set(own.content.goals.map((goal) => goal.id));
    const joinedInto = own.content.joinedInto && action.joinedInto;
    return { ...action, joinedInto, goals: action.goals.filter((goal) => known.has(goal.id)) };
  }

  /** JSON text: the `items` of `ActionHistory`. */
  async history(id: string, organizationId: string): Promise<string> {
    await this.decided(id);
    return this.as(id, organizationId, () => this.actions.history(id));
  }

  /** JSON text in the shape of `ActionUpdates`. */
  async list(id: string, organizationId: string, lines: number): Promise<string> {
    await this.decided(id);
    return this.as(id, organizationId, () => this.updates.list(id, lines));
  }

  private as<T>(objectId: string, organizationId: string, read: () => Promise<T>): Promise<T> {
    return this.seenAs.read({ area: 'actions', objectId, organizationId }, read);
  }

  /** Only who decides on who sees it may look with others' eyes. */
  private async decided(id: string): Promise<ActionRow> {
    const row = await this.db.one<ActionRow>(actionById, [id]);
    if (!row) throw notFound();
    actionPolicy.require('changeVisibility', currentActor(), row);
    return row;
  }
}
