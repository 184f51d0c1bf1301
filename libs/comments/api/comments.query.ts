// Comments as a reader gets them, under row-level security: a function she does not see is only that somebody is mentioned.
import type { Comment, CommentToUs, MentionedFunction } from '@samverkan/comments/contract';
import type { ActionFacts } from '@samverkan/actions/api';
import { Injectable } from '@nestjs/common';
import { Db, currentActor, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { type CommentFacts, commentPolicy } from './comments.policy';

export interface TalkFacts extends ActionFacts {
  title: string;
  description: string;
}
export interface CommentRow extends CommentFacts {
  removed: boolean;
  title: string;
  content: Omit<Comment, 'allowed'>;
}

const organization = (column: string) =>
  `(select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = ${column})`;
const asFunction = `jsonb_build_object('id', f.id, 'title', f.title, 'organization', ${organization('f.organization_id')})`;
const facts = `a.visibility, a.owner_ids as "ownerIds", a.partner_ids as "partnerIds", a.county_codes as "countyCodes", a.title`;
const toUs = `exists (select from comment_mention m join contact_function f on f.id = m.function_id
  where m.comment_id = c.id and f.organization_id = ctx_org()`;

/** Rows of `action_comment c join action a`; the writer's name is hers and her colleagues'. */
const row = `
  ${facts}, c.organization_id as "organizationId", c.user_id as "userId", c.removed_at is not null as removed,
  jsonb_build_object('id', c.id, 'actionId', c.action_id, 'text', c.text, 'organization', ${organization('c.organization_id')},
    'writtenBy', (select p.name from app_user p where p.id = c.user_id and c.organization_id = ctx_org() and ctx_user() is not null),
    'createdAt', ${moment('c.created_at')}, 'changedAt', ${moment('c.changed_at')}, 'version', c.version,
    'unread', ${toUs} and m.seen_at is null),
    'mentions', coalesce((select jsonb_agg(jsonb_build_object('position', m.position, 'function', case when f.id is not null then ${asFunction} end) order by m.position)
      from comment_mention m left join contact_function f on f.id = m.function_id where m.comment_id = c.id), '[]')) as content`;
const from = `from action_comment c join action a on a.id = c.action_id`;

const viewOf = (found: CommentRow): Comment => {
  const { edit, takeBack } = commentPolicy.allowed(currentActor(), found);
  return { ...found.content, allowed: { edit, takeBack } };
};

@Injectable()
export class CommentsQuery {
  constructor(private readonly db: Db) {}

  readonly view = viewOf;

  /** What the rules ask of an action; undefined where the reader does not see it. */
  action(id: string): Promise<TalkFacts | undefined> {
    return this.db.one<TalkFacts>(`select ${facts}, a.description from action a where a.id = $1`, [id]);
  }

  one(id: string): Promise<CommentRow | undefined> {
    return this.db.one<CommentRow>(`select ${row} ${from} where c.id = $1`, [id]);
  }

  /** The latest of an action, oldest of them first, and how many there are. */
  async of(actionId: string, most: number): Promise<{ items: Comment[]; total: number }> {
    const rows = await this.db.query<CommentRow>(
      `select ${row} ${from} where c.action_id = $1 and c.removed_at is null order by c.created_at desc, c.id desc limit $2`,
      [actionId, most],
    );
    const counted = await this.db.one<{ total: number }>(
      'select count(*)::int as total from action_comment c where c.action_id = $1 and c.removed_at is null',
      [actionId],
    );
    return { items: rows.reverse().map(viewOf), total: counted?.total ?? 0 };
  }

  /** Those that mention functions of the acting organisation, newest first. */
  async toUs(query: { page: number; size: number; unread: boolean }): Promise<{ items: CommentToUs[]; found: number }> {
    const where = `c.removed_at is null and ${toUs} and (m.seen_at is null or not $1))`;
    const rows = await this.db.query<CommentRow>(
      `select ${row} ${from} where ${where} order by c.created_at desc, c.id desc limit $2 offset $3`,
      [query.unread, query.size, (query.page - 1) * query.size],
    );
    const counted = await this.db.one<{ found: number }>(
      `select count(*)::int as found from (select 1 ${from} where ${where} limit $2) counted`,
      [query.unread, countCap + 1],
    );
    const items = rows.map((found) => ({
      ...viewOf(found),
      action: { id: found.content.actionId, title: found.title },
    }));
    return { items, found: counted?.found ?? 0 };
  }

  /** Functions in use that the writer sees, by words of their own or their organisation's name; those who do the action first. */
  mentionable(words: string, action: ActionFacts): Promise<MentionedFunction[]> {
    return this.db
      .query<{ item: MentionedFunction }>(
        `select ${asFunction} as item from contact_function f join organization o on o.id = f.organization_id
         where f.retired_on is null and (select bool_and((' ' || f.title || ' ' || o.name) ilike '% ' || w || '%') from unnest($1::text[]) w) is not false
         order by f.organization_id = any ($2::uuid[]) desc, f.organization_id = any ($3::uuid[]) desc,
           f.county_codes && $4::text[] desc, f.title collate "sv-SE-x-icu", f.id limit 8`,
        [wordsOf(words), action.ownerIds, action.partnerIds, action.countyCodes],
      )
      .then((rows) => rows.map(({ item }) => item));
  }

  /** Of some functions those in use that the writer sees. */
  async known(ids: readonly string[]): Promise<{ id: string; organizationId: string }[]> {
    return this.db.query(
      `select f.id, f.organization_id as "organizationId" from contact_function f where f.id = any ($1::uuid[]) and f.retired_on is null`,
      [ids],
    );
  }
}

/** At most four words, without what LIKE would take for more than a letter. */
const wordsOf = (typed: string): string[] =>
  typed
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
    .slice(0, 4);
