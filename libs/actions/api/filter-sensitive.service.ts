import { Injectable } from '@nestjs/common';
import { Db, type HiddenPlace, type SensitiveField, currentActor, notFound } from '@samverkan/shared/api';

interface Row {
  name: string;
  words: string | null;
  onlyUser: string | null;
}

/** How the name of a saved filter, and the words it looks for, are hidden and cleaned: the organisation's by its people, one's own by oneself. */
@Injectable()
export class FilterSensitiveService {
  constructor(private readonly db: Db) {}

  async hide(id: string): Promise<HiddenPlace> {
    const { onlyUser } = await this.row(id);
    await this.db.query('select action_filter_text_hide($1)', [id]);
    // No county's administrator reads the filters of others.
    return {
      reference: `U-${id.slice(-6).toUpperCase()}`,
      ownerIds: [currentActor().organizationId],
      countyCodes: [],
      onlyUser,
    };
  }

  async fields(id: string): Promise<SensitiveField[]> {
    const { name, words } = await this.row(id);
    return [
      { name: 'name', text: name, max: 80, lines: 'one', required: true },
      ...(words === null
        ? []
        : [{ name: 'words', text: words, max: 120, lines: 'one', required: false } satisfies SensitiveField]),
    ];
  }

  async show(id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.row(id);
    await this.db.query('select action_filter_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select f.name, f.choice->>'q' as words, f.user_id as "onlyUser" from action_filter f where f.id = $1 and f.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
