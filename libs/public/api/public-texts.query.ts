import { Injectable } from '@nestjs/common';
import type { PublicPiece, PublicTextVersion } from '@samverkan/public/contract';
import { Db, moment } from '@samverkan/shared/api';

const latest = `(select t2.id from public_text t2 where t2.county_code = t.county_code and t2.piece = t.piece and t2.shown_from <= statement_timestamp() and t2.hidden_at is null
  order by t2.shown_from desc, t2.id desc limit 1)`;

const version = `t.id, t.county_code as "countyCode", t.piece, t.sv, t.en,
  case when t.shown_from is null then 'draft' when t.shown_from > statement_timestamp() then 'scheduled' when t.id = ${latest} then 'shown' else 'past' end as state,
  ${moment('t.shown_from')} as "shownFrom", ${moment('t.changed_at')} as "changedAt", t.published_by as "by", t.version`;

/** What a page shows in one place, and since when. */
export interface ShownText {
  sv: string;
  en: string;
  shownFrom: string | null;
}
export type ShownTexts = Partial<Record<PublicPiece, ShownText>>;

/** Wordings as each reader may see them, read under row-level security. */
@Injectable()
export class PublicTextsQuery {
  constructor(private readonly db: Db) {}

  /** What stands on a county's pages now: its own words, as far as it has any. */
  async shown(countyCode: string): Promise<ShownTexts> {
    const rows = await this.db.query<ShownText & { piece: PublicPiece }>(
      `select distinct on (t.piece) t.piece, t.sv, t.en, ${moment('t.shown_from')} as "shownFrom" from public_text t
        where t.county_code = $1 and t.shown_from <= statement_timestamp() and t.hidden_at is null order by t.piece, t.shown_from desc, t.id desc`,
      [countyCode],
    );
    // What was taken back to the national text stands there without words.
    return Object.fromEntries(rows.filter(({ sv, en }) => sv || en).map(({ piece, ...text }) => [piece, text]));
  }

  /** For a county's editors: what is shown and what waits, of every piece. */
  current(countyCode: string): Promise<PublicTextVersion[]> {
    return this.db.query<PublicTextVersion>(
      `select ${version} from public_text t where t.county_code = $1 and t.hidden_at is null
        and (t.shown_from is null or t.shown_from > statement_timestamp() or t.id = ${latest})`,
      [countyCode],
    );
  }

  pending(countyCode: string, piece: PublicPiece): Promise<PublicTextVersion | undefined> {
    return this.db.one<PublicTextVersion>(
      `select ${version} from public_text t where t.county_code = $1 and t.piece = $2 and t.hidden_at is null
        and (t.shown_from is null or t.shown_from > statement_timestamp())`,
      [countyCode, piece],
    );
  }

  one(id: string): Promise<PublicTextVersion | undefined> {
    return this.db.one<PublicTextVersion>(`select ${version} from public_text t where t.id = $1`, [id]);
  }

  history(countyCode: string, piece: PublicPiece): Promise<PublicTextVersion[]> {
    return this.db.query<PublicTextVersion>(
      `select ${version} from public_text t where t.county_code = $1 and t.piece = $2 and t.hidden_at is null and t.shown_from <= statement_timestamp()
        order by t.shown_from desc, t.id desc limit 200`,
      [countyCode, piece],
    );
  }
}
