// Methods as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import type { Method, MethodExportQuery, MethodPage, MethodQuery, OfferMethods } from '@samverkan/methods/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import {
  isOurs,
  isRunning,
  isStale,
  methodDetail,
  methodFacts,
  methodSummary,
  party,
  statusOf,
  swedish,
  weUseIt,
} from './method.sql';
import type { MethodFacts } from './methods.policy';
import { methodAnswers, methodRank } from './methods.searchable';

export interface MethodRow extends MethodFacts {
  id: string;
  removedAt: string | null;
  version: number;
}

type Filters = Omit<MethodQuery, 'page' | 'size'>;

const evidenceOrder = `array_position(array['support', 'some_support', 'experience', 'insufficient', 'no_effect', 'not_assessed'], m.evidence_state)`;
/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<Exclude<MethodQuery['sort'], 'match'>, string> = {
  name: `m.name ${swedish}`,
  evidence: evidenceOrder,
  uses: '(select count(*) from method_use u where u.method_id = m.id and u.ended_on is null)',
  changed: 'm.changed_at',
};

/** Columns of the four lists: what is chosen for none of them is for all. */
const lists = [
  ['targetGroup', 'm.target_groups'],
  ['form', 'm.forms'],
  ['phase', 'm.phases'],
  ['profession', 'm.professions'],
] as const;

function filtered(query: Filters): { where: string; order: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests = ['m.removed_at is null'];
  const words = query.q ? `${bind(query.q)}::text` : null;
  if (words) tests.push(methodAnswers(words));
  for (const [name, column] of lists)
    if (query[name]?.length)
      tests.push(`(${column} = '{}' or ${column} && term_family('${name}', ${bind(query[name])}::text[]))`);
  if (query.evidence?.length) tests.push(`m.evidence_state = any (${bind(query.evidence)}::text[])`);
  if (query.status?.length) tests.push(`${statusOf('m')} = any (${bind(query.status)}::text[])`);
  if (query.county?.length) tests.push(`m.county_codes && ${bind(query.county)}::text[]`);
  if (query.municipality?.length)
    tests.push(
      `exists (select from method_use u where u.method_id = m.id and u.ended_on is null and u.municipality_codes && ${bind(query.municipality)}::text[])`,
    );
  if (query.training !== undefined) tests.push(`m.training_required = ${bind(query.training)}::boolean`);
  if (query.mine) tests.push(isOurs);
  if (query.ours) tests.push(weUseIt);
  if (query.running) tests.push(isRunning);
  if (query.stale) tests.push(isStale);
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  const order =
    query.sort === 'match'
      ? words
        ? methodRank(words)
        : `m.name ${swedish}, m.id`
      : `${sortable[query.sort]} ${direction} nulls last, m.name ${swedish}, m.id`;
  return { where: `where ${tests.join(' and ')}`, order, values };
}

@Injectable()
export class MethodsQuery {
  constructor(private readonly db: Db) {}

  async page({ page, size, ...query }: MethodQuery): Promise<MethodPage> {
    const { where, order, values } = filtered(query);
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: MethodPage }>(
      `with page as (select json_build_object(${methodSummary}) as content, row_number() over (order by ${order}) as place
          from method m ${where} order by ${order} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from method m ${where} limit ${countCap + 1}) x)
       select json_build_object('items', coalesce((select json_agg(content order by place) from page), '[]'::json), 'page', ${offset} / ${limit} + 1, 'size', ${limit},
         'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  /** Every row of the list, some at a time. */
  async *rows({ format: _format, lang: _lang, ...query }: MethodExportQuery): AsyncGenerator<Method> {
    const { where, order, values } = filtered(query);
    const at = 200;
    for (let offset = 0; ; offset += at) {
      const rows = await this.db.query<{ content: Method }>(
        `select ${methodDetail} as content from method m ${where} order by ${order} limit ${at} offset ${offset}`,
        values,
      );
      for (const { content } of rows) yield content;
      if (rows.length < at) return;
    }
  }

  row(id: string): Promise<MethodRow | undefined> {
    return this.db.one<MethodRow>(`select ${methodFacts} from method m where m.id = $1`, [id]);
  }

  one(id: string): Promise<(MethodRow & { content: Omit<Method, 'allowed'> }) | undefined> {
    return this.db.one(`select ${methodFacts}, ${methodDetail} as content from method m where m.id = $1`, [id]);
  }

  /** Those that a training gives; none where the reader does not see it. */
  async ofOffer(offerId: string): Promise<OfferMethods> {
    return {
      items: await this.db.query<OfferMethods['items'][number]>(
        `select m.id, m.name, m.purpose, m.valid_months as "validMonths" from method_offer g join method m on m.id = g.method_id
         where g.offer_id = $1 and m.removed_at is null order by m.name ${swedish}, m.id`,
        [offerId],
      ),
    };
  }

  /** JSON text: the `items` of `MethodHistory`. */
  async history(id: string): Promise<string> {
    const json = await this.db.json(
      `select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
          'organization', case when o.id is not null then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
        from (select * from change_log where area = 'methods' and object_id = $1 order by at desc limit 500) c left join organization o on o.id = c.organization_id`,
      [id],
    );
    return json ?? '[]';
  }
}
