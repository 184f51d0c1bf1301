// A canary: personal data planted in every field, header, query and address of every operation stands in no line of the log and in no
// refusal. The log is read as it is written.
import type { Operation, Principal } from '@samverkan/shared/floor';
import { type FloorWorld, type TestApp, areaFloors, floorWorld, hearLog, testApp } from '@samverkan/testing';

const canary = `Kanariefagel${Date.now().toString(36)}`;
const asked: Principal[] = ['anonymous', 'partner', 'county_admin'];
const lines: string[] = [];

interface Shape {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
}
interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Shape }> } }>>;
  components: { schemas: Record<string, Shape> };
}

let app: TestApp;
let letLogBe: () => void;
let world: FloorWorld;
let operations: [name: string, operation: Operation][];
let document: Document;
beforeAll(async () => {
  app = await testApp();
  world = await floorWorld(app);
  operations = (await areaFloors()).flatMap(({ floor }) => Object.entries(floor.operations));
  document = (await world.clients.municipal.get<Document & Record<string, unknown>>('/api/openapi.json')).body;
  letLogBe = hearLog(lines);
});
afterAll(async () => {
  await app.close();
  letLogBe();
});

/** A body of the schema's shape with the canary in every text. */
function planted(shape: Shape | undefined, depth = 0): unknown {
  if (!shape || depth > 6) return canary;
  if (shape.$ref) return planted(document.components.schemas[shape.$ref.split('/').at(-1) ?? ''], depth + 1);
  if (shape.anyOf) return planted(shape.anyOf[0], depth + 1);
  if (shape.properties)
    return Object.fromEntries(
      Object.entries(shape.properties).map(([name, inner]) => [name, planted(inner, depth + 1)]),
    );
  if (shape.items) return [planted(shape.items, depth + 1)];
  if (shape.type === 'integer' || shape.type === 'number') return 1;
  return shape.type === 'boolean' ? true : canary;
}

// A key that looks like a field's name is named back to the sender, so that she finds it; one that holds a text is not.
const withKeys = (body: unknown) => ({ ...(body as object), [`${canary} Svensson`]: canary, note: { deep: [canary] } });
const headers = {
  'user-agent': canary,
  referer: `http://127.0.0.1/${canary}`,
  'x-forwarded-for': canary,
  'accept-language': canary,
  'if-match': `"${canary}"`,
  'x-request-id': canary,
};
const holds = (text: string) => text.toLowerCase().includes(canary.toLowerCase());

it('is in no line of the log and in no refusal, wherever it was planted', async () => {
  let sent = 0;
  const echoes: string[] = [];
  for (const [name, operation] of operations) {
    if ('ends' in operation && operation.ends) continue;
    const [method = '', path = ''] = name.split(' ');
    const shape = Object.values(document.paths[path]?.[method.toLowerCase()]?.requestBody?.content ?? {})[0]?.schema;
    const bodies =
      method === 'GET' || method === 'DELETE' ? [undefined] : [planted(shape), withKeys(planted(shape)), `{"${canary}`];
    const id = '01900000-0000-7000-8000-000000000000';
    const addresses = [canary, id].map((value) => path.replace(/\{\w+\}/g, value));
    for (const principal of asked)
      for (const address of new Set(addresses))
        for (const body of bodies) {
          const query = `?q=${canary}&${canary}%20Svensson=1&seenAs=${canary}`;
          const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': `${canary}${sent}` } : {};
          const answer = await world.clients[principal].send(method, address + query, body, { ...headers, ...key });
          sent += 1;
          if (answer.status >= 400 && holds(answer.text.replaceAll(`${address}${query}`, '')))
            echoes.push(`${principal} ${name}: ${answer.text.slice(0, 300)}`);
        }
  }
  expect(echoes).toEqual([]);
  expect(sent).toBeGreaterThan(300);
  expect(lines.length).toBeGreaterThan(300);
  expect(lines.filter(holds)).toEqual([]);
}, 240_000);

it('is in no line of the log when it is accepted, kept, changed, searched for and read', async () => {
  const client = world.clients.municipal;
  const began = lines.length;
  const input = { title: canary, description: canary, kind: 'other', status: 'planned', visibility: 'members' };
  const { body, status } = await client.post<{ id: string; version: number }>('/api/actions', {
    ...input,
    responsibleFunction: canary,
    partnerNames: [canary],
  });
  expect(status).toBe(201);
  const at = `/api/actions/${body.id}`;
  const done = await Promise.all([
    client.post(`${at}/updates`, { happenedOn: '2026-11-01', done: canary, effect: canary }),
    client.get(`/api/actions?q=${canary}`),
    client.get(`/api/organizations?q=${canary}`),
    client.put('/api/drafts/floor', { content: { title: canary } }),
    client.get(`${at}/history`),
    client.get('/api/activity'),
  ]);
  expect(done.filter((answer) => answer.status >= 300).map((answer) => answer.text)).toEqual([]);
  expect((await client.patch(at, { description: `${canary} igen` }, body.version)).status).toBe(200);
  expect((await client.post(`${at}/cancel`, { reason: canary })).status).toBe(200);
  expect(lines.length).toBeGreaterThan(began);
  expect(lines.filter(holds)).toEqual([]);
});
