import { Injectable } from '@nestjs/common';
import {
  type QuestionStatistics,
  type QuestionStatisticsQuery,
  type QuestionSubject,
  questionSubjects,
} from '@samverkan/questions/contract';
import { Db, badInput, suppress } from '@samverkan/shared/api';
import { partyOf } from './question.sql';

type Seen = QuestionStatistics['seen'];

const median = (days: string, test: string) =>
  `percentile_cont(0.5) within group (order by ${days}) filter (where ${test})`;
/** When it was first answered. */
const answered = `(select min(r.received_on) from question_told t join question_reply r on r.id = t.reply_id where t.question_id = q.id)`;

const seen = `
  with q as (select q.subject, q.status, q.asked_on, ${answered} as answered_on from question q where q.asked_on between $1 and $2)
  select case when grouping(q.subject) = 0 then q.subject end as subject, count(*)::int as asked,
    count(*) filter (where q.status in ('received', 'in_progress', 'sent_national', 'reopened'))::int as open,
    count(*) filter (where q.status in ('answered', 'accepted'))::int as answered,
    count(*) filter (where q.status = 'unanswered')::int as unanswered,
    ${median('q.answered_on - q.asked_on', 'q.answered_on is not null')} as "medianDays"
  from q group by grouping sets ((q.subject), ())`;

const recipients = `
  select ${partyOf('a.recipient_id')} as recipient, count(*)::int as sent, count(*) filter (where a.outcome = 'answered')::int as answered,
    count(*) filter (where a.outcome = 'not_ours')::int as "notOurs", count(*) filter (where a.ended_on is null and a.expected_on < today())::int as overdue,
    ${median('a.ended_on - a.sent_on', `a.outcome = 'answered'`)} as "medianDays"
  from question_address a join question_bundle b on b.id = a.bundle_id where a.sent_on between $1 and $2 group by a.recipient_id order by count(*) desc, a.recipient_id`;

const nothing: Omit<Seen, 'subjects'> = { asked: 0, open: 0, answered: 0, unanswered: 0, medianDays: null };

/** What is asked, and what comes of it. */
@Injectable()
export class QuestionStatisticsService {
  constructor(private readonly db: Db) {}

  async of(query: QuestionStatisticsQuery): Promise<QuestionStatistics> {
    const day = await this.db.one<{ from: string; to: string }>(
      `select date_trunc('year', today())::date::text as from, today()::text as to`,
    );
    const [from, to] = [query.from ?? day?.from ?? '', query.to ?? day?.to ?? ''];
    if (from > to) throw badInput([{ path: 'to', code: 'field.out-of-range' }]);
    const rows = await this.db.query<{ subject: QuestionSubject | null } & Omit<Seen, 'subjects'>>(seen, [from, to]);
    const all = rows.find(({ subject }) => subject === null);
    const { subject: _none, ...whole } = all ?? { subject: null, ...nothing };
    return {
      from,
      to,
      seen: {
        ...whole,
        subjects: questionSubjects.flatMap(
          (subject) => rows.find((row) => row.subject === subject) ?? [],
        ) as Seen['subjects'],
      },
      recipients: await this.db.query(recipients, [from, to]),
      counties: await this.acrossCounties(Number(to.slice(0, 4))),
    };
  }

  private async acrossCounties(year: number): Promise<QuestionStatistics['counties']> {
    const found = await this.db.query<{ subject: QuestionSubject; county: string; asked: number }>(
      'select c.subject, c.county_code as county, c.asked from question_counts($1, $2) c',
      [`${year}-01-01`, `${year}-12-31`],
    );
    const counties = await this.db.query<{ code: string }>('select code from county order by code');
    const subjects = questionSubjects.filter((subject) => found.some((row) => row.subject === subject));
    const counts = counties.map(({ code }) =>
      subjects.map((subject) => found.find((row) => row.county === code && row.subject === subject)?.asked ?? 0),
    );
    const { cells, rowTotals, columnTotals, total } = suppress(counts);
    return {
      year,
      subjects,
      rows: counties.map(({ code }, at) => ({
        countyCode: code,
        cells: cells[at] ?? [],
        total: rowTotals[at] ?? null,
      })),
      totals: columnTotals,
      total,
    };
  }
}
