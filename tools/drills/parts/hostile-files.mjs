// Files that somebody might send to break or to deceive whoever reads them, each with what it pretends to be.
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const document = (body, head = '') =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const word = (text, others = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': strToU8(relations),
      'word/document.xml': strToU8(text),
      ...others,
    }),
  );
const paragraph = '<w:p><w:r><w:t>Text</w:t></w:r></w:p>';

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${[...'bcdefghijk'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`).join('')}]>`;
const outside = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

const pdf = (rest) => Buffer.from(`%PDF-1.7\n${rest}\n%%EOF`, 'latin1');
const tree = (kids) =>
  pdf(
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count 9 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>`,
  );

/** A picture that says that it is a hundred thousand pixels each way. */
function widePng() {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  return bytes;
}

const behind = (head, length = 4000) => Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(length)]);
const page = '<html><script>fetch("/api/session")</script></html>';

/** Each `make` gives another file of its kind. */
export const hostileKinds = [
  {
    name: 'bomb.docx',
    make: () => word(document(paragraph), { 'word/media/a.bin': new Uint8Array(160 * 1024 * 1024) }),
  },
  {
    name: 'många.docx',
    make: () =>
      word(
        document(paragraph),
        Object.fromEntries(Array.from({ length: 800 }, (_, n) => [`word/x${n}.xml`, new Uint8Array(1)])),
      ),
  },
  { name: 'makro.docx', make: () => word(document(paragraph), { 'word/vbaProject.bin': randomBytes(400) }) },
  { name: 'skratt.docx', make: () => word(document('<w:p><w:r><w:t>&k;</w:t></w:r></w:p>', laughs)) },
  { name: 'utifrån.docx', make: () => word(document('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', outside)) },
  { name: 'djup.docx', make: () => word(document('<w:p>'.repeat(20_000))) },
  {
    name: 'väg.docx',
    make: () => word(document(paragraph), { '../../../etc/cron.d/x': strToU8('* * * * * root true') }),
  },
  { name: 'halv.docx', make: () => word(document(paragraph)).subarray(0, 300) },
  { name: 'ring.pdf', make: () => tree('2 0 R') },
  { name: 'bred.pdf', make: () => tree('2 0 R '.repeat(50_000)) },
  { name: 'tom.pdf', make: () => pdf('') },
  { name: 'brus.pdf', make: () => behind('%PDF-1.7\n') },
  { name: 'djup.pdf', make: () => pdf(`1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer\n<< /Root 1 0 R >>`) },
  {
    name: 'skript.pdf',
    make: () =>
      pdf(
        '1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>',
      ),
  },
  { name: 'vid.png', make: widePng },
  { name: 'brus.png', make: () => behind('\x89PNG\r\n\x1a\n') },
  { name: 'brus.jpg', make: () => behind('\xff\xd8\xff\xe0') },
  { name: 'brus.webp', make: () => behind('RIFF\x00\x10\x00\x00WEBPVP8 ') },
  { name: 'sida.pdf', make: () => Buffer.from(page) },
  { name: 'bild.png', make: () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`) },
  { name: 'program.pdf', make: () => behind('MZ\x90\x00') },
  { name: 'elf.pdf', make: () => behind('\x7fELF\x02\x01\x01') },
  { name: 'gammal.doc', make: () => behind('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  {
    name: 'både-och.pdf',
    make: () => Buffer.concat([Buffer.from('GIF89a'), word(document(paragraph)), Buffer.from(page)]),
  },
  { name: 'brus.xlsx', make: () => behind('PK\x03\x04') },
];

/** Names that lead out of a folder, break a header, or look like another ending. */
export const hostileNames = [
  '../../etc/passwd',
  'a\r\nSet-Cookie: x=1.pdf',
  'rapport\u202Efdp.exe',
  '"; filename=x.html',
  '<img src=x>.pdf',
];
