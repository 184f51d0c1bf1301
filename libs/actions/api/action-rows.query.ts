import type { Action, ActionQuery } from '@samverkan/actions/contract';
import { Db, currentActor } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { goalRef, moment, organizationRef, overdue, visibilityName } from './action.sql';
import type { ActionSheetRow } from './action-sheet.view';
import { actionIds } from './actions.query';

/** Rows of a file that are read at a time. */
const chunk = 500;

/**
 * The rows with the ids of what they name, and what those are once for all the rows: names that were looked up for each row by itself cost more than
 * everything else of a file. PostgreSQL writes a row as JSON in half the time it takes to put its fields together one by one. `goals` and `municipalities` stand in the order they have in every row.
 */
const piece = `
  with picked as materialized (select a.*, w.at from unnest($1::uuid[]) with ordinality w (id, at) join action a on a.id = w.id)
  select json_build_object(
    'rows', (select coalesce(json_agg(r), '[]'::json) from (
        select a.id, a.reference, a.title, a.kind, a.status, coalesce(${overdue}, false) as overdue, ${visibilityName('a.visibility')} as visibility,
          a.starts_on as "startsOn", a.ends_on as "endsOn", a.owner_ids as "ownerIds", a.partner_ids as "partnerIds", a.partner_names as "partnerNames",
          a.municipality_codes as "municipalityCodes", a.goal_ids as "goalIds", ${moment('a.changed_at')} as "changedAt",
          a.last_update_on as "lastUpdateOn", a.demo, a.version, a.description, a.target_groups as "targetGroups", a.forms, a.phases,
          a.responsible_function as "responsibleFunction", a.cancel_reason as "cancelReason", a.status_since as "statusSince",
          ${moment('a.created_at')} as "createdAt"
        from picked a order by a.at) r),
    'organizations', (select coalesce(json_agg(${organizationRef}), '[]'::json) from organization o
      where o.id in (select unnest(owner_ids || partner_ids) from picked)),
    'goals', (select coalesce(json_agg(${goalRef} order by s.kind, g.sort), '[]'::json) from goal g join strategy s on s.id = g.strategy_id
      where g.id in (select unnest(goal_ids) from picked)),
    'municipalities', (select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) order by m.name collate "sv-SE-x-icu"), '[]'::json)
      from municipality m where m.code in (select unnest(municipality_codes) from picked)))::text as json`;

type Named = 'owners' | 'partners' | 'goals' | 'municipalities';
interface Piece {
  rows: (Omit<ActionSheetRow, Named> & {
    ownerIds: string[];
    partnerIds: string[];
    partnerNames: string[];
    goalIds: string[];
  })[];
  organizations: Action['owners'];
  goals: Action['goals'];
  municipalities: { code: string; name: string }[];
}

/** What the reader has not got of what a row names is left out of it. */
function named({ rows, organizations, goals, municipalities }: Piece): ActionSheetRow[] {
  const parties = new Map(organizations.map((one) => [one.id, one]));
  const partiesOf = (ids: readonly string[]) => ids.flatMap((id) => parties.get(id) ?? []);
  return rows.map(({ ownerIds, partnerIds, partnerNames, goalIds, ...row }) => ({
    ...row,
    owners: partiesOf(ownerIds),
    partners: [
      ...partiesOf(partnerIds).map((organization) => ({ name: organization.name, organization })),
      ...partnerNames.map((name) => ({ name, organization: null })),
    ],
    goals: goals.filter(({ id }) => goalIds.includes(id)),
    municipalities: municipalities.filter(({ code }) => row.municipalityCodes.includes(code)).map(({ name }) => name),
  }));
}

/**
 * Every action of a list in its order, for files. Which they are is asked once, so that none is missed or told twice while others write;
 * what each says is read under the reader's rights when its turn comes, the next piece while the one before it is written.
 */
@Injectable()
export class ActionRowsQuery {
  constructor(private readonly db: Db) {}

  async *rows(query: Omit<ActionQuery, 'page' | 'size'>): AsyncGenerator<ActionSheetRow> {
    const { text, values } = actionIds(query, currentActor().organizationId);
    const ids = (await this.db.query<{ id: string }>(text, values)).map(({ id }) => id);
    const pieceFrom = (from: number) => {
      const reading = from < ids.length ? this.piece(ids.slice(from, from + chunk)) : Promise.resolve([]);
      // Who reads no further hears of no trouble either.
      reading.catch(() => undefined);
      return reading;
    };
    let next = pieceFrom(0);
    for (let from = 0; from < ids.length; from += chunk) {
      const rows = await next;
      next = pieceFrom(from + chunk);
      yield* rows;
    }
  }

  private async piece(ids: readonly string[]): Promise<ActionSheetRow[]> {
    const json = await this.db.jsonPlannedOnce(piece, [ids]);
    return json ? named(JSON.parse(json) as Piece) : [];
  }
}
