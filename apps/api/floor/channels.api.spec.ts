// Hidden channels: what one party hides must not show to another in any list, count, text or error that an area has; and a hidden
// thing answers exactly as one that does not exist. The areas tell of their channels; a new one is covered the day it stands.
import { type Hiding, type Principal, channels, principals } from '@samverkan/shared/floor';
import {
  type Client,
  type FloorWorld,
  type NamedFloor,
  type TestApp,
  areaFloors,
  areasOnDisk,
  floorWorld,
  oneOf,
  sideBySide,
  testApp,
  partOf,
  thirdOf,
} from '@samverkan/testing';
import { isDeed } from './cells';

const nothing = '01900000-0000-7000-8000-000000000000';
const words = 'Zebrahuset';
const signature = 'Xantippa Qvarnström';

let app: TestApp;
let world: FloorWorld;
let floors: NamedFloor[];
/** What is hidden, with the ids of what stands in the one place and in the other. */
const hidden: { hiding: Hiding; ids: string[] }[] = [];
const before = new Map<Principal, string[]>();

beforeAll(async () => {
  app = await testApp();
  world = await floorWorld(app);
  floors = await areaFloors();
  for (const principal of principals) before.set(principal, await everything(principal));
  for (const hiding of floors.flatMap(({ floor }) => floor.hides)) hidden.push({ hiding, ids: [] });
  // Hidden in the readers' own county and in another; by people of organisations that none of them belongs to.
  for (const place of ['municipality:2283', 'municipality:2380']) {
    const hider = await app.someone('coordinator', place);
    for (const { hiding, ids } of hidden) {
      // What its county board may follow is hidden from the readers only when it is planted in another county.
      if (place === 'municipality:2283' && JSON.stringify(hiding.body).includes('participants')) continue;
      ids.push(await write(hider, hiding));
    }
  }
}, 120_000);
afterAll(() => app.close());

const filled = (text: string, id: string) => text.replaceAll('{id}', id).replaceAll('{words}', words);

async function write(client: Client, { method, path, body }: Omit<Hiding, 'subject'>, id = ''): Promise<string> {
  const answer = await client.send<{ id: string }>(method, filled(path, id), filled(JSON.stringify(body), id), {
    'if-match': '"1"',
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body.id;
}

/** A workbook or a document carries the hour it was made, in a packed form: what lists go out as is compared where it is text (csv, vCard). */
const isPacked = (text: string) => text.startsWith('PK\u0003\u0004');

/** What differs between two answers though nothing was hidden: moments and the request's own name. */
const settle = (text: string) =>
  isPacked(text)
    ? 'a packed file'
    : text
        .replace(/"(countedAt|requestId|at|updatedAt)" ?: ?"[^"]*"/g, '"$1":""')
        // The night that is next, which comes while the test runs.
        .replace(/"asOf" ?: ?"[^"]*T[^"]*"/g, '"asOf":""')
        .replace(/^DTSTAMP:.*$/gm, 'DTSTAMP:');

const addresses = (reader?: Principal) =>
  floors.flatMap(({ floor }) =>
    Object.values(floor.channels)
      .flatMap((paths) => ('none' in paths ? [] : paths))
      .filter((path) => !reader || !floor.registers?.[path]?.includes(reader)),
  );

/** Every channel without an object's id, as one reader meets it. */
function everything(principal: Principal): Promise<string[]> {
  const paths = [...new Set(addresses(principal).filter((one) => !one.includes('{id}')))];
  return sideBySide(paths, async (path) => {
    const { status, text } = await world.clients[principal].get(filled(path, ''));
    return `${path} ${status} ${settle(text)}`;
  });
}

const objectRequests = () =>
  floors.flatMap(({ floor }) => [
    ...Object.entries(floor.operations)
      .filter(([name, operation]) => isDeed(operation) && name.includes('{id}'))
      .map(([name, operation]): [string, string, { body?: unknown }] => {
        const [method = '', path = ''] = name.split(' ');
        const { body, query = '' } = operation as { body?: unknown; query?: string };
        return [method, path + query, { body }];
      }),
    ...addresses()
      .filter((path) => path.includes('{id}'))
      .map((path): [string, string, { body?: unknown }] => ['GET', path, {}]),
  ]);

it('is told of by every area on disk, channel by channel', () => {
  expect(floors.map(({ area }) => area)).toEqual(areasOnDisk());
  for (const { area, floor } of floors) {
    expect([area, Object.keys(floor.channels).sort()]).toEqual([area, [...channels].sort()]);
    expect([area, Object.values(floor.channels).some((paths) => !('none' in paths))]).toEqual([area, true]);
  }
});

it('has every reading route without an id among its channels', async () => {
  const { body } = await world.clients.municipal.get<{ paths: Record<string, { get?: object }> }>('/api/openapi.json');
  const reading = Object.entries(body.paths)
    .filter(([path, methods]) => methods.get && path.startsWith('/api/') && !path.includes('{'))
    .map(([path]) => path)
    .filter((path) => !path.endsWith('/stream'));
  const known = new Set(addresses().map((path) => path.split('?')[0]));
  expect(reading.filter((path) => !known.has(path))).toEqual([]);
});

it('changes no answer that any other reader gets, counters included', async () => {
  expect(hidden.length).toBeGreaterThan(0);
  for (const principal of principals)
    expect([principal, await everything(principal)]).toEqual([principal, before.get(principal)]);
}, 180_000);

it('answers on every address and to every deed exactly as what does not exist', async () => {
  for (const [turn, principal] of principals.entries())
    for (const [at, [method, path, { body }]] of thirdOf(partOf([...objectRequests().entries()]), turn)) {
      const ask = async (object: string) => {
        const params: Record<string, string> = { id: object, updateId: nothing, words };
        const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? nothing);
        const answer = await world.clients[principal].send(method, address, body, { 'if-match': '"1"' });
        const headers = [...answer.headers].filter(([name]) => !changing.has(name));
        return { status: answer.status, text: settle(answer.text).replaceAll(object, '{id}'), headers };
      };
      const absent = await ask(nothing);
      // Three readers come to each address, each with another third of what is hidden, in the one place or the other; whole, every reader with all of it.
      const some = thirdOf(hidden, Math.floor(turn / 3) + at).flatMap(({ hiding, ids }) =>
        oneOf(ids, at).map((id) => ({ id, hiding })),
      );
      const answers = await Promise.all(some.map(async ({ id, hiding }) => ({ hiding, answer: await ask(id) })));
      for (const { hiding, answer } of answers)
        expect({ principal, method, path, hiding, ...answer }).toEqual({ principal, method, path, hiding, ...absent });
    }
}, 600_000);

/** Headers that differ from one answer to the next whoever asks. */
const changing = new Set(['date', 'x-request-id', 'content-security-policy', 'etag', 'set-cookie', 'keep-alive']);

it('cannot be felt for with words: what a reader finds of her own does not depend on it', async () => {
  const reader = world.clients.partner;
  for (const title of [`xx${words}yy`, 'xxQvintonalyy'])
    await reader.post('/api/actions', { title, kind: 'other', status: 'planned', visibility: 'own' });
  for (const word of [words, 'Qvintonal'])
    expect([word, (await reader.get<{ total: number }>(`/api/actions?q=${word}`)).body.total]).toEqual([word, 1]);
});

it('keeps a person’s name from everybody outside her organisation, whatever she has put her hand to', async () => {
  const signer = await app.someone('coordinator', 'municipality:2283');
  const { body } = await signer.get<{ user: { id: string } }>('/api/session');
  await app.sql('update app_user set name = $2 where id = $1', [body.user.id, signature]);
  const signed: string[] = [];
  for (const { floor } of floors) {
    let id = '';
    for (const deed of floor.signs ?? []) id = (await write(signer, deed, id)) || id;
    if (id) signed.push(id);
  }
  expect(signed.length).toBeGreaterThan(0);
  for (const [turn, principal] of principals.entries())
    for (const [at, path] of partOf([...[...new Set(addresses(principal))].entries()]))
      for (const id of path.includes('{id}') ? thirdOf(signed, turn + at) : [nothing]) {
        const asked = filled(path, id).replaceAll(words, encodeURIComponent(signature));
        const { text } = await world.clients[principal].get(asked);
        expect([principal, asked, text.includes(signature)]).toEqual([principal, asked, false]);
      }
}, 120_000);

it('lets a name that never leaves its organisation show to nobody else, by any way of any area, nor be felt for', async () => {
  const keeper = await app.someone('coordinator', 'municipality:2283');
  const [inside, nobodys] = ['Ingalill Inombords', 'Olofina Obefintlig'];
  const known = new Set<string>();
  for (const { floor } of floors) {
    let id = '';
    for (const deed of floor.keepsNames ?? []) {
      const body = JSON.parse(JSON.stringify(deed.body).replaceAll('{name}', inside)) as unknown;
      id = (await write(keeper, { ...deed, body }, id)) || id;
    }
    if (id) known.add(id);
  }
  expect(known.size).toBeGreaterThan(0);
  for (const [turn, principal] of principals.entries())
    for (const [at, path] of partOf([...[...new Set(addresses(principal))].entries()]))
      for (const id of path.includes('{id}') ? thirdOf([...known], turn + at) : ['']) {
        const ask = async (name: string) => {
          const { status, text } = await world.clients[principal].get(
            path.replaceAll('{id}', id).replaceAll('{words}', encodeURIComponent(name)),
          );
          return `${status} ${settle(text)}`;
        };
        const found = await ask(inside);
        expect([principal, path, found.includes('Ingalill')]).toEqual([principal, path, false]);
        // Searched for, it gives just what a name gives that stands nowhere at all.
        expect([principal, path, found]).toEqual([principal, path, await ask(nobodys)]);
      }
  // Not to her own organisation either by searching: only its keepers, on the function itself.
  const [id = ''] = known;
  expect((await keeper.get(`/api/contacts/${id}`)).text).toContain(inside);
  expect((await keeper.get(`/api/contacts?scope=all&q=${encodeURIComponent(inside)}`)).body).toMatchObject({
    total: 0,
  });
}, 240_000);

it('leaves nothing in the browser’s store after sign-out', async () => {
  const reader = await app.someone('coordinator', 'municipality:2283');
  for (const path of new Set(addresses().map((one) => filled(one, nothing))))
    expect([path, (await reader.get(path)).headers.get('cache-control')]).toEqual([
      path,
      expect.stringMatching(/no-cache|no-store/),
    ]);
  expect((await reader.delete('/api/session')).headers.get('clear-site-data')).toContain('cache');
});
