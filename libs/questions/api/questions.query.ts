// Questions as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import {
  type QuestionExportQuery,
  type QuestionLines,
  type QuestionPage,
  type QuestionQuery,
  type QuestionSummary,
  type SimilarQuery,
  type SimilarQuestions,
  openStatuses,
  questionLine,
} from '@samverkan/questions/contract';
import { Db } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import type { QuestionContent, QuestionRow } from './question-rows';
import { facts, historyOfQuestion, summary, toJudge, whole } from './question.sql';
import { byText } from './questions.searchable';

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<QuestionQuery['sort'], string> = {
  changed: 'q.changed_at',
  asked: 'q.asked_on',
  since: 'q.status_since',
  title: 'q.title collate "sv-SE-x-icu"',
  status: `array_position(array['received', 'reopened', 'in_progress', 'sent_national', 'answered', 'accepted', 'rejected', 'no_longer_relevant', 'unanswered'], q.status)`,
};

/** Likenesses that are shown at most. */
const mostSimilar = 5;
/** Lines on the start page at most. */
const mostLines = 4;

type Filters = Omit<QuestionQuery, 'page' | 'size'>;

function filtered(query: Filters): { where: string; order: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = [];
  if (query.q) tests.push(`q.id in (select b.id from ${byText(`${bind(query.q)}::text`)} b)`);
  if (query.status?.length) tests.push(`q.status = any (${bind(query.status)}::text[])`);
  if (query.open !== undefined)
    tests.push(`(q.status = any (${bind(openStatuses)}::text[])) = ${bind(query.open)}::boolean`);
  if (query.subject?.length) tests.push(`q.subject = any (${bind(query.subject)}::text[])`);
  if (query.law?.length) tests.push(`q.law_area = any (${bind(query.law)}::text[])`);
  if (query.county?.length) tests.push(`q.county_codes && ${bind(query.county)}::text[]`);
  if (query.municipality?.length) tests.push(`q.municipality_code = any (${bind(query.municipality)}::text[])`);
  if (query.asker?.length) tests.push(`q.organization_id = any (${bind(query.asker)}::uuid[])`);
  if (query.askedFrom) tests.push(`q.asked_on >= ${bind(query.askedFrom)}::date`);
  if (query.askedTo) tests.push(`q.asked_on <= ${bind(query.askedTo)}::date`);
  if (query.mine) tests.push('(q.organization_id = ctx_org() or q.joined_ids @> array[ctx_org()])');
  if (query.judge) tests.push(toJudge);
  if (query.untaken) tests.push(`q.status in ('received', 'reopened')`);
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  return {
    where: tests.length > 0 ? `where ${tests.join(' and ')}` : '',
    order: `${sortable[query.sort]} ${direction} nulls last, q.id desc`,
    values,
  };
}

@Injectable()
export class QuestionsQuery {
  constructor(private readonly db: Db) {}

  async page({ page, size, ...query }: QuestionQuery): Promise<QuestionPage> {
    const { where, order, values } = filtered(query);
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: QuestionPage }>(
      `with page as materialized (select q.id, row_number() over (order by ${order}) as place from question q ${where} order by ${order} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from question q ${where} limit ${countCap + 1}) m)
       select json_build_object('items', coalesce((select json_agg(json_build_object(${summary}) order by page.place) from page join question q on q.id = page.id), '[]'::json),
         'page', ${offset} / ${limit} + 1, 'size', ${limit}, 'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  /** Every row of the list, some at a time. */
  async *rows({ format: _format, lang: _lang, ...query }: QuestionExportQuery): AsyncGenerator<QuestionSummary> {
    const { where, order, values } = filtered(query);
    const at = 500;
    for (let offset = 0; ; offset += at) {
      const rows = await this.db.query<{ content: QuestionSummary }>(
        `select json_build_object(${summary}) as content from question q ${where} order by ${order} limit ${at} offset ${offset}`,
        values,
      );
      for (const { content } of rows) yield content;
      if (rows.length < at) return;
    }
  }

  /** The likest first; nothing of what the reader may not see has a part in it. */
  async similar({ q, subject, except }: SimilarQuery): Promise<SimilarQuestions> {
    const found = await this.db.one<{ found: SimilarQuestions }>(
      `with near as materialized (select n.id, n.place from question_similar($1, $2, $3::uuid, $4::int) with ordinality n (id, place)),
        stems as (select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery as wanted
          from (select distinct w from regexp_split_to_table(lower(regexp_replace($1, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 16) words),
        known as (select f.id, f.title, 8 * ts_rank(f.words, s.wanted) + 3 * similarity(f.title, $1) as likeness from faq f, stems s
          where f.status = 'published' and f.words @@ s.wanted order by likeness desc, f.id limit 3)
       select json_build_object('items', (select coalesce(json_agg(json_build_object(${summary}) order by near.place), '[]'::json) from near join question q on q.id = near.id),
         'answers', (select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title) order by k.likeness desc), '[]'::json) from known k where k.likeness >= 0.9)) as found`,
      [q, subject ?? null, except ?? null, mostSimilar],
    );
    return found?.found ?? { items: [], answers: [] };
  }

  /** The acting organisation's own that are open or ended lately, those that want something first. */
  async lines(): Promise<QuestionLines> {
    const rows = await this.db.query<{ content: QuestionSummary; today: string }>(
      `select json_build_object(${summary}) as content, today()::text as today from question q
       where (q.organization_id = ctx_org() or q.joined_ids @> array[ctx_org()]) and (q.status = any ($1::text[]) or q.status_since > today() - 14)
       order by q.status = 'answered' desc, q.status = any ($1::text[]) desc, q.changed_at desc limit $2`,
      [openStatuses, mostLines],
    );
    return {
      items: rows.map(({ content, today }) => ({
        id: content.id,
        title: content.title,
        words: questionLine(content, today),
        hot: content.toJudge,
      })),
    };
  }

  row(id: string): Promise<QuestionRow | undefined> {
    return this.db.one<QuestionRow>(`select ${facts} from question q where q.id = $1`, [id]);
  }

  one(id: string): Promise<QuestionContent | undefined> {
    return this.db.one<QuestionContent>(`select ${facts}, ${whole} as content from question q where q.id = $1`, [id]);
  }

  /** JSON text: the `items` of `QuestionHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(historyOfQuestion, [id])) ?? '[]';
  }
}
