import { Injectable } from '@nestjs/common';
import type {
  Faq,
  FaqChange,
  FaqInput,
  FaqPage,
  FaqPublishing,
  FaqQuery as Wanted,
} from '@samverkan/questions/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { FaqQuery, type FaqRow } from './faq.query';
import { keeps } from './questions.policy';

const columns = {
  title: 'title',
  answer: 'answer',
  source: 'source',
  sourceOn: 'source_on',
  link: 'link',
  subject: 'subject',
  lawArea: 'law_area',
} as const;
type Column = keyof typeof columns;
const fields = Object.keys(columns) as Column[];
type Field = { field: string; before: unknown; after: unknown };

/** What has been asked and answered, in words for all: written and checked by the county board. */
@Injectable()
export class FaqService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly faqs: FaqQuery,
  ) {}

  list(query: Wanted): Promise<FaqPage> {
    return this.faqs.page(query);
  }

  async read(id: string): Promise<Faq> {
    const row = await this.faqs.one(id);
    if (!row) throw notFound();
    return this.faqs.view(row);
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.faqs.history(id);
  }

  async write({ guardConfirmed: _c, replyId, ...input }: FaqInput): Promise<Faq> {
    if (replyId && !(await this.db.one('select id from question_reply where id = $1', [replyId])))
      throw badInput([{ path: 'replyId', code: 'field.not-a-choice' }]);
    const made = await this.db.one<{ id: string }>(
      `insert into faq (${fields.map((field) => columns[field]).join(', ')}, reply_id) values (${fields.map((_, at) => `$${at + 1}`).join(', ')}, $${fields.length + 1}) returning id`,
      [...fields.map((field) => input[field]), replyId],
    );
    if (!made) throw notFound();
    await this.tell(made.id, 'faq.created', [{ field: 'created', before: null, after: 'draft' }]);
    return this.read(made.id);
  }

  /** Whoever changes one that is published has read it through: it is shown at once. */
  async change(id: string, version: number, { guardConfirmed: _c, ...sent }: FaqChange): Promise<Faq> {
    const row = await this.row(id);
    const stands = row.content as Record<string, unknown>;
    const differs = Object.keys(sent).filter(
      (field) => stands[field] !== (sent as Record<string, unknown>)[field],
    ) as Column[];
    if (version !== row.version)
      throw conflict('stale-version', {
        version: row.version,
        fields: Object.fromEntries(differs.map((field) => [field, stands[field]])),
      });
    if (differs.length === 0) return this.read(id);
    await this.db.query(
      `update faq set ${differs.map((field, at) => `${columns[field]} = $${at + 2}`).join(', ')}, checked_on = case when status = 'published' then today() else checked_on end,
         version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id, ...differs.map((field) => sent[field])],
    );
    await this.tell(
      id,
      'faq.changed',
      differs.map((field) => ({ field, before: stands[field], after: sent[field] })),
    );
    return this.read(id);
  }

  /** Somebody at the board has read it through; it is shown to those who are named in the same deed. */
  async publish(id: string, { visibility }: FaqPublishing): Promise<Faq> {
    const row = await this.row(id);
    await this.db.query(
      `update faq set status = 'published', visibility = $2, checked_on = today(), version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id, visibilityLevel(visibility)],
    );
    await this.tell(id, row.status === 'published' ? 'faq.checked' : 'faq.published', [
      { field: 'publish', before: row.status, after: visibility },
    ]);
    return this.read(id);
  }

  /** It is no longer right; nobody but the board sees it. */
  async withdraw(id: string): Promise<Faq> {
    const row = await this.row(id);
    if (row.status !== 'published') throw conflict('question.status-does-not-allow');
    await this.ledger.gone(
      { area: 'questions', objectId: id, kind: 'faq.gone', goalIds: [] },
      { level: row.level, owners: [row.organizationId], partners: [], counties: currentActor().countyCodes },
    );
    await this.db.query(
      `update faq set status = 'withdrawn', version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id],
    );
    await this.tell(id, 'faq.withdrawn', [{ field: 'withdraw', before: 'published', after: 'withdrawn' }]);
    return this.read(id);
  }

  private async row(id: string): Promise<FaqRow> {
    const seen = await this.faqs.one(id);
    if (!seen) throw notFound();
    if (!keeps(currentActor(), seen)) throw forbidden();
    await this.db.query('select from faq where id = $1 for update', [id]);
    const row = await this.faqs.one(id);
    if (!row) throw notFound();
    return row;
  }

  private async tell(id: string, kind: string, changed: readonly Field[]): Promise<void> {
    const row = await this.faqs.one(id);
    if (!row) throw notFound();
    const trace = { area: 'questions', objectId: id, visibility: visibilityAt(row.level) };
    await this.ledger.changed(trace, row.version, changed);
    await this.ledger.happened(trace, kind);
    await this.ledger.audited(kind, 'faq', id);
  }
}
