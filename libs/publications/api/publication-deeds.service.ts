import { Injectable } from '@nestjs/common';
import type { Publication, PublicationVisibility } from '@samverkan/publications/contract';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { PublicationReferences } from './publication-references';
import { PublicationTraces } from './publication-traces';
import { publicationsPolicy } from './publications.policy';
import { PublicationsQuery } from './publications.query';
import { PublicationsService } from './publications.service';

/** What is done with a publication by a verb: each is its own step, told of and taken back by its own. */
@Injectable()
export class PublicationDeeds {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
    private readonly publications: PublicationsService,
    private readonly references: PublicationReferences,
    private readonly traces: PublicationTraces,
    private readonly ledger: Ledger,
  ) {}

  /** Published, also again after it was withdrawn; from now on it is shown as widely as it says. */
  async publish(id: string): Promise<Publication> {
    const row = await this.traces.row(id, 'publish');
    await this.references.refusePublished(row);
    await this.traces.write(
      row,
      `status = 'published', withdrawn_motive = null, published_on = coalesce(published_on, today())`,
      [],
      'publication.published',
      [{ field: 'status', before: row.status, after: 'published' }],
    );
    return this.publications.read(id);
  }

  /** Withdrawn stays readable, and says why it no longer stands. */
  async withdraw(id: string, motive: string): Promise<Publication> {
    const row = await this.traces.row(id, 'withdraw');
    await this.traces.write(row, `status = 'withdrawn', withdrawn_motive = $3`, [motive], 'publication.withdrawn', [
      { field: 'status', before: row.status, after: 'withdrawn' },
    ]);
    return this.publications.read(id);
  }

  /** Back to a draft: what was published by mistake, before anything builds on it. */
  async unpublish(id: string): Promise<Publication> {
    const row = await this.traces.row(id, 'withdraw');
    const built = await this.db.one(
      'select id from publication where $1 = any (supersedes_ids) and removed_at is null',
      [id],
    );
    if (built) throw conflict('publication.is-superseded');
    await this.traces.write(row, `status = 'draft', published_on = null`, [], 'publication.changed', [
      { field: 'status', before: row.status, after: 'draft' },
    ]);
    return this.publications.read(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: PublicationVisibility): Promise<Publication> {
    const row = await this.traces.row(id, 'changeVisibility');
    const level = visibilityLevel(visibility);
    if (level === row.visibility) return this.publications.read(id);
    const kind = level > row.visibility ? 'publication.widened' : 'publication.narrowed';
    const told = [{ field: 'visibility', before: visibilityAt(row.visibility), after: visibility }];
    await this.traces.write(row, 'visibility = $3', [level], kind, told, visibility);
    return this.publications.read(id);
  }

  /** Looked over today; the day to look again is ahead. */
  async review(id: string, reviewOn: string): Promise<Publication> {
    const row = await this.traces.row(id, 'edit');
    const day = await this.db.one<{ ahead: boolean }>('select $1::date > today() as ahead', [reviewOn]);
    if (!day?.ahead) throw badInput([{ path: 'reviewOn', code: 'field.in-the-past' }]);
    await this.traces.write(row, 'reviewed_on = today(), review_on = $3', [reviewOn], 'publication.reviewed', [
      { field: 'reviewed', before: null, after: reviewOn },
    ]);
    return this.publications.read(id);
  }

  /** The acting board has seen that another has named it an owner. */
  async see(id: string): Promise<Publication> {
    const row = await this.traces.row(id, 'edit');
    const seen = await this.db.one<{ seen: boolean }>('select publication_owning_seen($1) as seen', [row.id]);
    if (seen?.seen) await this.ledger.audited('publication.owner-seen', 'publications', id);
    return this.publications.read(id);
  }

  /** The acting board owns it no longer; the others do, and they alone learn of it. */
  async leave(id: string): Promise<void> {
    await this.traces.row(id, 'leave');
    await this.said('select publication_leave($1) as said', id);
    await this.ledger.audited('publication.left', 'publications', id);
  }

  /** It had not meant to leave: for a day it comes back as it was. */
  async comeBack(id: string): Promise<Publication> {
    const left = await this.db.one(
      'select from publication_owning where publication_id = $1 and organization_id = ctx_org()',
      [id],
    );
    if (!left) throw notFound();
    await this.said('select publication_leave_undo($1) as said', id);
    await this.ledger.audited('publication.came-back', 'publications', id);
    return this.publications.read(id);
  }

  private async said(deed: string, id: string): Promise<void> {
    const result = await this.db.one<{ said: string }>(deed, [id]);
    if (result?.said !== 'done') throw conflict(result?.said ?? 'publication.owns-already');
  }

  /** Takes a draft away; for thirty days it can be put back. */
  async discard(id: string, seen?: number): Promise<void> {
    const row = await this.traces.row(id, 'discard');
    if (seen !== undefined && seen !== row.version)
      throw conflict('stale-version', { version: row.version, fields: {} });
    await this.traces.write(row, 'removed_at = now()', [], 'publication.discarded', [
      { field: 'removed', before: false, after: true },
    ]);
    await this.traces.gone(row);
  }

  async restore(id: string): Promise<Publication> {
    const row = await this.query.row(id);
    if (!row) throw notFound();
    publicationsPolicy.require('discard', currentActor(), row);
    if (!row.removedAt) return this.publications.read(id);
    await this.traces.write(row, 'removed_at = null', [], 'publication.restored', [
      { field: 'removed', before: true, after: false },
    ]);
    return this.publications.read(id);
  }
}
