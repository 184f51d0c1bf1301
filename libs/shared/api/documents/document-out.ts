// A text document out as docx.
import { type Document, Packer } from 'docx';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const piece = 64 * 1024;

/**
 * Sends the document in pieces; `name` is without its ending. It is put together first, so that what fails is answered as everywhere else; one that breaks off
 * on its way breaks the connection, so that nobody takes half of it for the whole.
 */
export async function sendDocument(response: Response, name: string, document: Document): Promise<void> {
  const bytes = await Packer.toBuffer(document);
  response.setHeader('Content-Type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  response.setHeader('Content-Length', bytes.length);
  response.setHeader('Content-Disposition', `attachment; filename="${name}.docx"`);
  await pipeline(Readable.from(pieces(bytes)), response).catch(() => response.destroy());
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
