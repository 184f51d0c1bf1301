import { Injectable } from '@nestjs/common';
import type { Publication, PublicationSummary } from '@samverkan/publications/contract';
import { Db } from '@samverkan/shared/api';
import { PublicationsQuery } from './publications.query';

/** A publication as it stands for anybody: nothing of who may do what with it, and whom to write to where that is public too. */
export interface OpenPublication extends Omit<Publication, 'allowed'> {
  mailbox: string | null;
}

const isOpen = ({ visibility, status }: Pick<PublicationSummary, 'visibility' | 'status'>) =>
  visibility === 'public' && status !== 'draft';

/**
 * Publications for who has not signed in. Asked outside a request's scope there is nobody in the context, and row-level security gives what is
 * public and nothing else; what is not public to somebody who has signed in besides is left out here as well.
 */
@Injectable()
export class OpenPublications {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
  ) {}

  /** What the county shows first, in its order. */
  async selected(countyCode: string): Promise<PublicationSummary[]> {
    return (await this.query.selected(countyCode)).filter(isOpen);
  }

  /** All of a county's, the newest first, at most a hundred; with words those that hold them. */
  async ofCounty(countyCode: string, q: string): Promise<PublicationSummary[]> {
    const { items } = await this.query.page({
      page: 1,
      size: 100,
      sort: 'match',
      order: 'desc',
      county: [countyCode],
      status: ['published'],
      ...(q ? { q } : {}),
    });
    return items.filter(isOpen);
  }

  /** Undefined when it is not there, or not public. */
  async read(id: string): Promise<OpenPublication | undefined> {
    const row = await this.query.one(id);
    if (!row || row.removedAt || !isOpen(row.content)) return undefined;
    const ask = row.content.function
      ? await this.db.one<{ mailbox: string | null }>(
          'select mailbox from contact_function where id = $1 and visibility = 4 and retired_on is null',
          [row.content.function.id],
        )
      : undefined;
    return { ...row.content, function: ask ? row.content.function : null, mailbox: ask?.mailbox ?? null };
  }

  /** The name of a file that anybody may fetch. */
  async fileName(fileId: string): Promise<string | undefined> {
    const file = await this.db.one<{ title: string; publicationId: string }>(
      'select f.title, f.publication_id as "publicationId" from publication_file f join stored_file s on s.id = f.id where f.id = $1 and f.removed_at is null',
      [fileId],
    );
    return file && (await this.read(file.publicationId)) ? file.title : undefined;
  }
}
