import type { ActionBoard, ActionBoardQuery, ActionSpreadQuery } from '@samverkan/actions/contract';
import { Db, currentActor } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { type ActionRow, cardView } from './action.view';
import { actionBoard } from './actions-board.query';
import { actionSpread } from './actions-spread.query';

type Column = ActionBoard['columns'][number];
interface ColumnRow extends Omit<Column, 'cards'> {
  cards: { action: Column['cards'][number]['action']; facts: Omit<ActionRow, 'content'> }[];
}

/** Other ways to look at the list of actions. */
@Injectable()
export class ActionViewsService {
  constructor(private readonly db: Db) {}

  async board(query: ActionBoardQuery): Promise<ActionBoard> {
    const actor = currentActor();
    const { text, values } = actionBoard(query, actor.organizationId);
    const columns = await this.db.query<ColumnRow>(text, values);
    return {
      columns: columns.map(({ cards, ...column }) => ({
        ...column,
        cards: cards.map(({ action, facts }) => cardView(actor, action, facts)),
      })),
    };
  }

  /** JSON text (`ActionSpread`). */
  async spread(query: ActionSpreadQuery): Promise<string> {
    const { organizationId, countyCodes } = currentActor();
    const counties = query.county?.length ? query.county : countyCodes;
    const { text, values } = actionSpread(query, organizationId, counties);
    return (await this.db.json(text, values)) ?? '';
  }
}
