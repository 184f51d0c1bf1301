// Bundles as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import type { Bundle, BundlePage, BundleQuery, BundleStatus } from '@samverkan/questions/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { historyOf, partyOf, reply, summary as questionSummary } from './question.sql';

export interface BundleRow {
  id: string;
  organizationId: string;
  status: BundleStatus;
  /** Whom it lies with now. */
  currentId: string | null;
  currentSentOn: string | null;
  /** All it has been sent to. */
  recipientIds: readonly string[];
  version: number;
}

export interface BundleContent extends BundleRow {
  content: Omit<Bundle, 'allowed'>;
}

const address = `json_build_object('id', a.id, 'recipient', ${partyOf('a.recipient_id')}, 'diarienummer', a.diarienummer, 'sentOn', a.sent_on, 'expectedOn', a.expected_on,
  'endedOn', a.ended_on, 'outcome', a.outcome, 'days', greatest(coalesce(a.ended_on, today()) - a.sent_on, 0))`;
const latest = `order by a.ended_on is not null, a.ended_on desc, a.sent_on desc, a.id desc limit 1`;
const first = `(select min(a.sent_on) from question_address a where a.bundle_id = b.id)`;
const isLate = `exists (select from question_address a where a.bundle_id = b.id and a.ended_on is null and a.expected_on < today())`;
const seesAll = `(b.board_id = ctx_org() or b.recipient_ids @> array[ctx_org()] or (select ctx_role()) in ('county_staff', 'county_admin') and b.county_codes && ctx_counties())`;

const summary = `'id', b.id, 'reference', b.reference, 'title', b.title, 'status', b.status, 'organization', ${partyOf('b.board_id')},
  'questionCount', case when ${seesAll} then question_bundle_size(b.id) end,
  'current', (select ${address} from question_address a where a.bundle_id = b.id ${latest}), 'sentOn', ${first},
  'days', greatest((select case when bool_or(a.ended_on is null) then today() else max(a.ended_on) end from question_address a where a.bundle_id = b.id) - ${first}, 0),
  'overdue', ${isLate}, 'changedAt', ${moment('b.changed_at')}, 'demo', b.demo, 'version', b.version`;

const facts = `b.id, b.board_id as "organizationId", b.status, b.version, b.recipient_ids as "recipientIds",
  (select a.recipient_id from question_address a where a.bundle_id = b.id and a.ended_on is null) as "currentId",
  (select a.sent_on::text from question_address a where a.bundle_id = b.id and a.ended_on is null) as "currentSentOn"`;

const one = `select ${facts}, jsonb_build_object(${summary}) || jsonb_build_object('wording', b.wording, 'reason', b.reason,
    'addresses', (select coalesce(json_agg(${address} order by a.sent_on, a.id), '[]') from question_address a where a.bundle_id = b.id),
    'questions', (select coalesce(json_agg(jsonb_build_object(${questionSummary}) || jsonb_build_object('text', q.text) order by i.place), '[]')
      from question_bundle_item i join question q on q.id = i.question_id where i.bundle_id = b.id),
    'replies', (select coalesce(json_agg(${reply('true')} order by r.recorded_at desc, r.id desc), '[]') from question_reply r where r.bundle_id = b.id)) as content
  from question_bundle b where b.id = $1`;

const sortable: Record<BundleQuery['sort'], string> = {
  changed: 'b.changed_at',
  sent: first,
  title: 'b.title collate "sv-SE-x-icu"',
};

@Injectable()
export class BundlesQuery {
  constructor(private readonly db: Db) {}

  async page({ page, size, sort, order, ...query }: BundleQuery): Promise<BundlePage> {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const tests: string[] = [];
    if (query.q)
      tests.push(
        `(position(lower(${bind(query.q)}::text) in lower(b.title || ' ' || b.reference)) > 0 or to_tsvector('swedish', b.title || ' ' || b.wording) @@ words_wanted(${bind(query.q)}::text))`,
      );
    if (query.status) tests.push(`b.status = ${bind(query.status)}`);
    if (query.overdue !== undefined) tests.push(`${isLate} = ${bind(query.overdue)}::boolean`);
    if (query.due)
      tests.push(
        `exists (select from question_address a where a.bundle_id = b.id and a.ended_on is null and a.expected_on <= today() + 14)`,
      );
    const where = tests.length > 0 ? `where ${tests.join(' and ')}` : '';
    const by = `${sortable[sort]} ${order === 'asc' ? 'asc' : 'desc'} nulls first, b.id desc`;
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: BundlePage }>(
      `with page as (select json_build_object(${summary}) as content, row_number() over (order by ${by}) as place from question_bundle b ${where} order by ${by} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from question_bundle b ${where} limit ${countCap + 1}) m)
       select json_build_object('items', coalesce((select json_agg(content order by place) from page), '[]'::json), 'page', ${offset} / ${limit} + 1, 'size', ${limit},
         'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  row(id: string): Promise<BundleRow | undefined> {
    return this.db.one<BundleRow>(`select ${facts} from question_bundle b where b.id = $1`, [id]);
  }

  one(id: string): Promise<BundleContent | undefined> {
    return this.db.one<BundleContent>(one, [id]);
  }

  /** JSON text: the `items` of `QuestionHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(historyOf('questions'), [id])) ?? '[]';
  }
}
