import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { OrganizationEntity } from './organization.entity';

/** How a party's words are hidden, given to whoever cleans them, and cleaned. Its names stand. */
@Injectable()
export class PartySensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const party = await this.read(kind, id);
    await this.db.query('select organization_text_hide($1)', [id]);
    await this.tell(id);
    const counties = await this.db.query<{ code: string }>(
      'select county_code as code from organization_county where organization_id = $1 order by 1',
      [id],
    );
    return { reference: party.name, ownerIds: [id], countyCodes: counties.map(({ code }) => code) };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    await this.read(kind, id);
    const hidden = await this.db.one<{ description: string | null; descriptionEn: string | null }>(
      'select description, description_en as "descriptionEn" from organization_hidden_text where organization_id = $1',
      [id],
    );
    const field = (name: string, text: string | null | undefined) => ({
      name,
      text: text ?? '',
      max: 2000,
      lines: 'several' as const,
      required: false,
    });
    return [field('description', hidden?.description), field('descriptionEn', hidden?.descriptionEn)];
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { version } = await this.read(kind, id);
    await this.db.query('select organization_text_show($1, $2)', [id, clean && JSON.stringify(clean)]);
    if (clean)
      await this.ledger.changed({ area: 'organizations', objectId: id, visibility: 'public' }, version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
    await this.tell(id);
  }

  private async read(kind: string, id: string): Promise<OrganizationEntity> {
    const party = kind === 'organization' ? await this.db.repo(OrganizationEntity).findOneBy({ id }) : null;
    if (!party) throw notFound();
    return party;
  }

  private readonly tell = (id: string): Promise<void> =>
    this.ledger.happened({ area: 'organizations', objectId: id, visibility: 'public' }, 'organization.changed');
}
