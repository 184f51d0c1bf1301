// Real PDF files for the demo county, made as it is seeded: text in lines, or pages that are pictures alone as when they are scanned.
import { deflateSync } from 'node:zlib';

const size = '[0 0 595 842]';
const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');
const stream = (head: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${head} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);

/** A page of text: the first line is its heading. */
const drawn = ([heading = '', ...lines]: readonly string[]): string =>
  [
    `BT /F2 15 Tf 72 770 Td (${escaped(heading)}) Tj ET`,
    ...lines.map((line, at) => `BT /F1 11 Tf 72 ${740 - at * 16} Td (${escaped(line)}) Tj ET`),
  ].join('\n');

/** Grey stripes where the lines of a page have been: nothing in it can be read. */
function scanned(seed: number): Buffer {
  const [width, height] = [120, 170];
  const pixels = Buffer.alloc(width * height, 244);
  for (let y = 16; y < height - 12; y += 5)
    for (let x = 12; x < width - 12 - ((y * 7 + seed * 13) % 40); x++)
      if ((x * 31 + y * 17 + seed * 7) % 5 > 0) pixels[y * width + x] = 70 + ((x * y + seed) % 60);
  return deflateSync(pixels);
}

/** PDF 1.4 with a title and its language. Without lines a page is a picture. */
export function demoPdf(title: string, pages: readonly (readonly string[])[]): Buffer {
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>'),
    Buffer.from(
      `<< /Type /Pages /Kids [${pages.map((_, at) => `${6 + at * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ),
    ...['Helvetica', 'Helvetica-Bold'].map((font) =>
      Buffer.from(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
    ),
    Buffer.from(`<< /Title (${escaped(title)}) /Producer (Samverkan) >>`, 'latin1'),
  ];
  for (const [at, lines] of pages.entries()) {
    const first = 6 + at * 3;
    const isPicture = lines.length === 0;
    const resources = isPicture ? `/XObject << /P ${first + 2} 0 R >>` : '/Font << /F1 3 0 R /F2 4 0 R >>';
    const content = isPicture ? 'q 595 0 0 842 0 0 cm /P Do Q' : drawn(lines);
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox ${size} /Contents ${first + 1} 0 R /Resources << ${resources} >> >>`,
      ),
      stream('', deflateSync(Buffer.from(content, 'latin1'))),
      isPicture
        ? stream(
            '/Type /XObject /Subtype /Image /Width 120 /Height 170 /ColorSpace /DeviceGray /BitsPerComponent 8',
            scanned(at),
          )
        : Buffer.from('null'),
    );
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = 9;
  for (const [at, object] of objects.entries()) {
    places.push(length);
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
