// P3: a draft of another party must not show in any channel, and a hidden thing must answer exactly as one that does not exist.
import type { Action } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let hidden: Action;
let goalId: string;
const readers: Record<string, Client> = {};
const nothing = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  app = await testApp();
  goalId =
    (await app.sql<{ id: string }>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`))[0]?.id ?? '';
  for (const name of ['ida.nordlund', 'jon.wik', 'maja.ek', 'per.ost']) readers[name] = await app.signIn(name);
  readers['nationell läsare'] = await app.someone('national_reader', 'national:socialstyrelsen');
  readers['systemadministratör'] = await app.someone('system_admin', 'county_board:22');
  for (const reader of Object.values(readers)) before.set(reader, await everything(reader));
  const eva = await app.signIn('eva.berglind');
  hidden = (
    await eva.post<Action>('/api/actions', {
      title: 'Hemlig förhandling om Zebrahuset',
      description: 'Zebrahuset i Xylofonby',
      kind: 'project',
      status: 'draft',
      visibility: 'own',
      goalIds: [goalId],
      municipalityCodes: ['2282'],
      startsOn: '2027-03-01',
      endsOn: '2027-04-30',
    })
  ).body;
  await eva.patch(`/api/actions/${hidden.id}`, { description: 'Zebrahuset igen' }, 1);
});
afterAll(() => app.close());

/** Each way to a list, a count or a text that stands today. A new reading route must be added here or the test below fails. */
const channels: Record<string, string[]> = {
  '/api/actions': [
    '',
    '?q=Zebrahuset',
    '?q=Hemlig%20f%C3%B6rhandling%20om%20Zebrahuset',
    '?status=draft',
    '?municipality=2282&sort=title&order=asc',
    '?from=2027-03-01&to=2027-04-30',
    '?mine=true',
  ],
  '/api/actions/overview': [''],
  '/api/actions/waiting': [''],
  '/api/actions/suggestion': [''],
  '/api/activity': ['?size=50'],
  '/api/strategies': [''],
  '/api/goals/choices': [''],
  '/api/organizations': ['?q=L%C3%A4nsstyrelsen'],
  '/api/organizations/places': [''],
  '/api/counties': [''],
  '/api/session': [''],
  '/api/session/options': [''],
  '/api/demo/outbox': [''],
};

const before = new Map<Client, string[]>();
const settle = (text: string) => text.replace(/"(countedAt|requestId|at)" ?: ?"[^"]*"/g, '"$1":""');
const everything = async (reader: Client) => {
  const texts: string[] = [];
  for (const [path, queries] of Object.entries(channels))
    for (const query of queries) texts.push(`${path}${query} ${settle((await reader.get(path + query)).text)}`);
  return texts;
};

describe('a draft of the county board', () => {
  it('changes no answer that any other party gets, counters included', async () => {
    for (const [name, reader] of Object.entries(readers))
      expect([name, await everything(reader)]).toEqual([name, before.get(reader)]);
  });

  it('cannot be felt for with words: what the reader finds of her own does not depend on it', async () => {
    const jon = readers['jon.wik'] as Client;
    await jon.post('/api/actions', { title: 'xxZebrahusetyy', kind: 'other', status: 'planned', visibility: 'own' });
    await jon.post('/api/actions', { title: 'xxQvintonalyy', kind: 'other', status: 'planned', visibility: 'own' });
    for (const word of ['Zebrahuset', 'Qvintonal'])
      expect([word, (await jon.get<{ total: number }>(`/api/actions?q=${word}`)).body.total]).toEqual([word, 1]);
  });

  it('answers on every address exactly as one that does not exist', async () => {
    const routes: [string, string, unknown][] = [
      ['GET', '', undefined],
      ['GET', '/history', undefined],
      ['GET', '/updates', undefined],
      ['GET', '/audience', undefined],
      ['PATCH', '', { title: 'Min nu' }],
      ['PUT', '/visibility', { visibility: 'public' }],
      ['POST', '/updates', { happenedOn: '2026-11-01', done: 'Prov' }],
      ...['plan', 'start', 'pause', 'resume', 'complete', 'reopen'].map((verb): [string, string, unknown] => [
        'POST',
        `/${verb}`,
        {},
      ]),
      ['POST', '/cancel', { reason: 'Prov' }],
      ['DELETE', `/updates/${nothing}`, undefined],
    ];
    for (const [name, reader] of Object.entries(readers))
      for (const [method, rest, body] of routes) {
        const ask = async (id: string) => {
          const { status, text } = await reader.send(method, `/api/actions/${id}${rest}`, body, { 'if-match': '"1"' });
          return [name, method, rest, status, settle(text)];
        };
        expect(await ask(hidden.id)).toEqual(await ask(nothing));
      }
  });

  it('has every reading route without an id in its list of channels', async () => {
    const { body } = await (readers['ida.nordlund'] as Client).get<{ paths: Record<string, { get?: object }> }>(
      '/api/openapi.json',
    );
    const reading = Object.entries(body.paths)
      .filter(
        ([path, methods]) =>
          methods.get && path.startsWith('/api/') && !path.includes('{') && !path.endsWith('/stream'),
      )
      .map(([path]) => path);
    expect(reading.filter((path) => !(path in channels))).toEqual([]);
  });

  it("is not heard of in anybody else's live stream", async () => {
    const eva = await app.signIn('eva.berglind');
    const heard = await listen(readers['jon.wik'] as Client, async () => {
      await eva.patch(`/api/actions/${hidden.id}`, { title: 'Ännu hemligare' }, 2);
      await eva.post('/api/actions', {
        title: 'Öppen insats',
        kind: 'other',
        status: 'planned',
        visibility: 'members',
      });
    });
    expect(heard).toContain('action.created');
    expect(heard).not.toContain(hidden.id);
  });
});

describe('live updates', () => {
  it('tell a signed-in colleague of the county at once, and catch up after a lost connection', async () => {
    const [ida, samir] = [readers['ida.nordlund'] as Client, await app.signIn('samir.lund')];
    let id = '';
    const heard = await listen(samir, async () => {
      id = (
        await ida.post<Action>('/api/actions', {
          title: 'Sprids genast',
          kind: 'other',
          status: 'planned',
          visibility: 'county',
          goalIds: [goalId],
        })
      ).body.id;
    });
    expect(heard).toContain(id);
    expect(heard).toContain(goalId);
    const cursor = /id: (\d+-\d+)\nevent: ready/.exec(heard)?.[1] ?? '';
    const again = await listen(samir, async () => undefined, { 'last-event-id': cursor });
    expect(again).toContain(id);
  });

  it('end when the session ends', async () => {
    const client = await app.signIn('maja.ek');
    const copy = client.cookieHeader;
    const response = await fetch(`${app.url}/api/activity/stream`, { headers: { cookie: copy } });
    const ended = response.text();
    await client.delete('/api/session');
    await Promise.race([ended, new Promise((_, reject) => setTimeout(() => reject(new Error('still open')), 9500))]);
  }, 15_000);
});

/** What arrives on the reader's stream while the work is done. */
async function listen(
  reader: Client,
  work: () => Promise<unknown>,
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
  await work();
  await new Promise((resolve) => setTimeout(resolve, 700));
  abort.abort();
  await reading;
  return heard;
}
