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
  texts: Record<string, string>;
  reference: string;
  ownerIds: string[];
  countyCodes: string[];
  methodId: string;
  level: number;
}

const most: Readonly<Record<string, number>> = {
  title: 160,
  methodPurpose: 2000,
  methodNotFor: 2000,
  methodEvidence: 2000,
  methodSource: 200,
  address: 500,
  methodTraining: 300,
  trainedSource: 200,
};
const order = [
  'title',
  'methodPurpose',
  'methodNotFor',
  'methodEvidence',
  'methodSource',
  'address',
  'methodTraining',
  'motive',
  'note',
  'reason',
  'trainedSource',
];

/** How what is said of a method, of its use, or of why it was chosen is hidden, given to whoever cleans it, and cleaned. */
@Injectable()
export class MethodSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const place = await this.place(kind, id);
    await this.db.query('select method_text_hide($1, $2)', [kind, id]);
    if (kind === 'method')
      await this.ledger.gone(
        { area: 'methods', objectId: id, kind: 'method.gone', goalIds: [] },
        { level: place.level, owners: place.ownerIds, partners: [], counties: place.countyCodes },
      );
    return { reference: place.reference, ownerIds: place.ownerIds, countyCodes: place.countyCodes };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    const { texts } = await this.place(kind, id);
    return order
      .filter((name) => name in texts)
      .map((name) => ({
        name,
        text: texts[name] ?? '',
        max: most[name] ?? 300,
        lines: (most[name] ?? 0) >= 2000 ? 'several' : 'one',
        required: name === 'title',
      }));
  }

  /** What a method says has its history; the others have none. */
  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { level } = await this.place(kind, id);
    await this.db.query('select method_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    if (kind !== 'method') return;
    const trace = { area: 'methods', objectId: id, visibility: visibilityAt(level) };
    const row = await this.db.one<{ version: number }>('select version from method where id = $1', [id]);
    if (clean)
      await this.ledger.changed(trace, row?.version ?? 1, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'method.changed');
  }

  private async place(kind: string, id: string): Promise<Place> {
    const place = await this.db.one<Place>(
      `select texts, reference, owner_ids as "ownerIds", county_codes as "countyCodes", method_id as "methodId", level from method_place($1, $2)`,
      [kind, id],
    );
    if (!place) throw notFound();
    return place;
  }
}
