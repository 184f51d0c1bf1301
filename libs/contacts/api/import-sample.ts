// A sheet as a municipality would send it, for tests and drills: names with å ä ö, hyphens and particles, and faults planted in known places.
import type { ContactColumn } from '@samverkan/contacts/contract';

export interface PlantedFault {
  line: number;
  column: ContactColumn | null;
  code: string;
}

const headings = [
  'Organisation',
  'Befattning',
  'Ämnesområden',
  'Kommun',
  'E-postadress',
  'Tfn',
  'Kontaktperson',
  'Bara funktionen visas',
  'Fr.o.m.',
  'T.o.m.',
  'Ersättare',
  'Synlighet',
  'Övrigt',
  'Internt nummer',
];
const at = Object.fromEntries(
  [
    'organization',
    'title',
    'subjects',
    'municipalities',
    'mailbox',
    'phone',
    'holder',
    'functionOnly',
    'from',
    'to',
    'deputy',
    'visibility',
    'note',
    'other',
  ].map((column, place) => [column, place]),
) as Record<ContactColumn | 'other', number>;

const roles = [
  'Kvinnofridssamordnare',
  'Enhetschef',
  'Socialsekreterare',
  'Kurator',
  'Familjebehandlare',
  'Skolkurator',
  'Biståndshandläggare',
  'Jourhavande',
  'Samtalsledare',
  'Processledare',
  'Utredare',
  'Stödperson',
  'Verksamhetsledare',
  'Barnombud',
  'Äldreombud',
  'Anhörigstödjare',
  'Fältsekreterare',
  'Budgetrådgivare',
  'Boendestödjare',
  'Handledare',
];
const units = [
  'mottagningen',
  'vuxenenheten',
  'barnenheten',
  'ungdomsenheten',
  'öppenvården',
  'hemtjänsten',
  'elevhälsan',
  'försörjningsstödet',
  'funktionsstödet',
  'familjecentralen',
];
const places = [
  'norra',
  'södra',
  'östra',
  'västra',
  'Ådalen',
  'Nordingrå',
  'Ullånger',
  'Bollstabruk',
  'Nyland',
  'centrum',
];
const subjects = [
  'Våldsutsatta vuxna',
  'Barn som upplevt våld; Samordning',
  'hedersvåld',
  'perpetrators',
  'Äldre, Funktionsnedsättning',
  'Hbtqi',
  'våldsförebyggande',
  '',
];
const firsts = ['Åsa', 'Björn-Erik', 'Märta', 'Örjan', 'Ann-Kristin', 'Zainab', 'Göran', 'Lena', 'Siiri', 'José'];
const lasts = [
  'af Ekenstam',
  'von Öhn',
  'Ågren-Åström',
  'de la Rosa',
  'Öberg',
  'Näslund',
  'Hägg',
  'O’Brien',
  'Sjöström-Li',
  'El Hassan',
];

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const digits = (n: number, length: number) => String(n).padStart(length, '0');

function row(n: number): string[] {
  const isNamed = n % 7 !== 3;
  const cells = new Array<string>(headings.length).fill('');
  cells[at.organization] = n % 3 === 0 ? 'Kramfors kommun' : '';
  cells[at.title] = `${of(roles, n)}, ${of(units, Math.floor(n / 20))} ${of(places, Math.floor(n / 200))}`;
  cells[at.subjects] = of(subjects, n);
  cells[at.municipalities] = of(['Kramfors', '2282', 'Kramfors kommun', 'Kramfors och Sollefteå', 'Hela länet', ''], n);
  cells[at.mailbox] = n % 11 === 5 ? '' : `funktion${n}@kramfors.example`;
  cells[at.phone] = `0612-8${digits(n % 10_000, 4)}`;
  cells[at.holder] = isNamed ? `${of(firsts, n)} ${of(lasts, Math.floor(n / 10))}` : '';
  cells[at.functionOnly] = isNamed ? of(['', 'nej', 'ja'], n) : '';
  cells[at.from] = isNamed ? of(['2024-01-01', '20250301', ''], n) : '';
  cells[at.deputy] = n % 9 === 0 ? `${of(firsts, n + 3)} ${of(lasts, n + 4)}` : '';
  cells[at.visibility] = of(['Länet', 'Alla anslutna', '', 'Bara vi'], n);
  cells[at.note] = n % 5 === 0 ? 'Öppet vardagar 9–15; ring gärna först.' : '';
  cells[at.other] = `A-${n}`;
  return cells;
}

type Fault = [column: ContactColumn | null, code: string, spoil: (cells: string[], before: readonly string[]) => void];

const put =
  (column: ContactColumn | 'other', words: string) =>
  (cells: string[]): void => {
    cells[at[column]] = words;
  };

const faults: readonly Fault[] = [
  ['title', 'import.title-missing', put('title', '')],
  ['organization', 'import.other-organization', put('organization', 'Ånge kommun')],
  ['subjects', 'import.unknown-subject', put('subjects', 'Samordning; Trädgård')],
  ['municipalities', 'import.unknown-municipality', put('municipalities', 'Kramfoss')],
  ['mailbox', 'field.wrong-form', put('mailbox', 'åsa snabel-a kramfors')],
  ['phone', 'field.wrong-form', put('phone', 'via växeln')],
  ['note', 'text.personal-number', put('note', 'Gäller 19121212-1212')],
  [null, 'text.personal-number', put('other', '191212121212')],
  ['functionOnly', 'import.not-yes-or-no', put('functionOnly', 'kanske')],
  ['from', 'import.not-a-day', put('from', '31 februari')],
  [
    'to',
    'holder.ends-before-it-begins',
    (cells) => Object.assign(cells, { [at.holder]: 'Örjan Öberg', [at.from]: '2026-05-01', [at.to]: '2026-04-30' }),
  ],
  ['visibility', 'import.unknown-visibility', put('visibility', 'Deltagare')],
  ['title', 'import.twice-in-file', (cells, before) => put('title', before[at.title]?.toUpperCase() ?? '')(cells)],
  ['mailbox', 'import.twice-in-file', (cells, before) => put('mailbox', before[at.mailbox] ?? '')(cells)],
  ['note', 'text.shelter-address', put('note', 'Vårt skyddade boende ligger på Storgatan 12')],
  [
    'from',
    'import.period-without-holder',
    (cells) => Object.assign(cells, { [at.holder]: '', [at.functionOnly]: '', [at.from]: '2026-01-01' }),
  ],
  ['title', 'field.too-long', put('title', 'Samordnare '.repeat(12))],
  ['note', 'field.too-long', put('note', 'Ring gärna. '.repeat(90))],
];

/** Headings and `count` rows, with the first `wrong` faults planted, each in a row of its own. */
export function importSample(count: number, wrong: number): { rows: string[][]; planted: PlantedFault[] } {
  const rows = Array.from({ length: count }, (_, n) => row(n));
  const step = Math.floor(count / (wrong + 1));
  const planted = Array.from({ length: wrong }, (_, turn): PlantedFault => {
    // Whoever a fault repeats has a mailbox.
    let n = (turn + 1) * step;
    while (rows[n - 1]?.[at.mailbox] === '' || rows[n]?.[at.mailbox] === '') n += 1;
    const [column, code, spoil] = of(faults, turn);
    spoil(rows[n] ?? [], rows[n - 1] ?? []);
    return { line: n + 2, column, code };
  });
  return { rows: [headings, ...rows], planted };
}

const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As Swedish spreadsheets on Windows write it. */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('');
