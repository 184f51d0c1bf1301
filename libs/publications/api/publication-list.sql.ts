// The list of publications as SQL: what is chosen, in which order, and one page of it as the contract's JSON.
import type { PublicationQuery } from '@samverkan/publications/contract';
import { countCap } from '@samverkan/shared/contract';
import { isNamed, isOurs, isStale, publicationSummary, successors } from './publication.sql';

type Filters = Omit<PublicationQuery, 'page' | 'size'>;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const columns = {
  title: 'p.title collate "sv-SE-x-icu"',
  year: 'p.year',
  changed: 'p.changed_at',
} as const;

const moreOf = (query: Filters) => {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = ['p.removed_at is null'];
  const some = (list: readonly string[] | undefined, test: (at: string) => string) => {
    if (list && list.length > 0) tests.push(test(`${bind(list)}::text[]`));
  };
  const words = query.q ? bind(query.q) : null;
  some(query.type, (at) => `p.type = any (${at})`);
  some(query.year, (at) => `p.year::text = any (${at})`);
  some(query.county, (at) => `p.county_codes && ${at}`);
  some(query.series, (at) => `p.series = any (${at})`);
  some(query.status, (at) => `p.status = any (${at})`);
  some(
    query.selected,
    (at) =>
      `exists (select from publication_selection x where x.publication_id = p.id and x.county_code = any (${at}))`,
  );
  if (query.mine) tests.push(isOurs);
  if (query.current) tests.push(`p.status <> 'withdrawn' and not exists (select ${successors})`);
  if (query.stale) tests.push(isStale);
  if (query.dead)
    tests.push(
      `${isOurs} and exists (select from publication_link l where l.publication_id = p.id and l.failing_since < today())`,
    );
  if (query.asked)
    tests.push(
      `${isOurs} and exists (select from publication_request r where r.publication_id = p.id and r.answered_at is null)`,
    );
  if (query.named) tests.push(isNamed);
  if (query.strategy) tests.push(`p.strategy_id = ${bind(query.strategy)}::uuid`);
  return { values, bind, words, where: `where ${tests.join(' and ')}`, chosen: tests.length > 1 };
};

/** The ids looked among: those the rest of the question chooses, or none named where it chooses nothing. */
const amongOf = ({ chosen, where }: ReturnType<typeof moreOf>) =>
  chosen ? `array(select p.id from publication p ${where})` : 'null::uuid[]';

/** The list's source: what was found by its words with its place among them, or everything; `p` in what follows. */
export function listed(query: Filters, tolerant: boolean) {
  const more = moreOf(query);
  const { values, bind, words, where } = more;
  const source = words
    ? `(select p.*, b.place from publications_best(${words}, ${tolerant}, ${amongOf(more)}, null, 0, null) b join publication p on p.id = b.id) p`
    : `(select p.*, null::int as place from publication p ${where}) p`;
  const direction = query.order === 'asc' ? 'asc' : 'desc';
  const order =
    query.sort === 'match'
      ? `p.place, p.year desc nulls last, p.id desc`
      : `${columns[query.sort]} ${direction} nulls last, p.id ${direction}`;
  return { values, bind, words, source, order };
}

const marking = `'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxFragments=2, MinWords=8, MaxWords=18, FragmentDelimiter=" … "'`;

/** The page where the words stand, with a few words around them, as `h` tells. $n the words: what they mean is worked out once for all. */
const hitOf = (
  words: string,
) => `(select json_build_object('fileId', f.id, 'fileTitle', f.title, 'page', h.page, 'pages', h.pages,
    'text', ts_headline('swedish', publication_around(case when octet_length(g.words) > 150000 then left(g.words, 150000) else g.words end, (select publication_starts(${words}))), (select publication_wanted(${words})), ${marking}))
  from publication_file f join stored_file_page g on g.file_id = f.id and g.page = h.page where f.id = h.file_id)`;

interface Page {
  text: string;
  values: unknown[];
}

/** `page` has what is shown of it in its place, `h` the hit of each, and `total` how many there are. */
const pageOf = (items: string, total: string, limit: string, offset: string) =>
  `select json_build_object('items', coalesce((${items}), '[]'::json),
    'page', ${offset} / ${limit} + 1, 'size', ${limit}, 'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from (${total}) m`;

const items = (hit: string) =>
  `select json_agg(json_build_object(${publicationSummary}, 'hit', ${hit}) order by place) from page join publication p on p.id = page.id`;

/** In an order that is told, whether words are looked for or not. */
export function pageInOrder({ page, size, ...query }: PublicationQuery, tolerant: boolean): Page {
  const { values, bind, words, source, order } = listed(query, tolerant);
  const [limit, offset] = [`${bind(size)}::int`, `${bind((page - 1) * size)}::int`];
  const hits = words
    ? `left join publication_hits(array(select id from page), ${words}, ${tolerant}) h on h.id = page.id`
    : '';
  return {
    values,
    text: `with found as materialized (select p.id, p.title, p.year, p.changed_at, p.place from ${source}),
        page as (select p.id, row_number() over (order by ${order}) as place from found p order by ${order} limit ${limit} offset ${offset})
      ${pageOf(`${items(words ? hitOf(words) : 'null')} ${hits}`, 'select count(*) as n from found', limit, offset)}`,
  };
}

/** The best answers first. Of thousands that answer, those alone are read under row-level security that are shown; what else is asked for narrows what is looked in, under the reader's rights as well. */
export function bestPage({ page, size, ...query }: PublicationQuery, tolerant: boolean): Page {
  const more = moreOf(query);
  const { values, bind, words } = more;
  const [limit, offset] = [`${bind(size)}::int`, `${bind((page - 1) * size)}::int`];
  const text = `with best as materialized (select * from publications_best(${words}, ${tolerant}, ${amongOf(more)}, ${limit}, ${offset}, greatest(${countCap + 1}, ${limit} + ${offset}))),
      hits as materialized (select b.id, b.file_id, b.page, b.pages from best b where b.page is not null
        union all select * from publication_hits(array(select b.id from best b where b.id is not null and b.page is null), ${words}, ${tolerant})),
      page as (select b.id, b.place from best b where b.id is not null)
    ${pageOf(`${items(hitOf(words ?? 'null'))} left join hits h on h.id = page.id`, 'select total as n from best limit 1', limit, offset)}`;
  return { values, text };
}
