import { Injectable } from '@nestjs/common';
import {
  type CompletionColumn,
  type CompletionPreview,
  type CompletionQuery,
  type CompletionsImported,
  type Offer,
  mostCompletions,
  recognisedCompletionColumns,
} from '@samverkan/learning/contract';
import {
  Db,
  Ledger,
  conflict,
  countsOf,
  forbidden,
  municipalityCodes,
  notFound,
  openSheet,
  refuseWrongRows,
  textOf,
} from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Vocabularies } from '@samverkan/vocabularies/contract';
import { type PlannedCompletion, completionPlan, countedToday } from './completion-plan';
import { type CompletionGround, type Counted, daysAreMonths, professionsIn, readCompletion } from './completion-row';
import { oneSheetAtATime } from './one-sheet-at-a-time';
import { OffersService } from './offers.service';

interface Plan {
  headings: string[];
  columns: (CompletionColumn | null)[];
  rows: PlannedCompletion[];
}

/** How many have completed a web course, from a sheet: first what would happen, row by row, then all of it or nothing, and all of it back. */
@Injectable()
export class CompletionsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly offers: OffersService,
    private readonly terms: TermsService,
  ) {}

  async preview(offerId: string, file: unknown, query: CompletionQuery): Promise<CompletionPreview> {
    await this.held(offerId);
    const { headings, columns, rows } = await this.plan(offerId, file, query);
    const told = rows.map(({ row }) => row);
    return { headings, columns, rows: told, counts: countsOf(told) };
  }

  async import(offerId: string, file: unknown, query: CompletionQuery): Promise<CompletionsImported> {
    // Two sheets at once must not count the same people twice.
    await oneSheetAtATime(this.db, offerId);
    await this.held(offerId);
    const { rows } = await this.plan(offerId, file, query);
    refuseWrongRows(rows.map(({ row }) => row));
    const added = rows.flatMap(({ row, read }) => (row.outcome === 'new' && read.counted ? [read.counted] : []));
    if (added.length === 0) return { importId: null, added: 0, same: rows.length };
    const made = await this.db.one<{ id: string }>('insert into offer_import (offer_id) values ($1) returning id', [
      offerId,
    ]);
    if (!made) throw notFound();
    await this.db.query(
      `insert into offer_reach (offer_id, source, import_id, starts_on, ends_on, profession, municipality_code, count)
       select $1, 'imported', $2, e."startsOn", e."endsOn", e.profession, e."municipalityCode", e.count
       from jsonb_to_recordset($3::jsonb) as e ("startsOn" date, "endsOn" date, profession text, "municipalityCode" text, count integer)`,
      [offerId, made.id, JSON.stringify(added)],
    );
    await this.ledger.audited('learning.completions-imported', 'learning', offerId);
    return { importId: made.id, added: added.length, same: rows.length - added.length };
  }

  /** All that one sheet brought is away again. */
  async takeBack(offerId: string, importId: string): Promise<void> {
    const offer = await this.offers.read(offerId);
    if (!offer.allowed.host) throw forbidden();
    await oneSheetAtATime(this.db, offerId);
    const gone = await this.db.query<{ id: string }>(
      'delete from offer_import where id = $1 and offer_id = $2 returning id',
      [importId, offerId],
    );
    if (gone.length === 0) throw notFound();
    await this.ledger.audited('learning.completions-taken-back', 'learning', offerId);
  }

  /** Web courses alone are counted so, by those who hold them. */
  private async held(offerId: string): Promise<Offer> {
    const offer = await this.offers.read(offerId);
    if (!offer.allowed.host) throw forbidden();
    if (offer.kind !== 'web_course') throw conflict('offer.not-web-course');
    return offer;
  }

  private async plan(offerId: string, file: unknown, query: CompletionQuery): Promise<Plan> {
    const opened = await openSheet(file, query.columns, recognisedCompletionColumns, { rows: mostCompletions });
    const standing = await this.ground();
    const counted = await this.db.query<Counted>(
      `select starts_on::text as "startsOn", ends_on::text as "endsOn", municipality_code as "municipalityCode", profession, count
       from offer_reach where offer_id = $1 and source = 'imported'`,
      [offerId],
    );
    const before = countedToday(counted, standing.lists);
    const at = opened.columns.indexOf('period');
    const periods = opened.rows.map(({ cells }) => textOf(cells[at]));
    const ground = { ...standing, months: daysAreMonths(periods, before), lang: query.lang };
    const read = opened.rows.map(({ cells, line }) => readCompletion(line, cells, opened, ground));
    return { headings: opened.shown, columns: opened.columns, rows: completionPlan(read, before) };
  }

  private async ground(): Promise<Omit<CompletionGround, 'months' | 'lang'> & { lists: Vocabularies }> {
    const places = await this.db.query<{ code: string; name: string }>('select code, name from municipality');
    const day = await this.db.one<{ today: string }>('select today()::text as today');
    const lists = await this.terms.lists();
    return {
      municipalities: municipalityCodes(places),
      lists,
      professions: professionsIn(lists),
      today: day?.today ?? '',
    };
  }
}
