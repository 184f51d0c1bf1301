// What a file is, by what is in it, and the text in it. A program of its own: what somebody uploads can end it and nothing else.
// Arguments: the file, and a folder for `report.json` and, of a picture, `clean` (drawn anew: nothing but the picture is left of it).
import { fileTypeFromBuffer } from 'file-type';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesInZip } from '../sheets/unzip-bounds.ts';
import type { FileReport } from './file-report';

const mostUnzipped = 100 * 1024 * 1024;
const mostPages = 2000;
const mostText = 5_000_000;
const mostPixels = 60_000_000;
const widest = 2560;

class Fault extends Error {}

const [from = '', to = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(from));

const bounded = (pages: string[]): string[] => {
  if (pages.length > mostPages) throw new Fault('file.too-complex');
  if (pages.reduce((sum, page) => sum + page.length, 0) > mostText) throw new Fault('file.too-complex');
  // PostgreSQL keeps no NUL.
  return pages.map((page) => page.replaceAll('\u0000', ''));
};

async function pdf(): Promise<FileReport> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  try {
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    if (document.numPages > mostPages) throw new Fault('file.too-complex');
    if (await document.hasJSActions()) throw new Fault('file.has-macros');
    const { info } = await getMeta(document);
    const { text } = await extractText(document, { mergePages: false });
    return { type: 'pdf', pages: bounded(text), author: nameIn(info['Author']) };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Fault('file.locked');
    throw error;
  }
}

/** Office's files are zips of XML; what may run is not taken. */
async function office(type: 'docx' | 'xlsx'): Promise<FileReport> {
  const names = namesInZip(bytes, mostUnzipped);
  if (!names) throw new Fault('file.too-complex');
  if (names.some((name) => name.startsWith('/') || name.split(/[\\/]/).includes('..')))
    throw new Fault('file.unreadable');
  if (names.some((name) => /vbaProject|\/activeX\/|\/embeddings\//i.test(name))) throw new Fault('file.has-macros');
  const pages = type === 'docx' ? [await documentText()] : await sheetTexts();
  return { type, pages: bounded(pages), author: await officeAuthor() };
}

async function documentText(): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

async function sheetTexts(): Promise<string[]> {
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(Buffer.from(bytes));
  return sheets.map(({ data }) =>
    data.map((row) => row.map((cell) => (cell === null ? '' : String(cell as string | number))).join('\t')).join('\n'),
  );
}

/** Who the file itself says has written it, by Office's own properties. */
async function officeAuthor(): Promise<string | null> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const core = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/core.xml' })['docProps/core.xml'];
  if (!core) return null;
  const xml = strFromU8(core);
  const said = /<dc:creator>([^<]*)</.exec(xml)?.[1] ?? '';
  return nameIn(said) ?? nameIn(/<cp:lastModifiedBy>([^<]*)</.exec(xml)?.[1] ?? '');
}

async function picture(type: 'png' | 'jpg' | 'webp'): Promise<FileReport> {
  const { Transformer } = await import('@napi-rs/image');
  const image = new Transformer(bytes);
  const { width, height } = await image.metadata();
  if (width * height > mostPixels) throw new Fault('file.too-complex');
  image.rotate();
  if (Math.max(width, height) > widest) image.resize(widest, widest);
  const drawn = await (type === 'jpg' ? image.jpeg(85) : type === 'png' ? image.png() : image.webp(85));
  await writeFile(join(to, 'clean'), drawn);
  return { type, pages: [], author: null };
}

/** A program's own name is no author. */
function nameIn(value: unknown): string | null {
  const name = typeof value === 'string' ? value.replaceAll('\u0000', '').trim().slice(0, 120) : '';
  return name === '' || /^(microsoft|adobe|python|libreoffice|openpyxl|user|admin|unknown|författare)/i.test(name)
    ? null
    : name;
}

async function read(): Promise<FileReport | { fault: string }> {
  try {
    const found = (await fileTypeFromBuffer(bytes))?.ext;
    switch (found) {
      case 'pdf':
        return await pdf();
      case 'docx':
      case 'xlsx':
        return await office(found);
      case 'png':
      case 'jpg':
      case 'webp':
        return await picture(found);
      case 'cfb':
        return { fault: 'file.old-format' };
      case 'docm':
      case 'xlsm':
        return { fault: 'file.has-macros' };
      default:
        return { fault: 'file.not-taken' };
    }
  } catch (error) {
    return { fault: error instanceof Fault ? error.message : 'file.unreadable' };
  }
}

await writeFile(join(to, 'report.json'), JSON.stringify(await read()));
process.exit(0);
