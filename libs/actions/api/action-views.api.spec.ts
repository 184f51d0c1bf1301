// The other ways to look at the list: they show what the list shows, and every number is the length of the list it opens.
import type { Action, ActionBoard, ActionPage, ActionSpread } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
let jon: Client;
let goals: string[];

beforeAll(async () => {
  app = await testApp();
  [ida, eva, jon] = (await Promise.all(
    ['ida.nordlund', 'eva.berglind', 'jon.wik'].map((name) => app.signIn(name)),
  )) as [Client, Client, Client];
  goals = (
    await app.sql<{ id: string }>(
      `select g.id from goal g where g.key like 'reg-22-handlingsplan-2022:%' order by key limit 2`,
    )
  ).map(({ id }) => id);
  const log = (by: Client, fields: object) =>
    by.post<Action>('/api/actions', {
      title: 'Vyprov',
      kind: 'other',
      visibility: 'county',
      status: 'planned',
      ...fields,
    });
  const answers = await Promise.all([
    log(ida, {
      title: 'Vyprov i två kommuner',
      municipalityCodes: ['2282', '2281'],
      goalIds: goals,
      status: 'ongoing',
    }),
    log(ida, { title: 'Vyprov utan kommun', goalIds: [goals[0]] }),
    log(ida, { title: 'Vyprov utkast', municipalityCodes: ['2282'], status: 'draft', visibility: 'own' }),
    log(eva, { title: 'Vyprov utan mål', municipalityCodes: ['2281'] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
});
afterAll(() => app.close());

const lengthOf = async (client: Client, query: Record<string, string>) =>
  (await client.get<ActionPage>(`/api/actions?${new URLSearchParams({ ...query, size: '1' })}`)).body.total;

describe('the board', () => {
  const board = async (client: Client, query = '') =>
    (await client.get<ActionBoard>(`/api/actions/board?q=Vyprov${query}`)).body.columns;
  const cards = (columns: ActionBoard['columns']) =>
    Object.fromEntries(columns.map(({ status, cards: held }) => [status, held.map(({ action }) => action.title)]));

  it('has a column for each status with what its reader may see, and none of the drafts of others', async () => {
    expect(cards(await board(ida))).toEqual({
      draft: ['Vyprov utkast'],
      planned: expect.arrayContaining(['Vyprov utan kommun', 'Vyprov utan mål']) as string[],
      ongoing: ['Vyprov i två kommuner'],
      paused: [],
      completed: [],
      cancelled: [],
    });
    expect(cards(await board(eva))['draft']).toEqual([]);
    expect((await board(eva)).find(({ status }) => status === 'draft')?.total).toBe(0);
  });

  it('says of each card where it can be moved, to its owner alone', async () => {
    const find = (columns: ActionBoard['columns'], title: string) =>
      columns.flatMap(({ cards: held }) => held).find(({ action }) => action.title === title)?.moves;
    expect(find(await board(ida), 'Vyprov i två kommuner')).toEqual([
      { verb: 'pause', to: 'paused' },
      { verb: 'complete', to: 'completed' },
      { verb: 'cancel', to: 'cancelled' },
    ]);
    expect(find(await board(eva), 'Vyprov i två kommuner')).toEqual([]);
  });

  it('counts in each column what the list has of that status, also above what it shows', async () => {
    for (const client of [ida, eva, jon]) {
      const { body } = await client.get<ActionBoard>('/api/actions/board?size=1');
      for (const { status, total, cards: held } of body.columns) {
        expect([status, total]).toEqual([status, await lengthOf(client, { status })]);
        expect(held).toHaveLength(Math.min(1, total));
      }
    }
    expect((await board(ida, '&status=paused,ongoing')).map(({ status }) => status)).toEqual(['paused', 'ongoing']);
  });
});

describe('who does what where', () => {
  const filters: Record<string, string>[] = [
    {},
    { q: 'Vyprov' },
    { municipality: '2282,2281' },
    { mine: 'true', status: 'draft,planned,ongoing' },
    { county: '23' },
    { serves: '' },
  ];

  it.each(['owner', 'goal'] as const)(
    'by %s: every number is the length of the list it opens, for each reader',
    async (by) => {
      const [frame] = await app.sql<{ id: string }>(`select id from goal where key = 'nat-1'`);
      for (const client of [ida, eva, jon])
        for (const chosen of filters) {
          const filter = 'serves' in chosen ? { serves: frame?.id ?? '' } : chosen;
          const query = new URLSearchParams({ ...filter, by }).toString();
          const { body } = await client.get<ActionSpread>(`/api/actions/spread?${query}`);
          const inAll = { ...filter, status: body.status.join(), county: body.countyCodes.join() };
          const length = (further: Record<string, string>) => lengthOf(client, { ...inAll, ...further });
          expect(body.total).toBe(await length({}));
          expect(body.unplaced).toBe(await length({ unplaced: 'true' }));
          for (const { code, total } of body.municipalities)
            expect([code, total]).toEqual([code, await length({ municipality: code })]);
          for (const row of sampled(body.rows)) {
            const key: Record<string, string> = row.owner
              ? { owner: row.owner.id }
              : row.goal
                ? { goal: row.goal.id }
                : { untied: 'true' };
            expect([key, row.total]).toEqual([key, await length(key)]);
            expect(row.unplaced).toBe(await length({ ...key, unplaced: 'true' }));
            for (const [at, { code }] of body.municipalities.entries())
              if (at === 0 || at === row.cells.findIndex((count) => count > 0))
                expect([key, code, row.cells[at]]).toEqual([key, code, await length({ ...key, municipality: code })]);
          }
        }
    },
    60_000,
  );

  it('counts an action in two municipalities once where both are counted, and what has no goal in a row of its own', async () => {
    const { body } = await ida.get<ActionSpread>('/api/actions/spread?q=Vyprov&by=goal');
    expect(body.total).toBe(3);
    expect(body.rows.map(({ goal, total }) => [goal?.id ?? null, total])).toEqual([
      [goals[0], 2],
      [goals[1], 1],
      [null, 1],
    ]);
  });

  it('counts for whoever has no county what she asks for, and nothing before she has asked', async () => {
    const reader = await app.someone('national_reader', 'national:jamstalldhetsmyndigheten');
    const { body } = await reader.get<ActionSpread>('/api/actions/spread');
    expect([body.countyCodes, body.municipalities, body.total]).toEqual([[], [], 0]);
    expect((await reader.get<ActionSpread>('/api/actions/spread?county=22')).body.municipalities).toHaveLength(7);
  });
});

/** The first, the last and the middle: enough to see a count that is wrong, and quick. */
const sampled = <T>(rows: readonly T[]): T[] =>
  [...new Set([rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)])].filter((row) => row !== undefined);
