import { Injectable } from '@nestjs/common';
import { GeographyQuery } from '@samverkan/geography/api';
import {
  type PublicPiece,
  type PublicText,
  type PublicTextChange,
  type PublicTextHistory,
  type PublicTextVersion,
  type PublicTexts,
  publicPieces,
} from '@samverkan/public/contract';
import { Db, Ledger, badInput, conflict, currentActor, notFound, refuseClash } from '@samverkan/shared/api';
import { addresses, isPublicPage, slugOf } from './addresses';
import { CountyBoards } from './county-boards';
import { nationalText } from './national-texts';
import { unsafeLinks } from './prose-tokens';
import { publicTextsPolicy } from './public-texts.policy';
import { PublicTextsQuery } from './public-texts.query';

const yearMs = 366 * 24 * 3600 * 1000;

/** What a county writes on its public pages: drafts, what is shown and from when, and back again. */
@Injectable()
export class PublicTextsService {
  constructor(
    private readonly db: Db,
    private readonly geography: GeographyQuery,
    private readonly boards: CountyBoards,
    private readonly query: PublicTextsQuery,
    private readonly ledger: Ledger,
  ) {}

  async list(countyCode: string): Promise<PublicTexts> {
    this.mine(countyCode);
    const county = (await this.geography.counties()).find(({ code }) => code === countyCode);
    if (!county) throw notFound();
    const board = await this.boards.of(county.code);
    const versions = await this.query.current(countyCode);
    const items = publicPieces.map((piece): PublicText => {
      const shown = versions.find((one) => one.piece === piece && one.state === 'shown');
      return {
        piece,
        address: addressOf(piece, slugOf(county.shortName)),
        shown: shown && (shown.sv || shown.en) ? shown : null,
        national: { sv: nationalText(piece, 'sv', county, board), en: nationalText(piece, 'en', county, board) },
        pending: versions.find((one) => one.piece === piece && ['draft', 'scheduled'].includes(one.state)) ?? null,
      };
    });
    return { countyCode, items };
  }

  async history(countyCode: string, piece: PublicPiece): Promise<PublicTextHistory> {
    this.mine(countyCode);
    return { items: await this.query.history(countyCode, piece) };
  }

  /** Writes the draft, or begins one; what others wrote meanwhile in the same language is not overwritten. */
  async write(
    countyCode: string,
    piece: PublicPiece,
    version: number,
    { guardConfirmed: _confirmed, ...sent }: PublicTextChange,
  ): Promise<PublicTextVersion> {
    this.mine(countyCode);
    refuseUnsafe(sent);
    await this.alone(countyCode, piece);
    const draft = await this.query.pending(countyCode, piece);
    if (draft?.state === 'scheduled') throw conflict('public-text.scheduled');
    if (!draft) return this.begin(countyCode, piece, sent);
    publicTextsPolicy.require('edit', currentActor(), draft);
    const differs = (['sv', 'en'] as const).filter(
      (field) => sent[field] !== undefined && sent[field] !== draft[field],
    );
    await refuseClash(this.db, { area: 'public', id: draft.id, seen: version, now: draft.version }, differs, draft);
    if (differs.length === 0) return draft;
    await this.db.query(
      `update public_text set sv = coalesce($2, sv), en = coalesce($3, en), changed_at = clock_timestamp(), version = version + 1 where id = $1`,
      [draft.id, sent.sv ?? null, sent.en ?? null],
    );
    return this.told(draft.id, 'public-text.written', differs);
  }

  /** It lies in the trash. */
  async discard(countyCode: string, piece: PublicPiece): Promise<void> {
    const draft = await this.waiting(countyCode, piece, 'edit');
    await this.db.query('select public_text_discard($1)', [draft.id]);
    await this.ledger.audited('public-text.discarded', 'public', draft.id);
  }

  /** A draft from the trash, while no other of the same piece has been begun. */
  async putBack(id: string): Promise<PublicTextVersion> {
    const lies = await this.db.one<{ back: string | null }>('select public_text_put_back($1) as back', [id]);
    if (lies?.back && lies.back !== 'back') throw conflict(lies.back);
    const draft = lies?.back ? await this.query.one(id) : undefined;
    if (!draft) throw notFound();
    await this.ledger.audited('public-text.put-back', 'public', id);
    return draft;
  }

  /** Shows the draft at once, or from a moment to come; it is changed no more once it is shown. */
  async publish(
    countyCode: string,
    piece: PublicPiece,
    version: number,
    at: string | null,
  ): Promise<PublicTextVersion> {
    const draft = await this.waiting(countyCode, piece, 'publish');
    // Only what its publisher has read is published.
    if (draft.version !== version) throw conflict('stale-version');
    const ahead = at === null ? null : Date.parse(at) - Date.now();
    if (ahead !== null && (ahead <= 0 || ahead > yearMs)) throw badInput([{ path: 'at', code: 'field.out-of-range' }]);
    await this.db.query(
      `update public_text set shown_from = coalesce($2::timestamptz, clock_timestamp()), published_by = function_of_member(ctx_user(), ctx_org()),
         changed_at = clock_timestamp(), version = version + 1 where id = $1`,
      [draft.id, at],
    );
    return this.told(draft.id, at === null ? 'public-text.published' : 'public-text.scheduled', ['shownFrom']);
  }

  /** What was to be shown later is a draft again. */
  async withdraw(countyCode: string, piece: PublicPiece): Promise<PublicTextVersion> {
    const planned = await this.waiting(countyCode, piece, 'withdraw');
    await this.db.query(
      'update public_text set shown_from = null, published_by = null, changed_at = clock_timestamp(), version = version + 1 where id = $1',
      [planned.id],
    );
    return this.told(planned.id, 'public-text.unscheduled', ['shownFrom']);
  }

  /** Shows an earlier wording again, at once: as a new version, so that nothing that stood there is lost. */
  async restore(id: string): Promise<PublicTextVersion> {
    const earlier = await this.query.one(id);
    if (!earlier || !['shown', 'past'].includes(earlier.state)) throw notFound();
    this.mine(earlier.countyCode);
    return this.show(earlier.countyCode, earlier.piece, earlier);
  }

  /** The national text stands there again. */
  toNational(countyCode: string, piece: PublicPiece): Promise<PublicTextVersion> {
    this.mine(countyCode);
    return this.show(countyCode, piece, { sv: '', en: '' });
  }

  private async show(
    countyCode: string,
    piece: PublicPiece,
    { sv, en }: { sv: string; en: string },
  ): Promise<PublicTextVersion> {
    await this.alone(countyCode, piece);
    const made = await this.db.one<{ id: string }>(
      `insert into public_text (county_code, piece, sv, en, shown_from, published_by)
       values ($1, $2, $3, $4, clock_timestamp(), function_of_member(ctx_user(), ctx_org())) returning id`,
      [countyCode, piece, sv, en],
    );
    return this.told(made?.id ?? '', 'public-text.restored', ['shownFrom']);
  }

  private async begin(countyCode: string, piece: PublicPiece, sent: PublicTextChange): Promise<PublicTextVersion> {
    // It begins as what stands there now: whoever changes one language leaves the other as it reads.
    const { shown, national } = await this.pieceOf(countyCode, piece);
    const stands = shown ?? national;
    const made = await this.db.one<{ id: string }>(
      'insert into public_text (county_code, piece, sv, en) values ($1, $2, $3, $4) returning id',
      [countyCode, piece, sent.sv ?? stands.sv, sent.en ?? stands.en],
    );
    return this.told(made?.id ?? '', 'public-text.written', ['created']);
  }

  private async pieceOf(countyCode: string, piece: PublicPiece): Promise<PublicText> {
    const found = (await this.list(countyCode)).items.find((one) => one.piece === piece);
    if (!found) throw notFound();
    return found;
  }

  /** What waits, when this may be done with it: held until it is done. */
  private async waiting(
    countyCode: string,
    piece: PublicPiece,
    verb: 'edit' | 'publish' | 'withdraw',
  ): Promise<PublicTextVersion> {
    this.mine(countyCode);
    await this.alone(countyCode, piece);
    const text = await this.query.pending(countyCode, piece);
    if (!text) throw notFound();
    if (!publicTextsPolicy.can(verb, currentActor(), text))
      throw conflict(text.state === 'draft' ? 'public-text.not-scheduled' : 'public-text.scheduled');
    return text;
  }

  /** Another county's texts are not there for her. */
  private mine(countyCode: string): void {
    if (!publicTextsPolicy.can('read', currentActor(), { countyCode, state: 'draft' })) throw notFound();
  }

  /** One at a time: two who begin a draft at once must not each have their own. */
  private async alone(countyCode: string, piece: PublicPiece): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('public.text.' || $1::text || $2::text))`, [
      countyCode,
      piece,
    ]);
  }

  private async told(id: string, verb: string, fields: readonly string[]): Promise<PublicTextVersion> {
    const text = await this.query.one(id);
    if (!text) throw notFound();
    const visibility = text.state === 'shown' ? ('public' as const) : ('own' as const);
    await this.ledger.changed(
      { area: 'public', objectId: id, visibility },
      text.version,
      fields.map((field) => ({ field, before: null, after: null })),
    );
    await this.ledger.audited(verb, 'public', id);
    return text;
  }
}

const addressOf = (piece: PublicPiece, slug: string): string => {
  const to = addresses('sv');
  if (isPublicPage(piece)) return to.text(piece, slug);
  return piece === 'publications' || piece === 'calendar' ? to[piece](slug) : to.county(slug);
};

function refuseUnsafe(sent: PublicTextChange): void {
  const unsafe = (['sv', 'en'] as const).filter((field) => unsafeLinks(sent[field] ?? '').length > 0);
  if (unsafe.length > 0) throw badInput(unsafe.map((path) => ({ path, code: 'public-text.link-unsafe' })));
}
