// A sheet of actions as a municipality would send it, for tests and drills: what a year's plans hold, and faults planted in known places.
import { type ImportColumn, importColumns } from '@samverkan/intake/contract';

export interface PlantedFault {
  line: number;
  column: ImportColumn | null;
  code: string;
}

const headings = [
  'Aktivitet',
  'Typ av insats',
  'Läge',
  'Fr.o.m.',
  'T.o.m.',
  'Organisation',
  'Medverkande',
  'Kommun',
  'Delmål',
  'Målgrupp',
  'Våldsformer',
  'Fas',
  'Ansvarig funktion',
  'Synlighet',
  'Beskrivning',
  'Avbruten därför att',
  'Internt nummer',
];
/** In the order of the headings. */
const columns = [...importColumns, 'other'] as const;
type Column = ImportColumn | 'other';
const at = Object.fromEntries(columns.map((column, place) => [column, place])) as Record<Column, number>;

const what = ['Grundkurs om våld', 'Rutin för orosanmälan', 'Nätverksträff', 'Kartläggning', 'Handledning', 'Kampanj'];
const kinds = ['Utbildning', 'Rutin', 'Nätverk', 'Utbildning', 'Annat', 'Rutin'];
const forWhom = [
  'förskolan',
  'grundskolan',
  'hemtjänsten',
  'vårdcentralen',
  'barnenheten',
  'socialjouren',
  'tandvården',
];
const where = [
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
const statuses = ['Planerad', 'Pågår', 'Avslutad', 'Planerad', 'Pausad', 'Avbruten', ''];

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const month = (n: number) => String(1 + (n % 6)).padStart(2, '0');

function row(n: number): string[] {
  const cells = new Array<string>(headings.length).fill('');
  const status = of(statuses, n);
  const year = 2026 + (n % 3);
  cells[at.title] = `${of(what, n)} för ${of(forWhom, Math.floor(n / 6))}, ${of(where, Math.floor(n / 42))} ${n}`;
  cells[at.kind] = of(kinds, n);
  cells[at.status] = status;
  cells[at.startsOn] = n % 8 === 0 ? '' : `${year}-${month(n)}-01`;
  cells[at.endsOn] = n % 4 === 0 ? '' : `${year + 1}${month(n + 1)}15`;
  cells[at.owners] = n % 3 === 0 ? 'Kramfors kommun' : '';
  cells[at.partners] = of(['', 'Polismyndigheten', 'Elevhälsan; Polismyndigheten', 'Kvinnojouren i trakten'], n);
  cells[at.municipalities] = of(['Kramfors', '2282', 'Kramfors och Sollefteå', 'Hela länet', ''], n);
  cells[at.targetGroups] = of(['Yrkesverksamma', 'Unga; Yrkesverksamma', '', 'professionals'], n);
  cells[at.forms] = of(['Sexuellt våld', '', 'honour'], n);
  cells[at.phases] = of(['Upptäcka', ''], n);
  cells[at.responsibleFunction] = n % 5 === 0 ? 'Kvinnofridssamordnare' : '';
  cells[at.visibility] = of(['Länet', 'Alla anslutna', '', 'Bara vi'], n);
  cells[at.description] = n % 5 === 0 ? 'Två halvdagar; fika ingår – anmälan till samordnaren.' : '';
  cells[at.cancelReason] = status === 'Avbruten' ? 'Pengarna tog slut.' : '';
  cells[at.other] = `A-${n}`;
  return cells;
}

type Fault = [column: ImportColumn | null, code: string, spoil: (cells: string[], before: readonly string[]) => void];

const put =
  (column: Column, words: string) =>
  (cells: string[]): void => {
    cells[at[column]] = words;
  };

const faults: readonly Fault[] = [
  ['title', 'import.title-missing', put('title', '')],
  ['kind', 'import.kind-missing', put('kind', '')],
  ['kind', 'import.unknown-word', put('kind', 'Trädgård')],
  ['owners', 'import.other-organization', put('owners', 'Ånge kommun')],
  ['owners', 'import.joint', put('owners', 'Kramfors kommun; Ånge kommun')],
  ['status', 'import.unknown-word', put('status', 'Nästan')],
  [
    'cancelReason',
    'import.reason-missing',
    (cells) => Object.assign(cells, { [at.status]: 'Avbruten', [at.cancelReason]: '' }),
  ],
  ['startsOn', 'import.not-a-day', put('startsOn', '31 februari')],
  [
    'endsOn',
    'action.ends-before-it-starts',
    (cells) => Object.assign(cells, { [at.startsOn]: '2027-05-01', [at.endsOn]: '2027-04-30' }),
  ],
  ['municipalities', 'import.unknown-municipality', put('municipalities', 'Kramfoss')],
  ['goals', 'import.unknown-goal', put('goals', '99 (Ingen plan)')],
  ['targetGroups', 'import.unknown-word', put('targetGroups', 'Yrkesverksamma; Marsianer')],
  ['visibility', 'import.unknown-word', put('visibility', 'Några')],
  [
    'visibility',
    'import.draft-stays-inside',
    (cells) => Object.assign(cells, { [at.status]: 'Utkast', [at.visibility]: 'Länet', [at.cancelReason]: '' }),
  ],
  ['description', 'text.personal-number', put('description', 'Gäller 19121212-1212')],
  [null, 'text.personal-number', put('other', '191212121212')],
  [
    'title',
    'import.twice-in-file',
    (cells, before) => {
      for (const column of ['title', 'startsOn', 'endsOn'] as const) cells[at[column]] = before[at[column]] ?? '';
    },
  ],
  ['description', 'text.shelter-address', put('description', 'Vårt skyddade boende ligger på Storgatan 12')],
  ['title', 'field.too-long', (cells) => put('title', `${cells[at.title]} `.repeat(8))(cells)],
];

/** Headings and `count` rows, with the first `wrong` faults planted, each in a row of its own. */
export function importSample(count: number, wrong: number): { rows: string[][]; planted: PlantedFault[] } {
  const rows = Array.from({ length: count }, (_, n) => row(n));
  const step = Math.floor(count / (wrong + 1));
  const planted = Array.from({ length: wrong }, (_, turn): PlantedFault => {
    const n = (turn + 1) * step;
    const [column, code, spoil] = of(faults, turn);
    spoil(rows[n] ?? [], rows[n - 1] ?? []);
    return { line: n + 2, column, code };
  });
  return { rows: [headings, ...rows], planted };
}
