import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  type SensitiveField,
  type SensitiveSource,
  badInput,
  notFound,
} from '@samverkan/shared/api';

/** How the name of a system's key is hidden and cleaned; the key itself goes on working, and can be taken back meanwhile. */
@Injectable()
export class TokenSensitiveService implements SensitiveSource {
  constructor(private readonly db: Db) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const place = await this.place(kind, id);
    await this.db.query('select api_token_name_hide($1)', [id]);
    return {
      reference: `N-${id.slice(-6).toUpperCase()}`,
      ownerIds: [place.organizationId],
      countyCodes: place.counties,
    };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    await this.place(kind, id);
    const hidden = await this.db.one<{ name: string }>('select name from api_token_hidden_name where token_id = $1', [
      id,
    ]);
    return [{ name: 'name', text: hidden?.name ?? '', max: 80, lines: 'one', required: true }];
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.place(kind, id);
    await this.db.query('select api_token_name_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async place(kind: string, id: string): Promise<{ organizationId: string; counties: string[] }> {
    if (kind !== 'token') throw badInput([{ path: 'kind', code: 'field.not-a-choice' }]);
    const place = await this.db.one<{ organizationId: string; counties: string[] }>(
      `select t.organization_id as "organizationId", array(select c.county_code from organization_county c where c.organization_id = t.organization_id order by 1) as counties
       from api_token t where t.id = $1`,
      [id],
    );
    if (!place) throw notFound();
    return place;
  }
}
