import { Injectable } from '@nestjs/common';
import type { Publication, PublicationSummary } from '@samverkan/publications/contract';
import { Db } from '@samverkan/shared/api';
import { PublicationsQuery } from './publications.query';

/** A publication as it stands for anybody: nothing of who may do what with it, and whom to write to where that is public too. */
export interface OpenPublication extends Omit<Publication, 'allowed' | 'named'> {
  mailbox: string | null;
}

const mostOnAPage = 100;

/** Where its text is read: a page elsewhere, or a file here. */
export interface FullText {
  link: string | null;
  fileId: string | null;
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

  /** Where the texts of some are read; by their ids. */
  async fullTexts(ids: readonly string[]): Promise<Map<string, FullText>> {
    const rows = await this.db.query<FullText & { id: string }>(
      `select p.id, (select l.address from publication_link l where l.publication_id = p.id order by l.sort limit 1) as link,
         (select f.id from publication_file f join stored_file s on s.id = f.id where f.publication_id = p.id and f.removed_at is null order by f.id limit 1) as "fileId"
       from publication p where p.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, ...text }) => [id, text]));
  }

  /** A hundred of a county's, the newest first; with words those that hold them. */
  async ofCounty(
    countyCode: string,
    q: string,
    page: number,
  ): Promise<{ items: PublicationSummary[]; page: number; pages: number }> {
    const { items, total } = await this.query.page({
      page,
      size: mostOnAPage,
      sort: 'match',
      order: 'desc',
      county: [countyCode],
      status: ['published'],
      ...(q ? { q } : {}),
    });
    return { items: items.filter(isOpen), page, pages: Math.max(Math.ceil(total / mostOnAPage), 1) };
  }

  /** A hundred of a county's, or of all, each whole, the latest change first: for whoever takes them as data. Of their functions nothing is told here. */
  async whole(countyCode: string | null, page: number): Promise<{ items: OpenPublication[]; more: boolean }> {
    const rows = await this.query.whole({
      page,
      size: mostOnAPage,
      sort: 'changed',
      order: 'desc',
      status: ['published'],
      ...(countyCode ? { county: [countyCode] } : {}),
    });
    const items = rows.filter(isOpen).map((one) => ({ ...one, function: null, mailbox: null }));
    return { items, more: rows.length === mostOnAPage };
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
