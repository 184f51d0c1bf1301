import { actionPolicy } from '@samverkan/actions/api';
import type { Attachments, FileConcern, FileInput, LinkInput } from '@samverkan/attachments/contract';
import {
  Db,
  FileStore,
  Ledger,
  SeenAs,
  type Trace,
  badInput,
  conflict,
  currentActor,
  findingsIn,
  notFound,
  readUpload,
} from '@samverkan/shared/api';
import { type ProblemIssue, checkFileName, visibilityAt } from '@samverkan/shared/contract';
import { Injectable } from '@nestjs/common';
import { attachmentPolicy } from './attachments.policy';
import { type AttachmentRow, AttachmentsQuery, type Holder } from './attachments.query';

const mostAtOneAction = 100;

/** Files and links that show what an action has done. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly db: Db,
    private readonly query: AttachmentsQuery,
    private readonly files: FileStore,
    private readonly ledger: Ledger,
    private readonly othersEyes: SeenAs,
  ) {}

  list(actionId: string): Promise<Attachments> {
    return this.query.list(actionId);
  }

  /** As another party's user gets it, for whoever decides who sees the action. */
  async seenAs(actionId: string, organizationId: string): Promise<Attachments> {
    actionPolicy.require('changeVisibility', currentActor(), await this.query.holder(actionId));
    return this.othersEyes.read({ area: 'actions', objectId: actionId, organizationId }, () =>
      this.query.list(actionId),
    );
  }

  /** Refuses with a code what is no file that is taken, and what the guard stops in its name or its text; what it asks about is added once that is `accepted`. */
  async addFile(actionId: string, { name, accepted, ...at }: FileInput, body: unknown): Promise<Attachments> {
    const updateId = at.updateId ?? null;
    const action = await this.open(actionId, updateId);
    const unfit = checkFileName(name).find(({ grade }) => grade !== 'hint');
    if (unfit) throw badInput([{ path: 'name', code: unfit.code }]);
    const file = await readUpload(body);
    const findings = await findingsIn(file.pages);
    const stops = findings.filter(({ grade }) => grade === 'stop');
    if (stops.length > 0) throw badInput(stops.map(({ page, code }) => ({ path: `file.pages.${page}`, code })));
    const concerns: ProblemIssue[] = [
      ...(file.author ? [{ path: 'accepted.author', code: 'file.names-its-author' }] : []),
      ...(file.type === 'pdf' && file.pages.every((text) => text.trim() === '')
        ? [{ path: 'accepted.unread', code: 'file.has-no-text' }]
        : []),
      ...findings.map(({ page, code }) => ({ path: `accepted.numbers.${page}`, code })),
    ];
    const agreed = new Set<string>(accepted.split(',') as FileConcern[]);
    const open = concerns.filter(({ path }) => !agreed.has(path.split('.')[1] ?? ''));
    if (open.length > 0) throw badInput(open);
    const title = withEnding(name, file.type);
    const id = await this.hang(actionId, action, { kind: 'file', title, address: null, updateId });
    await this.files.keep(id, file);
    return this.query.list(actionId);
  }

  async addLink(actionId: string, { title, address, updateId }: LinkInput): Promise<Attachments> {
    const action = await this.open(actionId, updateId);
    await this.hang(actionId, action, { kind: 'link', title, address, updateId });
    return this.query.list(actionId);
  }

  /** The file of an attachment that stands. */
  async file(id: string): Promise<{ id: string; name: string }> {
    const row = await this.query.one(id);
    if (row.kind !== 'file' || row.removedAt) throw notFound();
    return { id, name: row.title };
  }

  /** Takes it away; for thirty days it can be put back. */
  async takeAway(id: string): Promise<Attachments> {
    const row = await this.query.one(id);
    attachmentPolicy.require('takeAway', currentActor(), row);
    if (row.removedAt) throw notFound();
    return this.move(row, 'now()', 'action.attachment-taken-away');
  }

  async putBack(id: string): Promise<Attachments> {
    const row = await this.query.one(id);
    attachmentPolicy.require('takeAway', currentActor(), row);
    return row.removedAt ? this.move(row, 'null', 'action.attachment-added') : this.query.list(row.actionId);
  }

  private async move(row: AttachmentRow, removedAt: 'now()' | 'null', kind: string): Promise<Attachments> {
    const changed = await this.db.query(
      `update attachment set removed_at = ${removedAt}, version = version + 1 where id = $1 and version = $2 returning id`,
      [row.id, row.version],
    );
    if (changed.length === 0) throw conflict('stale-version');
    await this.tell(row.actionId, row.action, kind);
    return this.query.list(row.actionId);
  }

  private async open(actionId: string, updateId: string | null): Promise<Holder> {
    const action = await this.query.holder(actionId);
    actionPolicy.require('writeUpdate', currentActor(), action);
    if (updateId) await this.query.requireLine(actionId, updateId);
    return action;
  }

  private async hang(
    actionId: string,
    action: Holder,
    given: { kind: 'file' | 'link'; title: string; address: string | null; updateId: string | null },
  ): Promise<string> {
    const count = await this.db.one<{ n: number }>(
      'select count(*)::int as n from attachment where action_id = $1 and removed_at is null',
      [actionId],
    );
    if ((count?.n ?? 0) >= mostAtOneAction) throw conflict('attachment.too-many');
    const row = await this.db.one<{ id: string }>(
      'insert into attachment (action_id, kind, title, address, update_id) values ($1, $2, $3, $4, $5) returning id',
      [actionId, given.kind, given.title, given.address, given.updateId],
    );
    await this.tell(actionId, action, 'action.attachment-added');
    return row?.id ?? '';
  }

  private async tell(actionId: string, action: Holder, kind: string): Promise<void> {
    const trace: Trace = { area: 'actions', objectId: actionId, visibility: visibilityAt(action.visibility) };
    await this.ledger.happened(trace, kind, null, action.goalIds);
    await this.ledger.audited(kind, 'actions', actionId);
  }
}

/** What a file is called follows what it is: one that only said that it was a picture gets its own ending. */
const withEnding = (name: string, type: string): string => {
  const ending = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  const isRight = ending === type || (type === 'jpg' && ending === 'jpeg');
  return isRight ? name : `${name.slice(0, 155)}.${type}`;
};
