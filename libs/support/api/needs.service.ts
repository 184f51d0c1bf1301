import { Injectable } from '@nestjs/common';
import { type QuestionSubject, questionSubjects } from '@samverkan/questions/contract';
import { Db, badInput, currentActor, suppress } from '@samverkan/shared/api';
import type { SupportNeeds, SupportNeedsQuery } from '@samverkan/support/contract';
import { isSilent } from './support.sql';

type Seen = SupportNeeds['seen'];
const nothing: Omit<Seen, 'subjects'> = { asked: 0, open: 0, closed: 0, yes: 0, partly: 0, no: 0, silent: 0 };

const seen = `
  select case when grouping(r.subject) = 0 then r.subject end as subject, count(*)::int as asked,
    count(*) filter (where r.status in ('received', 'reopened', 'in_progress', 'proposed', 'agreed'))::int as open,
    count(*) filter (where r.status in ('closed', 'done'))::int as closed, count(*) filter (where r.effect = 'yes')::int as yes,
    count(*) filter (where r.effect = 'partly')::int as partly, count(*) filter (where r.effect = 'no')::int as no, count(*) filter (where ${isSilent})::int as silent
  from support_request r where r.asked_on between $1 and $2 group by grouping sets ((r.subject), ())`;

/** What the county needs support in, and what comes of it. */
@Injectable()
export class SupportNeedsService {
  constructor(private readonly db: Db) {}

  async of(query: SupportNeedsQuery): Promise<SupportNeeds> {
    const day = await this.db.one<{ from: string; to: string }>(
      `select date_trunc('year', today())::date::text as from, today()::text as to`,
    );
    const [from, to] = [query.from ?? day?.from ?? '', query.to ?? day?.to ?? ''];
    if (from > to) throw badInput([{ path: 'to', code: 'field.out-of-range' }]);
    const rows = await this.db.query<{ subject: QuestionSubject | null } & Omit<Seen, 'subjects'>>(seen, [from, to]);
    const all = rows.find(({ subject }) => subject === null);
    const { subject: _none, ...whole } = all ?? { subject: null, ...nothing };
    const subjects = questionSubjects.flatMap(
      (subject) => rows.find((row) => row.subject === subject) ?? [],
    ) as Seen['subjects'];
    return { from, to, seen: { ...whole, subjects }, places: await this.byPlace(from, to) };
  }

  private async byPlace(from: string, to: string): Promise<SupportNeeds['places']> {
    const found = await this.db.query<{ subject: QuestionSubject; place: string | null; asked: number }>(
      'select c.subject, c.municipality_code as place, c.asked from support_counts($1, $2) c',
      [from, to],
    );
    const named = await this.db.query<{ code: string }>(
      'select code from municipality where county_code = any ($1) order by name collate "sv-SE-x-icu"',
      [currentActor().countyCodes],
    );
    const places: (string | null)[] = [...named.map(({ code }) => code), null];
    const subjects = questionSubjects.filter((subject) => found.some((row) => row.subject === subject));
    const counts = places.map((place) =>
      subjects.map((subject) => found.find((row) => row.place === place && row.subject === subject)?.asked ?? 0),
    );
    const { cells, rowTotals, columnTotals, total } = suppress(counts);
    return {
      subjects,
      rows: places.map((municipalityCode, at) => ({
        municipalityCode,
        cells: cells[at] ?? [],
        total: rowTotals[at] ?? null,
      })),
      totals: columnTotals,
      total,
    };
  }
}
