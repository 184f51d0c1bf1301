// Files in PostgreSQL, in pieces: one backup holds all, and what is in memory does not grow with the file.
import type { FileType } from '@samverkan/shared/contract';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Db } from '../db/db';
import { notFound } from '../http/problems';
import type { ReadFile } from './file-reading';

const piece = 256 * 1024;

const types: Record<FileType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

@Injectable()
export class FileStore {
  constructor(private readonly db: Db) {}

  /** Keeps the file of the thing `id`, which stands already; in the running transaction. */
  async keep(id: string, { type, bytes, pages }: ReadFile): Promise<void> {
    const counted = type === 'pdf' || type === 'xlsx' ? pages.length : null;
    await this.db.query('insert into stored_file (id, type, size, pages, sha256) values ($1, $2, $3, $4, $5)', [
      id,
      type,
      bytes.length,
      counted,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    for (let at = 0; at * piece < bytes.length; at++)
      await this.db.query('insert into stored_file_chunk (file_id, at, bytes) values ($1, $2, $3)', [
        id,
        at,
        Buffer.from(bytes.subarray(at * piece, (at + 1) * piece)),
      ]);
    if (pages.length > 0)
      await this.db.query(
        'insert into stored_file_page (file_id, page, words) select $1, n, w from unnest($2::text[]) with ordinality p (w, n)',
        [id, pages],
      );
  }

  /** Sends the file under this name, always to be saved and never to be run; 404 where the reader may not see it. */
  async send(response: Response, id: string, name: string): Promise<void> {
    const file = await this.db.one<{ type: FileType; size: number; sha256: string }>(
      'select type, size, sha256 from stored_file where id = $1',
      [id],
    );
    if (!file) throw notFound();
    response.attachment(name);
    response.setHeader('Content-Type', types[file.type]);
    response.setHeader('Content-Length', file.size);
    response.setHeader('ETag', `"${file.sha256}"`);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    await pipeline(Readable.from(this.pieces(id)), response).catch(() => response.destroy());
  }

  /** Each piece is read under the reader's rights: they may end while it is sent. */
  private async *pieces(id: string): AsyncGenerator<Buffer> {
    for (let at = 0; ; at++) {
      const row = await this.db.one<{ bytes: Buffer }>(
        'select bytes from stored_file_chunk where file_id = $1 and at = $2',
        [id, at],
      );
      if (!row) return;
      yield row.bytes;
    }
  }
}
