// Trainings as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import type { OfferExportQuery, OfferPage, OfferQuery, OfferSummary } from '@samverkan/learning/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import type { OfferContent, OfferRow } from './offer-rows';
import { offerAnswers } from './learning.searchable';
import { facts, nextDay, party, session, summary } from './offer.sql';

const one = `
  select ${facts}, jsonb_build_object(${summary}) || jsonb_build_object('description', o.description, 'subject', o.subject, 'provider', o.provider, 'link', o.link,
    'reachOf', o.reach_of, 'reachAbout', o.reach_about, 'reachSource', o.reach_source,
    'function', (select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = o.function_id),
    'sessions', (select coalesce(json_agg(${session} order by s.day, s.from_time, s.id), '[]') from offer_session s where s.offer_id = o.id),
    'statusSince', o.status_since) as content
  from offer o where o.id = $1`;

const history = `
  select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
  from (select * from change_log where area = 'learning' and object_id = $1 order by at desc limit 500) c
    left join organization o on o.id = c.organization_id`;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<OfferQuery['sort'], string> = {
  next: nextDay,
  title: 'o.title collate "sv-SE-x-icu"',
  status: `array_position(array['draft', 'open', 'closed', 'held', 'cancelled'], o.status)`,
  changed: 'o.changed_at',
};

type Filters = Omit<OfferQuery, 'page' | 'size'>;

function filtered(query: Filters): { tests: string[]; kind: string[]; order: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = [];
  if (query.q) tests.push(offerAnswers(`${bind(query.q)}::text`));
  if (query.status?.length) tests.push(`o.status = any (${bind(query.status)}::text[])`);
  if (query.county?.length) tests.push(`o.county_codes && ${bind(query.county)}::text[]`);
  if (query.profession?.length)
    tests.push(`o.professions && term_family('profession', ${bind(query.profession)}::text[])`);
  if (query.host?.length) tests.push(`o.host_ids && ${bind(query.host)}::uuid[]`);
  if (query.mine) tests.push('ctx_org() = any (o.host_ids)');
  if (query.from || query.to)
    tests.push(
      `exists (select from offer_session s where s.offer_id = o.id and coalesce(s.last_day, s.day) >= coalesce(${bind(query.from ?? null)}::date, '-infinity')
        and s.day <= coalesce(${bind(query.to ?? null)}::date, 'infinity'))`,
    );
  const kind = query.kind?.length ? [`o.kind = any (${bind(query.kind)}::text[])`] : [];
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  return { tests, kind, order: `${sortable[query.sort]} ${direction} nulls last, o.id desc`, values };
}

const where = (tests: readonly string[]) => (tests.length > 0 ? `where ${tests.join(' and ')}` : '');

@Injectable()
export class OffersQuery {
  constructor(private readonly db: Db) {}

  async page({ page, size, ...query }: OfferQuery): Promise<OfferPage> {
    const { tests, kind, order, values } = filtered(query);
    const text = where([...tests, ...kind]);
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: OfferPage }>(
      `with page as (select json_build_object(${summary}) as content, row_number() over (order by ${order}) as place
          from offer o ${text} order by ${order} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from offer o ${text} limit ${countCap + 1}) m),
        kinds as (select o.kind, least(count(*), ${countCap}) as n from offer o ${where([...tests, ...kind.map((test) => `(${test} or true)`)])} group by o.kind)
       select json_build_object('items', coalesce((select json_agg(content order by place) from page), '[]'::json), 'page', ${offset} / ${limit} + 1, 'size', ${limit},
         'total', least(n, ${countCap}), 'capped', n > ${countCap},
         'kinds', coalesce((select json_agg(json_build_object('kind', k.kind, 'count', k.n) order by k.kind) from kinds k), '[]'::json)) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  /** Every row of the list, some at a time. */
  async *rows({ format: _format, lang: _lang, ...query }: OfferExportQuery): AsyncGenerator<OfferSummary> {
    const { tests, kind, order, values } = filtered(query);
    const at = 500;
    for (let offset = 0; ; offset += at) {
      const rows = await this.db.query<{ content: OfferSummary }>(
        `select json_build_object(${summary}) as content from offer o ${where([...tests, ...kind])} order by ${order} limit ${at} offset ${offset}`,
        values,
      );
      for (const { content } of rows) yield content;
      if (rows.length < at) return;
    }
  }

  row(id: string): Promise<OfferRow | undefined> {
    return this.db.one<OfferRow>(`select ${facts} from offer o where o.id = $1`, [id]);
  }

  one(id: string): Promise<OfferContent | undefined> {
    return this.db.one<OfferContent>(one, [id]);
  }

  /** JSON text: the `items` of `OfferHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(history, [id])) ?? '[]';
  }
}
