import type { ActionQuery } from '@samverkan/actions/contract';
import { Db, currentActor } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { actionRow } from './action.sql';
import type { ActionSheetRow } from './action-sheet.view';
import { actionIds } from './actions.query';

/** Rows of a file that are read at a time. */
const chunk = 500;

const rowsOf = `
  select coalesce(json_agg(${actionRow} order by w.at), '[]')::text as json
  from unnest($1::uuid[]) with ordinality w (id, at) join action a on a.id = w.id`;

/**
 * Every action of a list in its order, for files. Which they are is asked once, so that none is missed or told twice while others write;
 * what each says is read under the reader's rights when its turn comes.
 */
@Injectable()
export class ActionRowsQuery {
  constructor(private readonly db: Db) {}

  async *rows(query: Omit<ActionQuery, 'page' | 'size'>): AsyncGenerator<ActionSheetRow> {
    const { text, values } = actionIds(query, currentActor().organizationId);
    const ids = (await this.db.query<{ id: string }>(text, values)).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += chunk) {
      const json = await this.db.json(rowsOf, [ids.slice(from, from + chunk)]);
      yield* JSON.parse(json ?? '[]') as ActionSheetRow[];
    }
  }
}
