import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';

interface Place {
  requestId: string;
  reference: string;
  ownerIds: string[];
  countyCodes: string[];
}

type Texts = Record<string, string>;
const field = (
  name: string,
  text: string | undefined,
  max: number,
  several: boolean,
  required = false,
): SensitiveField => ({ name, text: text ?? '', max, lines: several ? 'several' : 'one', required });

const kinds: Record<string, { texts: string; fields: (texts: Texts) => SensitiveField[] }> = {
  request: {
    texts:
      'select title, text, proposal, outcome, reason, effect_words as "effectWords" from support_request where id = $1',
    fields: ({ title, text, proposal, outcome, reason, effectWords }) => [
      field('need', title, 300, false, true),
      field('background', text, 6000, true),
      field('proposal', proposal, 6000, true),
      field('outcome', outcome, 6000, true),
      field('endReason', reason, 500, false),
      field('effectWords', effectWords, 500, false),
    ],
  },
  message: {
    texts: 'select text from support_message where id = $1',
    fields: ({ text }) => [field('message', text, 4000, true, true)],
  },
};

/** How the texts of requests and messages are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class SupportSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const { reference, ownerIds, countyCodes } = await this.place(kind, id);
    await this.db.query('select support_text_hide($1, $2)', [kind, id]);
    if (kind === 'request')
      await this.ledger.gone(
        { area: 'support', objectId: id, kind: 'support.gone', goalIds: [] },
        { level: 1, owners: ownerIds, partners: [], counties: countyCodes },
      );
    return { reference, ownerIds, countyCodes };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    const one = this.of(kind);
    const read = await this.db.one<Texts>(one.texts, [id]);
    if (!read) throw notFound();
    return one.fields(read);
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { requestId } = await this.place(kind, id);
    await this.db.query('select support_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    const trace = { area: 'support', objectId: requestId, visibility: 'participants' } as const;
    const row = await this.db.one<{ version: number }>('select version from support_request where id = $1', [id]);
    if (clean && row)
      await this.ledger.changed(trace, row.version, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'support.changed');
  }

  private of(kind: string): (typeof kinds)[string] {
    const one = kinds[kind];
    if (!one) throw notFound();
    return one;
  }

  private async place(kind: string, id: string): Promise<Place> {
    this.of(kind);
    const found = await this.db.one<Place>(
      `select p.request_id as "requestId", p.reference, p.owner_ids as "ownerIds", p.county_codes as "countyCodes" from support_place($1, $2) p`,
      [kind, id],
    );
    if (!found) throw notFound();
    return found;
  }
}
