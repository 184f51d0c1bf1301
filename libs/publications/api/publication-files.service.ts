import { Injectable } from '@nestjs/common';
import type {
  Publication,
  PublicationConcern,
  PublicationFileChange,
  PublicationFileInput,
} from '@samverkan/publications/contract';
import {
  Db,
  FileStore,
  badInput,
  conflict,
  currentActor,
  findingsIn,
  notFound,
  readUpload,
} from '@samverkan/shared/api';
import { type ProblemIssue, checkFileName } from '@samverkan/shared/contract';
import { PublicationTraces } from './publication-traces';
import { publicationsPolicy } from './publications.policy';
import { type PublicationRow, PublicationsQuery } from './publications.query';
import { PublicationsService } from './publications.service';

const mostFiles = 20;

interface FileRow {
  id: string;
  publicationId: string;
  title: string;
  removedAt: string | null;
  version: number;
}

/** The files of a publication: what comes is not to be trusted until it has been read apart. */
@Injectable()
export class PublicationFiles {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
    private readonly publications: PublicationsService,
    private readonly traces: PublicationTraces,
    private readonly files: FileStore,
  ) {}

  /** Refuses with a code what is no file that is taken, and what the guard stops in its name or its text; what it asks about is added once that is `accepted`. */
  async add(
    id: string,
    { name, language, accessibility, accepted }: PublicationFileInput,
    body: unknown,
  ): Promise<Publication> {
    const seen = await this.query.row(id);
    if (!seen || seen.removedAt) throw notFound();
    publicationsPolicy.require('edit', currentActor(), seen);
    const unfit = checkFileName(name).find(({ grade }) => grade !== 'hint');
    if (unfit) throw badInput([{ path: 'name', code: unfit.code }]);
    const file = await readUpload(body);
    const findings = await findingsIn(file.pages);
    const stops = findings.filter(({ grade }) => grade === 'stop');
    if (stops.length > 0) throw badInput(stops.map(({ page, code }) => ({ path: `file.pages.${page}`, code })));
    const concerns: ProblemIssue[] = [
      ...(file.author ? [{ path: 'accepted.author', code: 'file.names-its-author' }] : []),
      ...(file.type === 'pdf' && file.pages.every((text) => text.trim() === '')
        ? [{ path: 'accepted.unread', code: 'file.has-no-text' }]
        : []),
      ...findings.map(({ page, code }) => ({ path: `accepted.numbers.${page}`, code })),
    ];
    const agreed = new Set<string>(accepted.split(',') as PublicationConcern[]);
    const open = concerns.filter(({ path }) => !agreed.has(path.split('.')[1] ?? ''));
    if (open.length > 0) throw badInput(open);
    const row = await this.traces.row(id, 'edit');
    const count = await this.db.one<{ n: number }>(
      'select count(*)::int as n from publication_file where publication_id = $1 and removed_at is null',
      [id],
    );
    if ((count?.n ?? 0) >= mostFiles) throw conflict('publication.too-many-files');
    const made = await this.db.one<{ id: string }>(
      'insert into publication_file (publication_id, title, language, accessibility) values ($1, $2, $3, $4) returning id',
      [id, withEnding(name, file.type), language, accessibility],
    );
    await this.files.keep(made?.id ?? '', file);
    return this.told(row, 'fileAdded', true);
  }

  /** Its language, and whether it can be read with aids. */
  async change(fileId: string, { language, accessibility }: PublicationFileChange): Promise<Publication> {
    const { file, row } = await this.held(fileId);
    if (file.removedAt) throw notFound();
    await this.db.query(
      'update publication_file set language = $2, accessibility = $3, version = version + 1 where id = $1',
      [fileId, language, accessibility],
    );
    return this.told(row, 'fileChanged', accessibility);
  }

  /** Takes it away; for thirty days it can be put back. */
  async takeAway(fileId: string): Promise<Publication> {
    const { file, row } = await this.held(fileId);
    if (file.removedAt) throw notFound();
    return this.move(file, row, 'now()');
  }

  async putBack(fileId: string): Promise<Publication> {
    const { file, row } = await this.held(fileId);
    return file.removedAt ? this.move(file, row, 'null') : this.publications.read(row.id);
  }

  /** The name of a file that stands, for whoever reads its publication. */
  async nameOf(fileId: string): Promise<string> {
    const file = await this.one(fileId);
    await this.publications.read(file.publicationId);
    if (file.removedAt) throw notFound();
    return file.title;
  }

  private async move(file: FileRow, row: PublicationRow, removedAt: 'now()' | 'null'): Promise<Publication> {
    const changed = await this.db.query(
      `update publication_file set removed_at = ${removedAt}, version = version + 1 where id = $1 and version = $2 returning id`,
      [file.id, file.version],
    );
    if (changed.length === 0) throw conflict('stale-version');
    return this.told(row, removedAt === 'null' ? 'fileAdded' : 'fileTakenAway', true);
  }

  private async held(fileId: string): Promise<{ file: FileRow; row: PublicationRow }> {
    const file = await this.one(fileId);
    return { file, row: await this.traces.row(file.publicationId, 'edit') };
  }

  private async one(fileId: string): Promise<FileRow> {
    const file = await this.db.one<FileRow>(
      `select id, publication_id as "publicationId", title, removed_at as "removedAt", version from publication_file where id = $1`,
      [fileId],
    );
    if (!file) throw notFound();
    return file;
  }

  private async told(row: PublicationRow, field: string, after: unknown): Promise<Publication> {
    await this.traces.write(row, '', [], 'publication.changed', [{ field, before: null, after }]);
    return this.publications.read(row.id);
  }
}

/** What a file is called follows what it is: one that only said that it was a picture gets its own ending. */
const withEnding = (name: string, type: string): string => {
  const ending = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  const isRight = ending === type || (type === 'jpg' && ending === 'jpeg');
  return isRight ? name : `${name.slice(0, 155)}.${type}`;
};
