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
  reference: string;
  ownerIds: string[];
  partnerIds: string[];
  countyCodes: string[];
  level: number;
}

type Texts = Record<string, string>;
const field = (
  name: string,
  text: string | undefined,
  max: number,
  several: boolean,
  required = false,
): SensitiveField => ({
  name,
  text: text ?? '',
  max,
  lines: several ? 'several' : 'one',
  required,
});

/** Each kind's texts, from its own table, and the area its news stand in. */
const kinds: Record<string, { area: string; texts: string; fields: (texts: Texts) => SensitiveField[] }> = {
  question: {
    area: 'questions',
    texts: `select q.title, q.text, q.reason, (select coalesce(string_agg(t.because, E'\\n' order by t.reply_id, t.organization_id), '') from question_told t
      where t.question_id = q.id and t.because <> '') as verdicts from question q where q.id = $1`,
    fields: ({ title, text, reason, verdicts }) => [
      field('question', title, 300, false, true),
      field('background', text, 6000, true),
      field('endReason', reason, 500, false),
      field('verdicts', verdicts, 12_000, true),
    ],
  },
  bundle: {
    area: 'bundles',
    texts: 'select title, wording, reason from question_bundle where id = $1',
    fields: ({ title, wording, reason }) => [
      field('title', title, 200, false, true),
      field('wording', wording, 8000, true, true),
      field('endReason', reason, 500, false),
    ],
  },
  reply: {
    area: 'questions',
    texts: 'select text, link from question_reply where id = $1',
    fields: ({ text, link }) => [field('replyText', text, 12_000, true, true), field('address', link, 500, false)],
  },
  faq: {
    area: 'faq',
    texts: 'select title, answer, source, link from faq where id = $1',
    fields: ({ title, answer, source, link }) => [
      field('question', title, 300, false, true),
      field('replyText', answer, 12_000, true, true),
      field('replySource', source, 200, false),
      field('address', link, 500, false),
    ],
  },
};

/** How the texts of questions, bundles and answers are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class QuestionSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const { reference, ownerIds, partnerIds, countyCodes, level } = await this.place(kind, id);
    await this.db.query('select question_text_hide($1, $2)', [kind, id]);
    if (kind === 'question')
      await this.ledger.gone(
        { area: 'questions', objectId: id, kind: 'question.gone', goalIds: [] },
        { level, owners: ownerIds, partners: partnerIds, counties: countyCodes },
      );
    return { reference, ownerIds, countyCodes };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    const read = await this.db.one<Texts>(this.of(kind).texts, [id]);
    if (!read) throw notFound();
    return this.of(kind).fields(read);
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { level } = await this.place(kind, id);
    await this.db.query('select question_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    if (kind !== 'question') return;
    const trace = { area: 'questions', objectId: id, visibility: visibilityAt(level) };
    const row = await this.db.one<{ version: number }>('select version from question where id = $1', [id]);
    if (clean && row)
      await this.ledger.changed(trace, row.version, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'question.changed');
  }

  private of(kind: string): (typeof kinds)[string] {
    const one = kinds[kind];
    if (!one) throw notFound();
    return one;
  }

  private async place(kind: string, id: string): Promise<Place> {
    this.of(kind);
    const found = await this.db.one<Place>(
      `select p.reference, p.owner_ids as "ownerIds", p.partner_ids as "partnerIds", p.county_codes as "countyCodes", p.level from question_place($1, $2) p`,
      [kind, id],
    );
    if (!found) throw notFound();
    return found;
  }
}
