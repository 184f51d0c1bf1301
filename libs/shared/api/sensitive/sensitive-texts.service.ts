import { Injectable } from '@nestjs/common';
import type {
  SensitiveContent,
  SensitivePurge,
  SensitiveReport,
  SensitiveText,
  SensitiveTexts,
} from '@samverkan/shared/contract';
import { Db } from '../db/db';
import { Ledger } from '../db/ledger';
import { currentActor } from '../db/request-scope';
import { log } from '../http/log';
import { badInput, conflict, forbidden, notFound } from '../http/problems';
import { type SensitiveField, SensitiveSources } from '../ports/sensitive-sources';
import { removedWords } from './removed-words';
import { moment } from '../db/moment';

/** Who may hide what somebody has happened to write; the database asks whose it is. */
export const textWriters: readonly string[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];

/** From "I happened to write something sensitive" to clean words: hide at once, then purge everywhere. */
@Injectable()
export class SensitiveTextsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly sources: SensitiveSources,
  ) {}

  async hide({ area, kind, objectId }: SensitiveReport): Promise<SensitiveText> {
    const source = this.sources.of(area);
    if (!source.ofReaders?.includes(kind) && !textWriters.includes(currentActor().role)) throw forbidden();
    const place = await source.hide(kind, objectId);
    const [made] = await this.db.query<{ id: string }>(
      `insert into sensitive_text (area, kind, object_id, reference, owner_ids, county_codes, only_user)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [area, kind, objectId, place.reference, place.ownerIds, place.countyCodes, place.onlyUser ?? null],
    );
    await this.ledger.audited('text.hidden', area, objectId);
    return this.one(made?.id ?? '');
  }

  /** What waits to be cleaned by this reader, or was hidden by her. */
  async waiting(): Promise<SensitiveTexts> {
    return {
      items: await this.db.query<SensitiveText>(
        `${select} where s.ended_at is null order by s.hidden_at desc limit 200`,
      ),
    };
  }

  async open(id: string): Promise<SensitiveContent> {
    return this.db.transaction(async () => {
      const text = await this.forPurge(id);
      const fields = await this.sources.of(text.area).fields(text.kind, text.objectId);
      await this.ledger.audited('text.hidden-read', text.area, text.objectId);
      return { ...text, fields };
    });
  }

  /** Writes the clean words and takes the old ones out of history, retries, forms begun and mail. What was written is told nowhere. */
  async purge(id: string, { texts }: SensitivePurge): Promise<void> {
    const text = await this.forPurge(id);
    const source = this.sources.of(text.area);
    const fields = await source.fields(text.kind, text.objectId);
    refuseWrong(fields, texts);
    const phrases = fields.flatMap(({ name, text: old }) => removedWords(old, texts[name] ?? old));
    const whole = (await source.whole?.(text.kind, text.objectId)) ?? null;
    await source.show(text.kind, text.objectId, texts);
    const names = fields.map(({ name }) => name);
    await this.db.query('select sensitive_purge($1, $2, $3, $4)', [text.objectId, names, phrases, whole]);
    await this.end(text, 'purged');
    // Kept outside the database: after a restore of an older backup these are purged again (docs/operations.md).
    log.info({ area: text.area, kind: text.kind, objectId: text.objectId }, 'text purged');
  }

  /** It was nothing sensitive: shown again as it was. */
  async restore(id: string): Promise<void> {
    const text = await this.forPurge(id);
    await this.sources.of(text.area).show(text.kind, text.objectId, null);
    await this.end(text, 'restored');
  }

  private async forPurge(id: string): Promise<SensitiveText> {
    const text = await this.one(id);
    if (!text.mayPurge) throw forbidden();
    await this.db.query(`select set_config('samverkan.purging', $1, true)`, [text.objectId]);
    return text;
  }

  private async one(id: string): Promise<SensitiveText> {
    const text = await this.db.one<SensitiveText>(`${select} where s.id = $1 and s.ended_at is null`, [id]);
    if (!text) throw notFound();
    return text;
  }

  private async end(text: SensitiveText, outcome: 'purged' | 'restored'): Promise<void> {
    const ended = await this.db.query(
      `update sensitive_text set ended_at = clock_timestamp(), outcome = $2 where id = $1 and ended_at is null returning id`,
      [text.id, outcome],
    );
    if (ended.length === 0) throw conflict('sensitive.already-ended');
    await this.ledger.audited(`text.${outcome}`, text.area, text.objectId);
  }
}

const select = `select s.id, s.area, s.kind, s.object_id as "objectId", s.reference,
    ${moment('s.hidden_at')} as "hiddenAt",
    json_build_object('id', o.id, 'name', o.name) as "hiddenFor", may_clean(s.owner_ids, s.county_codes, s.only_user) as "mayPurge"
  from sensitive_text s join organization o on o.id = s.hidden_for`;

function refuseWrong(fields: readonly SensitiveField[], texts: Readonly<Record<string, string>>): void {
  const issues = Object.entries(texts).flatMap(([name, text]) => {
    const field = fields.find((one) => one.name === name);
    if (!field) return [{ path: 'texts', code: 'field.unknown' }];
    if (text.length > field.max) return [{ path: `texts.${name}`, code: 'field.too-long' }];
    if (field.required && text.length < 3) return [{ path: `texts.${name}`, code: 'field.too-short' }];
    return field.lines === 'one' && /[\r\n]/.test(text) ? [{ path: `texts.${name}`, code: 'field.wrong-form' }] : [];
  });
  if (issues.length > 0) throw badInput(issues);
}
