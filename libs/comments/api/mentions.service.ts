import type { CommentInput, Mentionables } from '@samverkan/comments/contract';
import { type ActionFacts, actionPolicy } from '@samverkan/actions/api';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, Parties, badInput } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { CommentMail } from './comment-mail';
import { CommentsQuery } from './comments.query';

/** To which functions a comment is said, and how they hear of it. */
@Injectable()
export class MentionsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly parties: Parties,
    private readonly query: CommentsQuery,
    private readonly mail: CommentMail,
  ) {}

  async choices(words: string, action: ActionFacts): Promise<Mentionables> {
    const found = await this.query.mentionable(words, action);
    const readers = await this.readers(
      found.map(({ organization }) => organization.id),
      action,
    );
    return { items: found.map((one) => ({ ...one, reads: readers.has(one.organization.id) })) };
  }

  /** What the text mentions from now on. Who was mentioned already is not told again; what she has read stays read. */
  async set(commentId: string, { text, functionIds }: CommentInput, action: ActionFacts): Promise<void> {
    const said = functionIds
      .map((id, at) => ({ id, position: at + 1 }))
      .filter((one) => text.includes(`@[${one.position}]`));
    const known = await this.query.known(said.map(({ id }) => id));
    const before = await this.db.query<{ id: string; at: string | null }>(
      `delete from comment_mention where comment_id = $1 returning function_id as id, seen_at::text as at`,
      [commentId],
    );
    const unknown = said.find(({ id }) => ![...known, ...before].some((one) => one.id === id));
    if (unknown) throw badInput([{ path: `functionIds.${unknown.position - 1}`, code: 'field.not-a-choice' }]);
    for (const { id, position } of said)
      await this.db.query(
        `insert into comment_mention (comment_id, function_id, position, seen_at) select $1, f.id, $3, $4 from contact_function f where f.id = $2`,
        [commentId, id, position, before.find((one) => one.id === id)?.at ?? null],
      );
    const added = known.filter(({ id }) => !before.some((one) => one.id === id));
    if (added.length === 0) return;
    const trace = { area: 'comments', objectId: commentId, visibility: visibilityAt(action.visibility) };
    await this.ledger.happened(trace, 'comment.mentioned');
    const readers = await this.readers(
      added.map(({ organizationId }) => organizationId),
      action,
    );
    for (const { id, organizationId } of added)
      if (readers.has(organizationId)) await this.mail.mentioned({ commentId, functionId: id, organizationId });
  }

  /** Marks what is said to the acting organisation as read, or as not read yet. */
  async see(commentId: string, seen: boolean): Promise<void> {
    await this.db.query(
      `update comment_mention m set seen_at = case when $2 then clock_timestamp() end from contact_function f
       where m.comment_id = $1 and f.id = m.function_id and f.organization_id = ctx_org() and (m.seen_at is null) = $2`,
      [commentId, seen],
    );
  }

  /** Of some organisations those whose people see the action as it is shown now: told by its visibility and parties, which the writer sees herself. */
  private async readers(organizationIds: readonly string[], action: ActionFacts): Promise<Set<string>> {
    const readers = new Set<string>();
    for (const id of new Set(organizationIds)) {
      const party = await this.parties.readerOf(id);
      const actor = party && { ...party, userId: '', name: '', membershipId: '' };
      if (actor && actionPolicy.can('read', actor, action)) readers.add(id);
    }
    return readers;
  }
}
