// A function as a vCard 4.0 (RFC 6350), for address books. The card is the function's: a person stands in it as the one to reach, when she is named.
import { type ContactSheetRow, subjectsOf } from './contact-sheet.view';
import type { Language } from './contact-words';

const encoder = new TextEncoder();
const most = 75;

export function contactCard(row: ContactSheetRow, lang: Language): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:urn:uuid:${row.id}`,
    `REV:${row.changedAt.replace(/[-:]|\.\d+/g, '')}`,
    `FN:${text(`${row.title}, ${row.organization.name}`)}`,
    `ORG:${component(row.organization.name)};${component(row.title)}`,
    `ROLE:${text(row.title)}`,
    ...(row.holderName ? [`RELATED;TYPE=contact;VALUE=text:${text(row.holderName)}`] : []),
    ...(row.mailbox ? [`EMAIL;TYPE=work:${text(row.mailbox)}`] : []),
    ...(row.phone ? [`TEL;TYPE=work;VALUE=text:${text(row.phone)}`] : []),
    ...(row.subjects.length > 0 ? [`CATEGORIES:${subjectsOf(row, lang).split('; ').map(text).join(',')}`] : []),
    ...(row.note ? [`NOTE:${text(row.note)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A text value: what would end or part it is escaped. A semicolon parts compound values only. */
const text = (value: string): string => value.replace(/[\\,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
const component = (value: string): string => text(value).replaceAll(';', '\\;');

/** No line longer than 75 octets; a letter of several octets is never parted. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ['', 0];
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (size + octets > most) {
      parts.push(part);
      // The blank that leads a continued line counts.
      [part, size] = ['', 1];
    }
    part += sign;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}
