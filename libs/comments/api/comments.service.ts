import {
  type Comment,
  type CommentInput,
  type Comments,
  type CommentsToUs,
  type CommentsToUsQuery,
  type CommentWordings,
  type Mentionables,
  shownComments,
} from '@samverkan/comments/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, badInput, conflict, currentActor, moment, notFound } from '@samverkan/shared/api';
import { countCap, guardText, isAboutShelter, visibilityAt } from '@samverkan/shared/contract';
import { commentPolicy, talkPolicy } from './comments.policy';
import { type CommentRow, CommentsQuery, type TalkFacts } from './comments.query';
import { MentionsService } from './mentions.service';

const aboutShelter = ({ title, description }: TalkFacts): boolean => isAboutShelter(`${title}\n${description}`);

/** What is said about actions. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: CommentsQuery,
    private readonly mentions: MentionsService,
  ) {}

  async of(actionId: string, all: boolean): Promise<Comments> {
    const action = await this.action(actionId, 'read');
    const { items, total } = await this.query.of(actionId, all ? countCap : shownComments);
    const write = talkPolicy.can('write', currentActor(), action);
    return { items, total, aboutShelter: aboutShelter(action), allowed: { write } };
  }

  async read(id: string): Promise<Comment> {
    return this.query.view(await this.row(id, 'read'));
  }

  async toUs({ page, size, unread }: CommentsToUsQuery): Promise<CommentsToUs> {
    const { items, found } = await this.query.toUs({ page, size, unread: unread ?? false });
    return { items, page, size, total: Math.min(found, countCap), capped: found > countCap };
  }

  async choices(actionId: string, words: string): Promise<Mentionables> {
    return this.mentions.choices(words, await this.action(actionId, 'write'));
  }

  async write(actionId: string, input: CommentInput): Promise<Comment> {
    const action = await this.action(actionId, 'write');
    refuseAddress(input, action);
    const made = await this.db.one<{ id: string }>(
      'insert into action_comment (action_id, text) values ($1, $2) returning id',
      [actionId, input.text],
    );
    if (!made) throw notFound();
    await this.mentions.set(made.id, input, action);
    await this.told(made.id, action.visibility, 'comment.written');
    return this.read(made.id);
  }

  async change(id: string, version: number, input: CommentInput): Promise<Comment> {
    const row = await this.row(id, 'edit');
    const action = await this.action(row.content.actionId, 'write');
    refuseAddress(input, action);
    if (row.content.version !== version) throw conflict('stale-version');
    const isSame = row.content.text === input.text;
    const done = await this.db.query(
      `update action_comment set text = $3, changed_at = case when $4 then changed_at else clock_timestamp() end, version = version + 1
       where id = $1 and version = $2 returning id`,
      [id, version, input.text, isSame],
    );
    if (done.length === 0) throw conflict('stale-version');
    await this.mentions.set(id, input, action);
    const trace = { area: 'comments', objectId: id, visibility: 'own' } as const;
    if (!isSame)
      await this.ledger.changed(trace, version + 1, [
        { field: 'actionComment', before: row.content.text, after: input.text },
      ]);
    await this.told(id, row.visibility, 'comment.changed');
    return this.read(id);
  }

  /** Gone for everybody at once; for thirty days its own organisation can put it back. */
  async takeBack(id: string): Promise<void> {
    const row = await this.row(id, 'takeBack');
    await this.db.query(
      'update action_comment set removed_at = clock_timestamp(), version = version + 1 where id = $1',
      [id],
    );
    await this.gone(id, row);
    await this.ledger.audited('comment.taken-back', 'comments', id);
  }

  async putBack(id: string): Promise<Comment> {
    const row = await this.query.one(id);
    if (!row) throw notFound();
    commentPolicy.require('takeBack', currentActor(), row);
    if (row.removed) {
      await this.db.query('update action_comment set removed_at = null, version = version + 1 where id = $1', [id]);
      await this.told(id, row.visibility, 'comment.put-back');
    }
    return this.read(id);
  }

  async see(id: string, seen: boolean): Promise<Comment> {
    await this.row(id, 'read');
    await this.mentions.see(id, seen);
    return this.read(id);
  }

  /** What it said before; nothing of it is told to other organisations. */
  async wordings(id: string): Promise<CommentWordings> {
    await this.row(id, 'read');
    const items = await this.db.query<CommentWordings['items'][number]>(
      `select ${moment('l.at')} as until, l.before #>> '{}' as text from change_log l
       where l.area = 'comments' and l.object_id = $1 and l.field = 'actionComment' and l.before is not null order by l.at desc, l.id desc limit 50`,
      [id],
    );
    return { items };
  }

  /** Who could see it is told that it is gone: open pages let it go. */
  gone(id: string, row: CommentRow): Promise<void> {
    return this.ledger.gone(
      { area: 'comments', objectId: id, kind: 'comment.gone', goalIds: [] },
      { level: row.visibility, owners: row.ownerIds, partners: row.partnerIds, counties: row.countyCodes },
    );
  }

  private async told(id: string, level: number, kind: string): Promise<void> {
    await this.ledger.happened({ area: 'comments', objectId: id, visibility: visibilityAt(level) }, kind);
    await this.ledger.audited(kind, 'comments', id);
  }

  private async action(id: string, verb: 'read' | 'write'): Promise<TalkFacts> {
    const action = await this.query.action(id);
    if (!action) throw notFound();
    talkPolicy.require(verb, currentActor(), action);
    return action;
  }

  private async row(id: string, verb: 'read' | 'edit' | 'takeBack'): Promise<CommentRow> {
    const row = await this.query.one(id);
    if (!row || row.removed) throw notFound();
    commentPolicy.require(verb, currentActor(), row);
    return row;
  }
}

/** In what is said of sheltered housing an address stops, though the words themselves do not name it. */
function refuseAddress({ text }: CommentInput, action: TalkFacts): void {
  if (!aboutShelter(action)) return;
  const stopped = guardText(text, { shelter: true }).find(({ grade }) => grade === 'stop');
  if (stopped) throw badInput([{ path: 'text', code: stopped.code }]);
}
