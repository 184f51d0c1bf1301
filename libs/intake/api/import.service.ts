import { Injectable } from '@nestjs/common';
import { type ActionToLog, ManyActionsService } from '@samverkan/actions/api';
import type { ActionStatus, ActionVerb } from '@samverkan/actions/contract';
import {
  type ActionImportDone,
  type ActionImportPreview,
  type ActionImportQuery,
  type ActionImportUndo,
  type ActionImportUndone,
  type ImportColumn,
  mostImported,
  recognisedImportColumns,
} from '@samverkan/intake/contract';
import {
  Db,
  Ledger,
  SheetImports,
  countsOf,
  currentActor,
  fold,
  forbidden,
  municipalityCodes,
  openSheet,
  refuseWrongRows,
} from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import { type OwnAction, type PlannedAction, planOf } from './import-plan';
import { allGoals, allMunicipalities, allParties, ownActions, ownFunctions, ownNames } from './import.query';
import { type ImportGround, readRow } from './import-row';
import { writers } from './writers';

/** By which verbs an action comes from how it is logged to what the row says. */
const ways: Partial<Record<ActionStatus, readonly ActionVerb[]>> = {
  paused: ['pause'],
  completed: ['start', 'complete'],
  cancelled: ['cancel'],
};

/** Rows that are logged at a time. */
const chunk = 100;

interface Plan {
  headings: string[];
  columns: (ImportColumn | null)[];
  rows: PlannedAction[];
}

/** Actions from a sheet: first what would happen, row by row, then all of it or nothing. Each leaves what it leaves when it is logged by hand; what is there is left as it is. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly actions: ManyActionsService,
    private readonly imports: SheetImports,
    private readonly terms: TermsService,
  ) {}

  async preview(file: unknown, query: ActionImportQuery): Promise<ActionImportPreview> {
    const { headings, columns, rows } = await this.plan(file, query);
    const told = rows.map(({ row }) => row);
    return { headings, columns, rows: told, counts: countsOf(told) };
  }

  /** Logs what is new in the request's transaction. Refused whole, with its places, as long as anything is wrong. */
  async import(file: unknown, query: ActionImportQuery, key: string | undefined): Promise<ActionImportDone> {
    return this.imports.follow('actions', key, async ({ of, done }) => {
      const { rows } = await this.plan(file, query);
      refuseWrongRows(rows.map(({ row }) => row));
      const news = rows.flatMap(({ row, read: { input, status, reason } }): ActionToLog[] =>
        row.outcome === 'new' && input ? [{ input, moves: ways[status] ?? [], reason }] : [],
      );
      of(news.length);
      const added: ActionImportDone['added'] = [];
      for (let at = 0; at < news.length; at += chunk) {
        const some = news.slice(at, at + chunk);
        added.push(...(await this.actions.log(some)));
        done(some.length);
      }
      return { added, same: rows.length - added.length };
    });
  }

  /** Takes back what an import has just logged: each that nobody has done anything with since. */
  async undo({ added }: ActionImportUndo): Promise<ActionImportUndone> {
    if (!writers.includes(currentActor().role)) throw forbidden();
    const taken = await this.db.query<{ id: string }>('select id from actions_take_back($1) id', [
      JSON.stringify(added),
    ]);
    await this.ledger.auditedEach(
      'intake.import-undone',
      'actions',
      taken.map(({ id }) => id),
    );
    return { taken: taken.length, left: added.length - taken.length };
  }

  private async plan(file: unknown, query: ActionImportQuery): Promise<Plan> {
    if (!writers.includes(currentActor().role)) throw forbidden();
    const opened = await openSheet(file, query.columns, recognisedImportColumns, { rows: mostImported });
    const ground = await this.ground();
    const read = opened.rows.map(({ cells, line }) => readRow(line, cells, opened, ground));
    const own = await this.db.query<OwnAction>(ownActions);
    return { headings: opened.shown, columns: opened.columns, rows: planOf(read, own) };
  }

  private async ground(): Promise<ImportGround> {
    const names = await this.db.query<{ name: string }>(ownNames);
    const places = await this.db.query<{ code: string; name: string; near: boolean }>(allMunicipalities);
    const goals = await this.db.query<GoalRow>(allGoals);
    const parties = await this.db.query<{ id: string; name: string }>(allParties);
    const functions = await this.db.query<{ id: string; title: string }>(ownFunctions);
    return {
      ownNames: new Set(names.map(({ name }) => fold(name))),
      municipalities: municipalityCodes(places),
      county: places.filter(({ near }) => near).map(({ code }) => code),
      goals: named(goals.flatMap((goal) => waysToWrite(goal).map((words): [string, string] => [fold(words), goal.id]))),
      parties: new Map(parties.map(({ id, name }) => [fold(name), id])),
      lists: await this.terms.lists(),
      functions: new Map(functions.map(({ id, title }) => [fold(title), id])),
    };
  }
}

interface GoalRow {
  id: string;
  number: string;
  title: string;
  titleEn: string | null;
  strategy: string;
}

/** As the export writes it in each language, and shorter. */
const waysToWrite = ({ number, title, titleEn, strategy }: GoalRow): string[] => [
  ...[title, titleEn ?? title].flatMap((words) => [`${number} ${words} (${strategy})`, `${number} ${words}`, words]),
  `${number} (${strategy})`,
];

function named(pairs: readonly [string, string][]): Map<string, string | null> {
  const map = new Map<string, string | null>();
  for (const [words, id] of pairs) map.set(words, map.has(words) && map.get(words) !== id ? null : id);
  return map;
}
