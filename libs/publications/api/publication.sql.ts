// What a publication is made of, as SQL that gives the contract's JSON. `p` is the row.
import { moment } from '@samverkan/shared/api';

export const party = (o: string) => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
const swedish = 'collate "sv-SE-x-icu"';

const ref = (r: string) =>
  `json_build_object('id', ${r}.id, 'title', ${r}.title, 'year', ${r}.year, 'number', ${r}.number)`;
const standing = (r: string) => `${r}.removed_at is null`;

/** What has come in its place: published, as far as the reader may see it. */
export const successors = `from publication s where s.id in (select publication_successors(p.id)) and s.status = 'published' and ${standing('s')}`;

export const isOurs = `(select ctx_org()) = any (p.owner_ids)`;
export const isStale = `(p.status = 'published' and coalesce(p.review_on < today(), false))`;

export const publicationSummary = `'id', p.id, 'title', p.title, 'type', p.type, 'series', p.series, 'number', p.number, 'year', p.year, 'language', p.language,
  'summary', p.summary, 'summaryEn', p.summary_en, 'status', p.status,
  'visibility', (array['own', 'participants', 'county', 'members', 'public'])[p.visibility + 1],
  'organization', (select ${party('o')} from organization o where o.id = p.organization_id),
  'owners', (select coalesce(json_agg(${party('o')} order by o.id <> p.organization_id, o.name ${swedish}), '[]') from organization o where o.id = any (p.owner_ids)),
  'countyCodes', p.county_codes,
  'fileCount', (select count(*) from publication_file f where f.publication_id = p.id and f.removed_at is null),
  'supersededBy', (select coalesce(json_agg(${ref('s')} order by s.year desc nulls last, s.id), '[]') ${successors}),
  'stale', ${isStale}, 'changedAt', ${moment('p.changed_at')}, 'demo', p.demo, 'version', p.version`;

const files = `(select coalesce(json_agg(json_build_object('id', f.id, 'title', f.title, 'language', f.language, 'accessibility', f.accessibility,
    'file', case when s.id is not null then json_build_object('type', s.type, 'size', s.size, 'pages', s.pages, 'sha256', s.sha256,
      'unread', s.type = 'pdf' and not exists (select from stored_file_page g where g.file_id = f.id and btrim(g.words) <> '')) end,
    'createdAt', ${moment('f.created_at')}, 'version', f.version) order by f.created_at, f.id), '[]')
  from publication_file f left join stored_file s on s.id = f.id where f.publication_id = p.id and f.removed_at is null)`;

const links = `(select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'address', l.address,
    'failingSince', case when ${isOurs} then l.failing_since end) order by l.sort, l.id), '[]') from publication_link l where l.publication_id = p.id)`;

export const publicationDetail = `jsonb_build_object(${publicationSummary}) || jsonb_build_object('dnr', p.dnr, 'isbn', p.isbn, 'issn', p.issn, 'pages', p.pages, 'authors', p.authors,
  'function', (select json_build_object('id', c.id, 'title', c.title) from contact_function c where c.id = p.function_id),
  'strategy', (select json_build_object('id', t.id, 'title', t.title, 'shortTitle', t.short_title) from strategy t where t.id = p.strategy_id),
  'supersedes', (select coalesce(json_agg(${ref('s')} order by s.year desc nulls last, s.id), '[]') from publication s where s.id = any (p.supersedes_ids) and ${standing('s')}),
  'files', ${files}, 'links', ${links}, 'publishedOn', p.published_on, 'reviewedOn', p.reviewed_on, 'reviewOn', p.review_on, 'withdrawnMotive', p.withdrawn_motive)`;

/** Who has named the reader's board an owner, until it has seen to that. */
const unseen = `from publication_owning w join organization b on b.id = w.by_organization_id
  where w.publication_id = p.id and w.organization_id = ctx_org() and w.seen_at is null and w.left_at is null and ${isOurs}`;
export const isNamed = `exists (select ${unseen})`;
export const namedBy = `(select json_build_object('by', ${party('b')}, 'on', (w.named_at at time zone 'Europe/Stockholm')::date) ${unseen})`;

export const publicationFacts = `p.id, p.status, p.visibility, p.owner_ids as "ownerIds", p.county_codes as "countyCodes", p.organization_id as "organizationId",
  p.supersedes_ids as "supersedesIds", p.removed_at as "removedAt", p.version`;
