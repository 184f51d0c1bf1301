// The trash, over every area that has something in it: what is taken away lies there for those who may put it back, comes back as it was,
// and is in nobody else's. A kind that registers and is not tried here fails.
import { TrashSources } from '@samverkan/shared/api';
import type { Trash, TrashItem } from '@samverkan/shared/contract';
import type { PublicTexts } from '@samverkan/public/contract';
import type { Strategy } from '@samverkan/strategies/contract';
import { type Client, type TestApp, aSystem, testApp } from '@samverkan/testing';

interface Kind {
  /** Makes one of the name, and gives its id. */
  make(name: string): Promise<string>;
  takeAway(id: string): Promise<{ status: number }>;
  /** As it stands, to be the same afterwards. */
  read(id: string): Promise<unknown>;
  /** What it is called in the trash, where that is not the name. */
  title?: string;
  /** Who else of the organisation sees it there. */
  shared: boolean;
  /** Where it is not for a municipality to write. */
  people?: People;
}

/** Who takes it away, a colleague, and those outside. */
interface People {
  writer: Client;
  name: string;
  colleague: Client;
  others: Client[];
}

let app: TestApp;
let ida: Client;
let colleague: Client;
let others: Client[];
let action: string;
let kramfors: string;
let kinds: Record<string, Kind>;
const peopleOf = ({ people }: Kind): People => people ?? { writer: ida, name: 'Ida Nordlund', colleague, others };

const has = (items: readonly { id: string }[] | undefined, id: string) => items?.find((one) => one.id === id);
const listed = async (path: string, id: string) =>
  has((await ida.get<{ items: { id: string }[] }>(path)).body.items, id) as Record<string, unknown> | undefined;
const without = (one: Record<string, unknown> | undefined, ...names: string[]) =>
  Object.fromEntries(Object.entries(one ?? {}).filter(([name]) => !['version', 'changedAt', ...names].includes(name)));
const idOf = (answer: { status: number; text: string; body: { id?: string; items?: { id: string }[] } }) => {
  expect([answer.status < 300, answer.text]).toEqual([true, answer.text]);
  return answer.body.items?.at(-1)?.id ?? answer.body.id ?? '';
};
const keptAt = (at: string, body: (name: string) => object, shared = true): Kind => ({
  make: async (name) => idOf(await ida.post(at, body(name))),
  takeAway: (id) => ida.post(`${at}/${id}/removal`, {}),
  read: async (id) => without(await listed(at, id)),
  shared,
});

beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  colleague = await app.someone('coordinator', 'municipality:2282');
  others = [
    await app.signIn('jon.wik'),
    await app.signIn('eva.berglind'),
    await app.someone('system_admin', 'county_board:22'),
  ];
  kramfors =
    (await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2282'`))[0]?.id ?? '';
  const eva = await app.signIn('eva.berglind');
  const ofTheBoard: People = {
    writer: eva,
    name: 'Eva Berglind',
    colleague: await app.someone('county_staff', 'county_board:22'),
    others: [ida, ...others.filter((_, at) => at !== 1)],
  };
  const plan = { title: 'Det den hänger på', kind: 'other', status: 'planned', visibility: 'members' };
  action = (await ida.post<{ id: string }>('/api/actions', plan)).body.id;
  const at = `/api/actions/${action}`;
  const [goal] = await app.sql<{ id: string; title: string }>(
    `select id, number || '. ' || title as title from goal where key = 'reg-22-handlingsplan-2022:1'`,
  );
  kinds = {
    'comments.comment': {
      make: async (text) => idOf(await ida.post(`${at}/comments`, { text })),
      takeAway: (id) => ida.delete(`/api/comments/${id}`),
      read: async (id) => without(await listed(`${at}/comments`, id)),
      shared: true,
    },
    'tasks.task': {
      make: async (title) =>
        idOf(await ida.post(`${at}/tasks`, { title, organizationId: kramfors, dueOn: '2099-05-01' })),
      takeAway: (id) => ida.delete(`/api/tasks/${id}`),
      read: async (id) => without(await listed(`${at}/tasks`, id)),
      shared: true,
    },
    'attachments.attachment': {
      make: async (title) =>
        idOf(await ida.post(`${at}/attachments/links`, { title, address: 'https://example.org/r.pdf' })),
      takeAway: (id) => ida.post(`/api/attachments/${id}/removal`),
      read: async (id) => without(await listed(`${at}/attachments`, id)),
      shared: true,
    },
    'publications.publication': {
      make: async (title) => idOf(await eva.post('/api/publications', { title, type: 'report' })),
      takeAway: (id) => eva.delete(`/api/publications/${id}`),
      read: async (id) => without((await eva.get<Record<string, unknown>>(`/api/publications/${id}`)).body),
      shared: true,
      people: ofTheBoard,
    },
    'publications.file': {
      make: async (title) => {
        const id = idOf(await eva.post('/api/publications', { title: 'Med fil', type: 'report' }));
        const made = `insert into publication_file (publication_id, title, organization_id) select id, $2, organization_id from publication where id = $1 returning id`;
        return (await app.sql<{ id: string }>(made, [id, title]))[0]?.id ?? '';
      },
      takeAway: (id) => eva.post(`/api/publication-files/${id}/removal`, {}),
      read: (id) => app.sql('select title, removed_at, removed_by from publication_file where id = $1', [id]),
      shared: true,
      people: ofTheBoard,
    },
    'methods.method': {
      make: async (name) => idOf(await eva.post('/api/methods', { name })),
      takeAway: (id) => eva.delete(`/api/methods/${id}`),
      read: async (id) => without((await eva.get<Record<string, unknown>>(`/api/methods/${id}`)).body),
      shared: true,
      people: ofTheBoard,
    },
    'strategies.draft': {
      make: async (title) =>
        idOf(
          await eva.post('/api/strategies', {
            kind: 'action_plan',
            title,
            shortTitle: title,
            startsOn: '2098-01-01',
            endsOn: '2099-01-01',
          }),
        ),
      takeAway: (id) => eva.delete(`/api/strategies/${id}`),
      read: async (id) => without((await eva.get<Record<string, unknown>>(`/api/strategies/${id}`)).body),
      shared: true,
      people: ofTheBoard,
    },
    'strategies.goal': {
      make: async (title) => {
        const text = {
          kind: 'action_plan',
          title: 'Med mål',
          shortTitle: 'Med mål',
          startsOn: '2098-01-01',
          endsOn: '2099-01-01',
        };
        const id = idOf(await eva.post('/api/strategies', text));
        const { goals } = (await eva.post<Strategy>(`/api/strategies/${id}/goals`, { title })).body;
        await eva.post(`/api/strategies/${id}/goals`, { title: 'Under', parentId: goals[0]?.id });
        return goals[0]?.id ?? '';
      },
      takeAway: (id) => eva.delete(`/api/goals/${id}`),
      read: (id) =>
        app.sql(
          'select title, number, sort, removed_at, removed_by from goal where id = $1 or parent_id = $1 order by number',
          [id],
        ),
      shared: true,
      people: ofTheBoard,
    },
    'followup.assessment': {
      make: async () =>
        idOf(
          await eva.post('/api/assessments', {
            goalId: goal?.id,
            level: 'stalled',
            reason: 'Står still.',
            assessedOn: '2026-11-01',
          }),
        ),
      title: goal?.title ?? '',
      takeAway: (id) => eva.delete(`/api/assessments/${id}`),
      read: async (id) => without((await eva.get<Record<string, unknown>>(`/api/assessments/${id}`)).body),
      shared: true,
      people: ofTheBoard,
    },
    'public.text': {
      make: async (sv) => {
        // One draft at a time.
        await eva.delete('/api/public-texts/22/work/draft');
        return idOf(await eva.send('PUT', '/api/public-texts/22/work/draft', { sv }, { 'If-Match': '"0"' }));
      },
      takeAway: () => eva.delete('/api/public-texts/22/work/draft'),
      read: async () =>
        (await eva.get<PublicTexts>('/api/public-texts/22')).body.items.map(({ pending }) => pending?.sv ?? null),
      shared: true,
      people: ofTheBoard,
    },
    'organizations.party': {
      make: async (name) =>
        idOf(
          await ida.post('/api/organizations', {
            name,
            kind: 'civil_society',
            countyCodes: ['22'],
            municipalityCodes: ['2282'],
            description: 'Råd.',
          }),
        ),
      takeAway: (id) => ida.send('DELETE', `/api/organizations/${id}`, undefined, { 'If-Match': '"1"' }),
      read: async (id) => without((await ida.get<Record<string, unknown>>(`/api/organizations/${id}`)).body),
      shared: true,
    },
    'actions.filter': keptAt('/api/actions/filters', (name) => ({ name, view: 'list', choice: { q: 'x' } }), false),
    'actions.update': {
      make: async (done) => {
        const written = await ida.post<{ written: string }>(`${at}/updates`, { happenedOn: '2026-11-01', done });
        return written.body.written;
      },
      takeAway: (id) => ida.delete(`${at}/updates/${id}`),
      read: (id) => listed(`${at}/updates`, id),
      shared: true,
    },
    'intake.template': keptAt('/api/action-templates', (name) => ({
      name,
      content: { kind: 'training', title: 'Grundkurs' },
    })),
    'contacts.group': keptAt('/api/contacts/groups', (name) => ({ name, choice: { subject: ['elderly'] } })),
  };
});
afterAll(() => app.close());

const trashOf = async (client: Client) => (await client.get<Trash>('/api/trash')).body.items;
const inTrash = async (client: Client, id: string) => has(await trashOf(client), id) as TrashItem | undefined;

it('has every kind that an area registers tried here, and no other', () => {
  expect(Object.keys(kinds).sort()).toEqual([...app.get(TrashSources).kinds].sort());
});

it('keeps what is taken away, says by whom and until when, and gives it back as it was with one press', async () => {
  for (const [kind, one] of Object.entries(kinds)) {
    const { make, takeAway, read } = one;
    const { writer, name } = peopleOf(one);
    const id = await make(`Borttagen ${kind}`);
    const before = await read(id);
    expect(await inTrash(writer, id)).toBeUndefined();
    expect([kind, (await takeAway(id)).status < 300]).toEqual([kind, true]);
    const item = await inTrash(writer, id);
    const [day] = await app.sql<{ on: string }>(
      `select ((now() + interval '30 days') at time zone 'Europe/Stockholm')::date::text as on`,
    );
    expect(item).toMatchObject({ kind, title: one.title ?? `Borttagen ${kind}`, takenBy: name, goesOn: day?.on });
    expect([kind, item?.path.startsWith('/')]).toEqual([kind, true]);
    expect([kind, (await writer.post(item?.restore ?? '', {})).status]).toEqual([kind, 200]);
    expect([kind, await read(id)]).toEqual([kind, before]);
    expect(await inTrash(writer, id)).toBeUndefined();
  }
});

it('shows it to colleagues where it was everybody’s, and to nobody outside, who can put nothing back', async () => {
  const system = await aSystem(app, 'municipality:2282', ['actions.read', 'actions.write', 'directory.read']);
  for (const [kind, one] of Object.entries(kinds)) {
    const { make, takeAway, shared } = one;
    const people = peopleOf(one);
    const id = await make(`Dold ${kind}`);
    await takeAway(id);
    expect([kind, (await inTrash(people.colleague, id)) !== undefined]).toEqual([kind, shared]);
    const restore = (await inTrash(people.writer, id))?.restore ?? '';
    for (const other of people.others) {
      expect([kind, (await other.get('/api/trash')).text.includes(id)]).toEqual([kind, false]);
      expect([kind, [403, 404].includes((await other.post(restore, {})).status)]).toEqual([kind, true]);
    }
    expect((await system.get('/api/trash')).status).toBe(403);
    expect((await system.post(restore)).status).toBe(403);
  }
});

it('no longer has what its thirty days are over for', async () => {
  const kind = kinds['tasks.task'];
  const id = (await kind?.make('Gammal')) ?? '';
  await kind?.takeAway(id);
  await app.sql(`update action_task set removed_at = now() - interval '30 days 1 hour' where id = $1`, [id]);
  expect(await inTrash(ida, id)).toBeUndefined();
});
