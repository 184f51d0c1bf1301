// The letter to print: tagged, so that it can be read aloud too.
import PDFDocument from 'pdfkit';
import type { BundleLetter } from './bundle-letter';

/** Signs that the standard fonts of every reader have; others would come out as nothing. */
const written = (text: string): string =>
  text.replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\n]/g, '?');

export function bundlePdf(letter: BundleLetter): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 72,
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: letter.title, Author: letter.sender, Creator: 'Samverkan' },
  });
  const bytes: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => bytes.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(bytes)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const put = (tag: string, font: string, size: number, text: string, gap = 0.6) => {
    const piece = pdf.struct(tag, {}, [() => pdf.font(font).fontSize(size).text(written(text))]);
    root.add(piece);
    pdf.moveDown(gap);
  };
  const facts: [string, string][] = [
    ['Från', letter.sender],
    ['Till', letter.recipient],
    ['Datum', letter.day],
    ['Diarienummer', letter.diarienummer],
    ['Vår beteckning', letter.reference],
  ];
  for (const [name, text] of facts) if (text) put('P', 'Helvetica', 10.5, `${name}: ${text}`, 0.15);
  pdf.moveDown(1.2);
  put('H1', 'Helvetica-Bold', 17, letter.title, 0.8);
  for (const text of letter.paragraphs) put('P', 'Helvetica', 11, text);
  if (letter.originals.length > 0) {
    put('H2', 'Helvetica-Bold', 13, 'Frågorna som de ställdes', 0.4);
    for (const text of letter.originals) put('P', 'Helvetica', 11, `\u2022 ${text}`, 0.3);
    pdf.moveDown(0.6);
  }
  for (const text of letter.closing) put('P', 'Helvetica', 11, text);
  put('P', 'Helvetica', 11, letter.sender);
  root.end();
  pdf.end();
  return done;
}
