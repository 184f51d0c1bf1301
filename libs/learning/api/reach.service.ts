import { Injectable } from '@nestjs/common';
import type { CompletionImport, Reach, ReachEntry } from '@samverkan/learning/contract';
import { Db, Ledger, badInput, forbidden, suppress } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import { OfferSessionsService } from './offer-sessions.service';
import { OffersService } from './offers.service';

interface Line {
  profession: string | null;
  municipalityCode: string | null;
  /** The sheet that it came with. */
  importId: string | null;
  count: number;
}

/** How many a training reached. Every reader, its hosts too, is shown it through the one place that hides small numbers. */
@Injectable()
export class ReachService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly offers: OffersService,
    private readonly sessions: OfferSessionsService,
    private readonly terms: TermsService,
  ) {}

  async read(offerId: string): Promise<Reach> {
    const { reachOf, reachAbout, reachSource, allowed } = await this.offers.read(offerId);
    const lines = await this.db.query<Line>(
      `select e.profession, e.municipality_code as "municipalityCode", e.import_id as "importId", sum(e.count)::int as count
       from offer_reach e where e.offer_id = $1 group by 1, 2, 3 order by 1 nulls last, 2 nulls last, 3`,
      [offerId],
    );
    const professions = [...new Set(lines.map(({ profession }) => profession))];
    const municipalities = [...new Set(lines.map(({ municipalityCode }) => municipalityCode))].sort((one, other) =>
      (one ?? '~').localeCompare(other ?? '~'),
    );
    const tableOf = tables(professions, municipalities);
    // Whoever reads before a sheet comes and after it must not learn what either alone says: what was hidden before stays hidden, and of the sheet
    // itself, which those who hold it have, what it alone would hide.
    const { sheets, stood } = sheetsOf(lines);
    const shown = suppress(tableOf(lines), [...stood, ...(allowed.host ? [] : sheets)].map(tableOf));
    const imports = allowed.host ? await this.imports(offerId) : [];
    return {
      professions,
      rows: municipalities.map((municipalityCode, at) => ({
        municipalityCode,
        cells: shown.cells[at] ?? [],
        total: shown.rowTotals[at] ?? null,
      })),
      totals: shown.columnTotals,
      total: shown.total,
      of: reachOf,
      about: reachAbout,
      source: reachSource,
      imports,
    };
  }

  private imports(offerId: string): Promise<CompletionImport[]> {
    return this.db.query<CompletionImport>(
      `select i.id, i.imported_on::text as "importedOn", min(e.starts_on)::text as "startsOn", max(e.ends_on)::text as "endsOn"
       from offer_import i join offer_reach e on e.import_id = i.id where i.offer_id = $1 group by i.id order by 4 desc, 3 desc, i.id desc`,
      [offerId],
    );
  }

  /** Those who came besides the ones that had registered, counted by hand; said again it is all anew. */
  async enter(offerId: string, sessionId: string, entries: readonly ReachEntry[]): Promise<Reach> {
    const { offer } = await this.sessions.one(offerId, sessionId);
    if (!offer.allowed.host) throw forbidden();
    await this.terms.refuseUnusable(
      entries.flatMap(({ profession }, at) =>
        profession ? [{ path: `entries.${at}.profession`, vocabulary: 'profession' as const, codes: profession }] : [],
      ),
    );
    const known = await this.db.query<{ code: string }>('select code from municipality where code = any ($1::text[])', [
      entries.map(({ municipalityCode }) => municipalityCode),
    ]);
    const unknown = entries.flatMap(({ municipalityCode }, at) =>
      municipalityCode === null || known.some(({ code }) => code === municipalityCode)
        ? []
        : [`entries.${at}.municipalityCode`],
    );
    if (unknown.length > 0) throw badInput(unknown.map((path) => ({ path, code: 'field.not-a-choice' })));
    await this.db.query(`delete from offer_reach where session_id = $1 and source = 'entered'`, [sessionId]);
    await this.db.query(
      `insert into offer_reach (offer_id, session_id, source, profession, municipality_code, count)
       select $1, $2, 'entered', e.profession, e."municipalityCode", e.count from jsonb_to_recordset($3::jsonb) as e (profession text, "municipalityCode" text, count integer)`,
      [offerId, sessionId, JSON.stringify(entries)],
    );
    await this.ledger.audited('learning.reach-entered', 'learning', offerId);
    return this.read(offerId);
  }

  /** What is entered by hand for a session, for those who hold it: their own numbers, as they wrote them. */
  async entered(offerId: string, sessionId: string): Promise<ReachEntry[]> {
    const { offer } = await this.sessions.one(offerId, sessionId);
    if (!offer.allowed.host) throw forbidden();
    return this.db.query<ReachEntry>(
      `select profession, municipality_code as "municipalityCode", count from offer_reach where session_id = $1 and source = 'entered' order by 2, 1`,
      [sessionId],
    );
  }
}

/** Lines as a table with a row for each municipality and a column for each profession. */
const tables =
  (professions: readonly (string | null)[], municipalities: readonly (string | null)[]) =>
  (lines: readonly Line[]): number[][] => {
    const columns = new Map(professions.map((profession, at) => [profession, at]));
    const table = new Map(municipalities.map((code) => [code, professions.map(() => 0)]));
    for (const { profession, municipalityCode, count } of lines) {
      const [row, column] = [table.get(municipalityCode), columns.get(profession)];
      if (row && column !== undefined) row[column] = (row[column] ?? 0) + count;
    }
    return [...table.values()];
  };

/** The lines of each sheet by itself, and all that stood before each: a sheet's id grows with the time it came. */
function sheetsOf(lines: readonly Line[]): { sheets: Line[][]; stood: Line[][] } {
  const ids = [...new Set(lines.flatMap(({ importId }) => importId ?? []))].sort();
  return {
    sheets: ids.map((id) => lines.filter(({ importId }) => importId === id)),
    stood: ids.map((id) => lines.filter(({ importId }) => importId === null || importId < id)),
  };
}
