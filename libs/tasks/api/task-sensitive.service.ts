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

interface Place {
  title: string;
  reference: string;
  ownerIds: string[];
  partnerIds: string[];
  countyCodes: string[];
  level: number;
}

/** How a task is hidden, given to those who set it to be cleaned, and cleaned. */
@Injectable()
export class TaskSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { reference, ownerIds, partnerIds, countyCodes, level } = await this.place(id);
    await this.db.query('select task_text_hide($1)', [id]);
    await this.ledger.gone(
      { area: 'tasks', objectId: id, kind: 'task.gone', goalIds: [] },
      { level, owners: ownerIds, partners: partnerIds, counties: countyCodes },
    );
    return { reference, ownerIds, countyCodes };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { title } = await this.place(id);
    return [{ name: 'taskTitle', text: title, max: 200, lines: 'one', required: true }];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { level } = await this.place(id);
    await this.db.query('select task_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    await this.ledger.happened({ area: 'tasks', objectId: id, visibility: visibilityAt(level) }, 'task.put-back');
  }

  private async place(id: string): Promise<Place> {
    const found = await this.db.one<Place>(
      `select p.title, p.reference, p.owner_ids as "ownerIds", p.partner_ids as "partnerIds", p.county_codes as "countyCodes", p.level from task_place($1) p`,
      [id],
    );
    if (!found) throw notFound();
    return found;
  }
}
