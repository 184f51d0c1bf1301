// What is heard live: at once by those who may, never by others, and no longer than their rights last.
import type { Action } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let goalId: string;
let ida: Client;
let eva: Client;
let jon: Client;

beforeAll(async () => {
  app = await testApp();
  goalId =
    (await app.sql<{ id: string }>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`))[0]?.id ?? '';
  [ida, eva, jon] = [await app.signIn('ida.nordlund'), await app.signIn('eva.berglind'), await app.signIn('jon.wik')];
});
afterAll(() => app.close());

const log = async (client: Client, input: object) =>
  (await client.post<Action>('/api/actions', { kind: 'other', status: 'planned', visibility: 'members', ...input }))
    .body;

describe('live updates', () => {
  it('tell a signed-in colleague of the county at once, and catch up after a lost connection', async () => {
    const samir = await app.signIn('samir.lund');
    let id = '';
    const heard = await listen(samir, async () => {
      ({ id } = await log(ida, { title: 'Sprids genast', visibility: 'county', goalIds: [goalId] }));
      return id;
    });
    expect(heard).toContain(id);
    expect(heard).toContain(goalId);
    const cursor = /id: (\d+-\d+)\nevent: ready/.exec(heard)?.[1] ?? '';
    const again = await listen(samir, async () => id, { 'last-event-id': cursor });
    expect(again).toContain(id);
  });

  it('say nothing of a draft to anybody else', async () => {
    const hidden = await log(eva, { title: 'Hemlig förhandling', status: 'draft', visibility: 'own' });
    // What is open comes after what is hidden: once it is heard, nothing of the other is still on its way.
    const heard = await listen(jon, async () => {
      await eva.patch(`/api/actions/${hidden.id}`, { title: 'Ännu hemligare' }, 1);
      return (await log(eva, { title: 'Öppen insats' })).id;
    });
    expect(heard).toContain('action.created');
    expect(heard).not.toContain(hidden.id);
  });
});

/** What arrives on the reader's stream from before the work is done until what it names is heard of; ten seconds at most. */
async function listen(
  reader: Client,
  work: () => Promise<string>,
  headers: Record<string, string> = {},
): Promise<string> {
  const abort = new AbortController();
  const response = await fetch(`${app.url}/api/activity/stream`, {
    headers: { cookie: reader.cookieHeader, ...headers },
    signal: abort.signal,
  });
  let heard = '';
  const reading = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  while (!heard.includes('event: ready')) await new Promise((resolve) => setTimeout(resolve, 20));
  const awaited = await work();
  const deadline = Date.now() + 10_000;
  while (!heard.includes(awaited) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  abort.abort();
  await reading;
  return heard;
}

describe('a right that ends', () => {
  const endings: [what: string, end: (client: Client) => Promise<unknown>][] = [
    ['she signs out', (client) => client.delete('/api/session')],
    [
      'her membership ends',
      async (client) => app.sql(ended('set valid_to = today() - 1, valid_from = today() - 2'), [await idOf(client)]),
    ],
    ['she is given a lesser role', async (client) => app.sql(ended(`set role = 'partner'`), [await idOf(client)])],
    [
      'her account is closed',
      async (client) => app.sql('update app_user set disabled_at = now() where id = $1', [await idOf(client)]),
    ],
  ];

  it.each(endings)(
    'closes the open stream and every door within five seconds when %s',
    async (_, end) => {
      const client = await app.someone('coordinator', 'municipality:2260');
      const county = await log(ida, {
        title: 'Bara för länets samordnare',
        visibility: 'county',
        municipalityCodes: ['2282'],
      });
      const copy = client.cookieHeader;
      const open = (path: string) => fetch(app.url + path, { headers: { cookie: copy } });
      const stream = (await open('/api/activity/stream')).text();
      expect((await open(`/api/actions/${county.id}`)).status).toBe(200);
      await end(client);
      const started = Date.now();
      await Promise.race([
        stream,
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('still open')), 5500)),
      ]);
      while ((await open(`/api/actions/${county.id}`)).status === 200 && Date.now() - started < 5500)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(Date.now() - started).toBeLessThan(5500);
    },
    15_000,
  );

  const ended = (how: string) => `update membership ${how} where user_id = $1`;
  const idOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id;
});
