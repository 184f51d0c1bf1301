import { Injectable } from '@nestjs/common';
import type { FormatRequestInput, FormatRequests } from '@samverkan/publications/contract';
import { Db, Ledger, moment, notFound } from '@samverkan/shared/api';
import { party } from './publication.sql';
import { PublicationsService } from './publications.service';

const ours = `exists (select from publication p where p.id = r.publication_id and (select ctx_org()) = any (p.owner_ids)
  and (select ctx_role()) in ('county_staff', 'county_admin'))`;

/** A publication in a format that can be read with aids: asked for by whoever reads it, answered by those who own it. */
@Injectable()
export class FormatRequestsService {
  constructor(
    private readonly db: Db,
    private readonly publications: PublicationsService,
    private readonly ledger: Ledger,
  ) {}

  async list(publicationId: string): Promise<FormatRequests> {
    await this.publications.read(publicationId);
    const rows = await this.db.query<{ item: FormatRequests['items'][number] }>(
      `select json_build_object('id', r.id, 'format', r.format, 'replyTo', case when ${ours} then r.reply_to end, 'organization', ${party('o')},
          'receivedAt', ${moment('r.received_at')}, 'answeredAt', ${moment('r.answered_at')}, 'answerable', r.answered_at is null and ${ours}) as item
        from publication_request r join organization o on o.id = r.organization_id where r.publication_id = $1
        order by r.answered_at is not null, r.received_at desc limit 100`,
      [publicationId],
    );
    return { items: rows.map(({ item }) => item) };
  }

  async ask(publicationId: string, { format, replyTo }: FormatRequestInput): Promise<FormatRequests> {
    await this.publications.read(publicationId);
    await this.db.query('insert into publication_request (publication_id, format, reply_to) values ($1, $2, $3)', [
      publicationId,
      format,
      replyTo,
    ]);
    await this.ledger.audited('publication.format-asked', 'publications', publicationId);
    return this.list(publicationId);
  }

  /** It has been answered: the address is not needed any more, and is gone at once. */
  async answer(id: string): Promise<FormatRequests> {
    const [row] = await this.db.query<{ of: string }>(
      'update publication_request set answered_at = coalesce(answered_at, clock_timestamp()), reply_to = null where id = $1 returning publication_id as of',
      [id],
    );
    if (!row) throw notFound();
    await this.ledger.audited('publication.format-answered', 'publications', row.of);
    return this.list(row.of);
  }
}
