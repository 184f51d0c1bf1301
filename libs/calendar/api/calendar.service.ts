import { Injectable } from '@nestjs/common';
import type { Calendar, CalendarDay, CalendarQuery } from '@samverkan/calendar/contract';
import { Db, Deadlines, badInput } from '@samverkan/shared/api';

type Row = Omit<CalendarDay, 'words'>;
type Filters = Pick<CalendarQuery, 'mine' | 'area'>;

const longestDays = 800;

/** The days that bind, from every area, as the reader may see them. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Db,
    private readonly deadlines: Deadlines,
  ) {}

  async read({ from, to, ...filters }: CalendarQuery): Promise<Calendar> {
    const span = await this.db.one<{ from: string; to: string; days: number }>(
      `select f::text as from, t::text as to, t - f as days from (select coalesce($1::date, date_trunc('month', today())::date) as f) x,
         lateral (select coalesce($2::date, (f + interval '12 months')::date - 1) as t) y`,
      [from ?? null, to ?? null],
    );
    if (!span || span.days < 0 || span.days > longestDays) throw badInput([{ path: 'to', code: 'field.out-of-range' }]);
    const items = await this.days(filters, 'd.day between $3 and $4', [span.from, span.to], 1000);
    const overdue = await this.days(
      filters,
      'd.mine and not d.done and d.day < least($3::date, today())',
      [span.from],
      100,
    );
    return { from: span.from, to: span.to, items, overdue, areas: this.deadlines.areas };
  }

  /** From a year back to two years ahead, as a calendar program keeps them. */
  around(filters: Filters): Promise<CalendarDay[]> {
    return this.days(filters, 'd.day between today() - 365 and today() + 730', [], 2000);
  }

  private async days(
    { mine = false, area = [] }: Filters,
    test: string,
    values: readonly unknown[],
    most: number,
  ): Promise<CalendarDay[]> {
    const rows = await this.db.query<{ content: Row }>(
      `select json_build_object('area', d.area, 'id', d.id, 'kind', d.kind, 'title', d.title, 'day', d.day, 'path', d.path, 'mine', d.mine, 'done', d.done,
         'overdue', d.mine and not d.done and d.day < today()) as content
       from (select q.*, coalesce(ctx_org() = any (q.organization_ids), false) as mine from (${this.deadlines.query}) q) d
       where ($1::boolean is false or d.mine) and (cardinality($2::text[]) = 0 or d.area = any ($2::text[])) and ${test}
       order by d.day, d.title collate "sv-SE-x-icu", d.id limit ${most}`,
      [mine, area, ...values],
    );
    return rows.map(({ content }) => ({ ...content, words: this.deadlines.wordsOf(content.kind) }));
  }
}
