import { type ActionFacts, actionFacts, actionPolicy } from '@samverkan/actions/api';
import type { Attachments } from '@samverkan/attachments/contract';
import { Db, currentActor, moment, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { attachmentPolicy } from './attachments.policy';

/** What an action is to those who hang things at it. */
export interface Holder extends ActionFacts {
  goalIds: string[];
  reference: string;
}

export interface AttachmentRow {
  id: string;
  actionId: string;
  kind: 'file' | 'link';
  title: string;
  address: string | null;
  organizationId: string;
  removedAt: string | null;
  version: number;
  action: Holder;
}

type Item = Omit<Attachments['items'][number], 'removable'> & { organizationId: string };

const holder = `(${actionFacts}::jsonb || jsonb_build_object('goalIds', a.goal_ids, 'reference', a.reference))`;

@Injectable()
export class AttachmentsQuery {
  constructor(private readonly db: Db) {}

  /** Throws 404 where the reader does not see the action. */
  async holder(actionId: string): Promise<Holder> {
    const row = await this.db.one<{ action: Holder }>(`select ${holder} as action from action a where a.id = $1`, [
      actionId,
    ]);
    if (!row || !actionPolicy.can('read', currentActor(), row.action)) throw notFound();
    return row.action;
  }

  /** Throws 404 where the action has no such line, or it was taken back, or the reader does not see it. */
  async requireLine(actionId: string, updateId: string): Promise<void> {
    const line = await this.db.one(
      'select id from action_update where id = $1 and action_id = $2 and removed_at is null',
      [updateId, actionId],
    );
    if (!line) throw notFound();
  }

  async list(actionId: string): Promise<Attachments> {
    const [actor, action] = [currentActor(), await this.holder(actionId)];
    const rows = await this.db.query<{ item: Item }>(
      `select json_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'address', t.address,
          'file', case when f.id is not null then json_build_object('type', f.type, 'size', f.size, 'pages', f.pages) end,
          'update', case when u.id is not null then json_build_object('id', u.id, 'happenedOn', u.happened_on) end,
          'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind), 'organizationId', o.id,
          'addedBy', p.name, 'createdAt', ${moment('t.created_at')}) as item
        from attachment t join organization o on o.id = t.organization_id
          left join stored_file f on f.id = t.id
          left join action_update u on u.id = t.update_id
          left join app_user p on p.id = t.user_id and t.organization_id = ctx_org() and ctx_user() is not null
        where t.action_id = $1 and t.removed_at is null order by t.created_at, t.id`,
      [actionId],
    );
    return {
      items: rows.map(({ item: { organizationId, ...item } }) => ({
        ...item,
        removable: attachmentPolicy.can('takeAway', actor, { action, organizationId }),
      })),
      mayAdd: actionPolicy.can('writeUpdate', actor, action),
    };
  }

  /** One that the reader sees, also when it was taken away. Throws 404 else. */
  async one(id: string): Promise<AttachmentRow> {
    const row = await this.db.one<AttachmentRow>(
      `select t.id, t.action_id as "actionId", t.kind, t.title, t.address, t.organization_id as "organizationId",
          t.removed_at as "removedAt", t.version, ${holder} as action
        from attachment t join action a on a.id = t.action_id where t.id = $1`,
      [id],
    );
    if (!row || !attachmentPolicy.can('read', currentActor(), row)) throw notFound();
    return row;
  }
}
