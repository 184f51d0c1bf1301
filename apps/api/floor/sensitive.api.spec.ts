// "Jag råkade skriva något känsligt", for every kind of text that any area lets be hidden: gone at once from every channel of every area,
// and from every table once it is cleaned. An area that can hide something and does not tell of it here fails.
import type { SensitiveContent, SensitiveText } from '@samverkan/shared/contract';
import type { Hideable } from '@samverkan/shared/floor';
import {
  type Client,
  type FloorWorld,
  type NamedFloor,
  type TestApp,
  areaFloors,
  everywhere,
  floorWorld,
  sideBySide,
  testApp,
  partOf,
  thirdOf,
  untilCarried,
} from '@samverkan/testing';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Case extends Hideable {
  area: string;
  words: string;
}

let app: TestApp;
let world: FloorWorld;
let floors: NamedFloor[];
let writer: Client;
let cases: Case[];

beforeAll(async () => {
  app = await testApp();
  world = await floorWorld(app);
  floors = await areaFloors();
  writer = await app.someone('coordinator', 'municipality:2283');
  cases = floors.flatMap(({ area, floor }) =>
    (floor.hideable ?? []).map((one, n) => ({ ...one, area, words: `Kanarie${area}${'abcdef'[n]}` })),
  );
}, 120_000);
afterAll(() => app.close());

interface Answer {
  id?: string;
  version?: number;
  items?: { id: string }[];
}

/** A form of it that was opened before it was hidden, and sends what it holds. */
type StaleForm = () => Promise<{ status: number }>;

interface Written {
  object: string;
  target: string;
  forms: StaleForm[];
}

/** Writes it as the area says. Gives the address's object, and the one that is hidden: the last that was made. */
async function written({ deeds, words, by, needs = {}, found }: Case): Promise<Written> {
  let [object, target] = ['', ''];
  const forms: StaleForm[] = [];
  const author = by ? await app.someone(...by) : writer;
  const given: [string, string][] = [];
  for (const [name, text] of Object.entries(needs))
    given.push([`{${name}}`, (await app.sql<{ id: string }>(text.replaceAll('{words}', words)))[0]?.id ?? '']);
  for (const { method, path, body } of deeds) {
    const filled = (text: string) => given.reduce((so, [name, id]) => so.replaceAll(name, id), text);
    const sent = filled(JSON.stringify(body).replaceAll('{words}', words));
    const address = filled(path.replace('{id}', object));
    const answer = await author.send<Answer>(method, address, sent, { 'if-match': '"1"' });
    expect([path, answer.status < 300, answer.text]).toEqual([path, true, answer.text]);
    target = answer.body.items?.[0]?.id ?? answer.body.id ?? target;
    object ||= target;
    if (method === 'PATCH')
      forms.push(() => author.send('PATCH', address, sent, { 'if-match': `"${answer.body.version}"` }));
  }
  if (found) target = (await app.sql<{ id: string }>(found, [words]))[0]?.id ?? '';
  return { object, target, forms };
}

/** Whoever sees it: the coordinator who wrote it, or somebody whom it is kept for. */
const readerOf = ({ reader }: Case): Client => (reader ? world.clients[reader] : writer);

const channelsOf = (some: NamedFloor[]) => [
  ...new Set(
    some.flatMap(({ floor }) => Object.values(floor.channels).flatMap((paths) => ('none' in paths ? [] : paths))),
  ),
];

const meets = async (reader: Client, { words }: Case, object: string, path: string) =>
  (await reader.get(path.replaceAll('{id}', object).replaceAll('{words}', words))).text.includes(words);

/** Whether it shows at all: its own area is asked first, then the others. */
async function isShown(one: Case, object: string): Promise<boolean> {
  const [own, others] = [true, false].map((so) => channelsOf(floors.filter(({ area }) => (area === one.area) === so)));
  for (const path of [...(own ?? []), ...(others ?? [])])
    if (await meets(readerOf(one), one, object, path)) return true;
  return false;
}

/** Channels in which some reader meets the words. */
async function shownIn(one: Case, object: string, turn: number): Promise<string[]> {
  const all = channelsOf(floors);
  // Who sees it goes everywhere, the others to a third each.
  const visits: [Client, string][] = [
    ...all.map((path): [Client, string] => [readerOf(one), path]),
    ...thirdOf(all, turn).map((path): [Client, string] => [world.clients.municipal, path]),
    ...thirdOf(all, turn + 1).map((path): [Client, string] => [world.clients.county_admin, path]),
  ];
  const met = await sideBySide(visits, async ([reader, path]) => meets(reader, one, object, path));
  return visits.filter((_, at) => met[at]).map(([, path]) => path);
}

it('is told of by every area that has a table whose rows can be hidden', async () => {
  const tables = await app.sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'samverkan' and column_name = 'hidden_at' and table_name <> 'sensitive_text' order by 1`,
  );
  expect([...new Set(cases.map(({ table }) => table))].sort()).toEqual(tables.map(({ name }) => name));
});

it('stands in the manual with its table, so that it can be hidden again when a backup is restored', () => {
  const manual = readFileSync(resolve(__dirname, '../../../docs/operations.md'), 'utf8');
  const told = manual.slice(manual.indexOf('| area | kind (table) |'), manual.indexOf('A table called `…_hidden_…`'));
  const rows = told.split('\n').flatMap((line) => {
    const [, area = '', kinds = ''] = /^ *\| `(\w+)` \| (.*) \|$/.exec(line) ?? [];
    return [...kinds.matchAll(/`(\w+)` \(`(\w+)`\)/g)].map(([, kind, table]) => `${area} ${kind} ${table}`);
  });
  expect(rows.sort()).toEqual(cases.map(({ area, kind, table }) => `${area} ${kind} ${table}`).sort());
});

it('goes from every channel at once, and from every table when it is cleaned, also when a form opened before is saved', async () => {
  for (const [turn, one] of partOf([...cases.entries()])) {
    const name = `${one.area} ${one.kind}`;
    const { object, target, forms } = await written(one);
    // A letter that is being carried out when it is hidden has left: what waits is to have come first.
    await untilCarried(app);
    expect([name, await isShown(one, object)]).toEqual([name, true]);
    const { status, body: hidden } = await readerOf(one).post<SensitiveText>('/api/sensitive-texts', {
      area: one.area,
      kind: one.kind,
      objectId: target,
    });
    expect([name, status]).toEqual([name, 201]);
    expect([name, await shownIn(one, object, turn)]).toEqual([name, []]);
    // What somebody else owns is cleaned by that one, or by the county's administrators.
    const cleaner = hidden.mayPurge ? readerOf(one) : world.clients.county_admin;
    const { body } = await cleaner.get<SensitiveContent>(`/api/sensitive-texts/${hidden.id}`);
    const texts = Object.fromEntries(body.fields.map((field) => [field.name, field.text.replaceAll(one.words, 'Ren')]));
    expect([name, Object.values(texts).some((text) => text.includes('Ren'))]).toEqual([name, true]);
    expect([name, (await cleaner.post(`/api/sensitive-texts/${hidden.id}/purge`, { texts })).status]).toEqual([
      name,
      204,
    ]);
    for (const form of forms) expect([name, (await form()).status]).toEqual([name, 409]);
    expect([name, await everywhere(app, one.words)]).toEqual([name, []]);
  }
}, 300_000);
