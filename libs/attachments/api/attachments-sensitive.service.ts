import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { type AttachmentRow, AttachmentsQuery } from './attachments.query';

/** How a file or link that names somebody is hidden and cleaned, also when its line has been taken back meanwhile. Of a file, cleaned is what is left when the file itself is gone. */
@Injectable()
export class AttachmentsSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly query: AttachmentsQuery,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const row = await this.query.one(id);
    if (row.removedAt) throw notFound();
    await this.db.query('select attachment_text_hide($1)', [id]);
    await this.tell(row);
    return {
      reference: row.action.reference,
      ownerIds: [...new Set([...row.action.ownerIds, row.organizationId])],
      countyCodes: row.action.countyCodes,
    };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { title, address } = await this.query.one(id);
    const field = { lines: 'one', required: true } as const;
    return [
      { name: 'title', text: title, max: 160, ...field },
      ...(address === null ? [] : [{ name: 'address', text: address, max: 600, ...field }]),
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const row = await this.query.one(id);
    await this.db.query('select attachment_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    await this.tell(row);
  }

  private tell({ actionId, action }: AttachmentRow): Promise<void> {
    const trace = { area: 'actions', objectId: actionId, visibility: visibilityAt(action.visibility) };
    return this.ledger.happened(trace, 'action.changed', null, action.goalIds);
  }
}
