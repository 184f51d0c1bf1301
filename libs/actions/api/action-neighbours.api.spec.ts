// Not doing what the neighbour does: others' actions by name as far as the reader may see them, and of the rest nothing that any question can find out.
import type { Action, ActionNeighbours } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let kramfors: Client;
let solleftea: Client;
let ostersund: Client;
let goal: string;
beforeAll(async () => {
  app = await testApp();
  kramfors = await app.someone('coordinator', 'municipality:2282');
  solleftea = await app.someone('coordinator', 'municipality:2283');
  ostersund = await app.someone('coordinator', 'municipality:2380');
  const [row] = await app.sql<{ id: string }>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
  goal = row?.id ?? '';
});
afterAll(() => app.close());

const log = async (client: Client, fields: object) => {
  const given = { kind: 'method_introduction', status: 'planned', visibility: 'county', ...fields };
  const answer = await client.post<Action>('/api/actions', given);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const near = async (client: Client, query: Record<string, string>) => {
  const answer = await client.get<ActionNeighbours>(`/api/actions/neighbours?${new URLSearchParams(query)}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.items;
};
const titles = async (client: Client, query: Record<string, string>) =>
  (await near(client, query)).map(({ action }) => action.title);

const planned = () => ({
  title: 'Utbildning i FREDA',
  kind: 'training',
  goal,
  municipality: '2282',
  from: '2027-03-01',
  to: '2027-03-31',
});

describe('neighbours of what is planned', () => {
  beforeAll(async () => {
    await log(solleftea, {
      title: 'FREDA-utbildning för socialtjänsten',
      kind: 'training',
      goalIds: [goal],
      startsOn: '2027-04-05',
      endsOn: '2027-04-06',
    });
    await log(solleftea, { title: 'Grundutbildning för skolor', kind: 'training', startsOn: '2027-04-05' });
    await log(solleftea, { title: 'Ny rutin för hot', kind: 'routine', goalIds: [goal] });
    await log(kramfors, { title: 'Utbildning i FREDA, egen', kind: 'training', goalIds: [goal] });
    await log(ostersund, { title: 'Utbildning i FREDA för vården', kind: 'training', municipalityCodes: ['2380'] });
  });

  it('are told the likest first, with what is alike, and never one’s own', async () => {
    const found = await near(kramfors, planned());
    expect(found[0]).toMatchObject({
      action: { title: 'FREDA-utbildning för socialtjänsten', owners: [{ name: 'Sollefteå kommun' }] },
    });
    expect(found[0]?.alike).toEqual(expect.arrayContaining(['words', 'goal', 'kind', 'time']));
    expect(found.map(({ action }) => action.title)).not.toContain('Utbildning i FREDA, egen');
    expect(found.map(({ action }) => action.title)).not.toContain('Ny rutin för hot');
    // A rare word in common weighs more than a goal that much of what is done serves.
    await log(solleftea, { title: 'Kväll om TRAPPAN', kind: 'training', municipalityCodes: ['2282'] });
    expect((await near(kramfors, { ...planned(), title: 'Trappan' }))[0]?.action.title).toBe('Kväll om TRAPPAN');
  });

  it('are those the reader sees in the list and no others', async () => {
    expect(await titles(kramfors, planned())).not.toContain('Utbildning i FREDA för vården');
    expect(await titles(ostersund, planned())).not.toContain('FREDA-utbildning för socialtjänsten');
    expect(await titles(await app.someone('partner', 'national:polismyndigheten'), planned())).not.toContain(
      'FREDA-utbildning för socialtjänsten',
    );
    for (const [role, key] of [
      ['system_admin', 'county_board:22'],
      ['national_reader', 'national:socialstyrelsen'],
      ['county_staff', 'county_board:22'],
    ] as const) {
      const reader = await app.someone(role, key);
      const list = await reader.get<{ items: { id: string }[] }>('/api/actions?size=100');
      const seen = list.body.items.map(({ id }) => id);
      for (const { action } of await near(reader, planned())) expect(seen).toContain(action.id);
    }
  });

  it('are none where nothing but chance is in common, and none of what is over', async () => {
    expect(await titles(kramfors, { title: 'Kvarterskampanj', kind: 'campaign' })).toEqual([]);
    expect(await titles(kramfors, { ...planned(), from: '2029-03-01', to: '2029-03-31' })).not.toContain(
      'FREDA-utbildning för socialtjänsten',
    );
    expect(await titles(kramfors, {})).toEqual([]);
  });
});

/** What somebody may hide, in all the ways that might show through. */
const hidden = [
  {
    title: 'Hemlig FREDA-utbildning',
    description: 'FREDA i mars.',
    startsOn: '2027-03-08',
    endsOn: '2027-03-09',
    municipalityCodes: ['2282', '2283'],
  },
  { title: 'Samtal om annat', startsOn: '2028-01-01', municipalityCodes: ['2283'] },
];
const variations = (): Record<string, string>[] =>
  ['Hemlig FREDA-utbildning', 'FREDA', 'Samtal om annat', 'utbildning', ''].flatMap((title) =>
    ['method_introduction', 'training', 'campaign'].flatMap((kind) =>
      ['2282', '2283'].flatMap((municipality) =>
        [
          { from: '2027-03-01', to: '2027-03-31' },
          { from: '2028-01-01', to: '2028-12-31' },
        ].flatMap((period) => [
          { title, kind, municipality, ...period },
          { title, kind, municipality, ...period, goal },
        ]),
      ),
    ),
  );

describe('what others have not published', () => {
  const answers = async () => {
    const all: string[] = [];
    for (const query of variations()) all.push(JSON.stringify([query, await near(kramfors, query)]));
    return all;
  };

  it('changes no answer to any question: not by its words, kind, goal, place or time, and not by being there', async () => {
    const absent = await answers();
    const made: Action[] = [];
    for (const one of hidden)
      for (const [status, visibility] of [
        ['draft', 'own'],
        ['planned', 'participants'],
      ])
        made.push(await log(solleftea, { ...one, goalIds: [goal], status, visibility }));
    expect(await answers()).toEqual(absent);
    expect(absent.length).toBeGreaterThanOrEqual(100);
    // The same questions find it the moment it is published: they are the right ones to have asked.
    await solleftea.send('PUT', `/api/actions/${made[1]?.id}/visibility`, { visibility: 'county' }, {});
    expect(await answers()).not.toEqual(absent);
    await app.sql(`update action set status = 'cancelled' where id = any ($1)`, [made.map(({ id }) => id)]);
  });

  it('is told once as “at least one”, when the plan is first shown, and the same whatever it is, however many, and whatever is edited', async () => {
    const asks = async (fields: object = {}) =>
      log(await app.someone('coordinator', 'municipality:2281'), {
        title: 'Utbildning i SARA',
        kind: 'network',
        municipalityCodes: ['2281'],
        ...fields,
      });
    const secret = (fields: object) =>
      log(solleftea, { kind: 'network', status: 'draft', visibility: 'own', ...fields });
    await app.sql(`update action set status = 'cancelled' where kind = 'network' and visibility <= 1`);
    const alone = await asks();
    expect(alone.alike).toBe(false);

    // Three that have nothing else in common, or one: the same answer, to the letter.
    const worlds: boolean[] = [];
    for (const world of [hidden.slice(0, 1), hidden.slice(1), [...hidden, ...hidden]]) {
      await app.sql(`update action set status = 'cancelled' where kind = 'network' and visibility <= 1`);
      for (const one of world) await secret(one);
      await app.sql(`update action set alike_on = alike_on - 1 where alike_on is not null`);
      worlds.push((await asks({ title: `Nätverk ${worlds.length}` })).alike);
    }
    expect(worlds).toEqual([true, true, true]);

    // Nothing that is done with the first one afterwards asks again.
    const [owner] = [await app.someone('coordinator', 'municipality:2281')];
    const edits = [
      { kind: 'support' },
      { title: 'Hemlig FREDA-utbildning' },
      { goalIds: [goal] },
      { municipalityCodes: ['2283'] },
      { kind: 'network' },
    ];
    let now = alone;
    for (const edit of edits) {
      now = (await owner.patch<Action>(`/api/actions/${alone.id}`, edit, now.version)).body;
      expect(now.alike).toBe(false);
    }
    for (const visibility of ['own', 'county'])
      now = (await owner.send<Action>('PUT', `/api/actions/${alone.id}/visibility`, { visibility }, {})).body;
    expect(now.alike).toBe(false);
  }, 30_000);

  it('is told to the plan’s owners alone, not for what they keep to themselves, and for five plans a day', async () => {
    await log(solleftea, { title: 'Något hemligt', kind: 'campaign', status: 'draft', visibility: 'own' });
    const timra = await app.someone('coordinator', 'municipality:2262');
    const campaign = (fields: object = {}) => log(timra, { title: 'Kampanj', kind: 'campaign', ...fields });
    expect((await campaign({ visibility: 'own' })).alike).toBe(false);
    const shown = await campaign();
    expect(shown.alike).toBe(true);
    for (const client of [kramfors, solleftea, await app.someone('county_admin', 'county_board:22')])
      expect((await client.get<Action>(`/api/actions/${shown.id}`)).body.alike).toBe(false);
    const told: boolean[] = [];
    for (let n = 0; n < 5; n++) told.push((await campaign({ title: `Kampanj ${n}` })).alike);
    expect(told).toEqual([true, true, true, true, false]);
  }, 30_000);
});
