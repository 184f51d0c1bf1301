// Goals of a draft from a county's own table.
import { GoalImportDone, GoalImportPreview, type Strategy, goalHeadings } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { readSheet } from 'read-excel-file/node';
import { writeXlsx } from 'hucre/xlsx';

let app: TestApp;
let [eva, ida]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, ida] = [await app.signIn('eva.berglind'), await app.signIn('ida.nordlund')];
});
afterAll(() => app.close());

const type = { 'content-type': 'application/octet-stream' };
const workbook = (rows: (string | number)[][]) => writeXlsx({ sheets: [{ name: 'Blad', rows }] });
const at = ({ id }: Strategy, path = '') => `/api/strategies/${id}/import${path}`;
const aDraft = async () =>
  (
    await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Handlingsplan från en tabell',
      shortTitle: 'Från en tabell',
      startsOn: '2027-01-01',
    })
  ).body;
const preview = async (draft: Strategy, rows: (string | number)[][], query = '') =>
  GoalImportPreview.parse((await eva!.send('PUT', at(draft, `/preview${query}`), await workbook(rows), type)).body);
const load = async (draft: Strategy, rows: (string | number)[][]) =>
  eva!.send<GoalImportDone>('POST', at(draft), await workbook(rows), type);
const read = async (draft: Strategy) => (await eva!.get<Strategy>(`/api/strategies/${draft.id}`)).body;
const outline = ({ goals }: Strategy) =>
  goals.map(({ number, title, kind, parentId }) =>
    [number, kind === 'measure' ? 'åtgärd' : 'mål', title, goals.find(({ id }) => id === parentId)?.title ?? '–'].join(
      ' | ',
    ),
  );
const faults = ({ rows }: GoalImportPreview) =>
  rows.flatMap(({ line, issues }) => issues.map(({ column, code }) => [line, column, code]));

// As counties write them: the goal once, its measures below it, numbers in the headings.
const countysOwn = [
  ['Målområde', 'Åtgärd', 'Ansvarig', 'Indikator', 'Nationellt mål'],
  [
    '1. Våldet förebyggs',
    'Skolan arbetar förebyggande',
    'Region Västernorrland',
    'Andel skolor',
    'Nationella strategin 2017–2026: 1',
  ],
  ['', 'Den som utövar våld får hjälp', '', '', ''],
  [
    '2. Fler upptäcks',
    'Frågan ställs i vården\nFrågan ställs i socialtjänsten',
    'Kramfors kommun',
    '',
    'Nationella strategin 2017–2026: 2, 3',
  ],
];

describe('a county’s own table of goals', () => {
  it('becomes goals with their measures, who answers for them and the national goals they serve', async () => {
    const draft = await aDraft();
    const told = await preview(draft, countysOwn);
    expect(told.columns).toEqual(['title', 'measures', 'responsible', 'indicators', 'serves']);
    expect(told.rows.map(({ line, outcome, number }) => [line, outcome, number])).toEqual([
      [2, 'new', '1'],
      [3, 'new', '2'],
      [4, 'new', '2'],
    ]);
    expect((await read(draft)).goals).toEqual([]);
    expect((await load(draft, countysOwn)).body).toEqual({ added: 6, changed: 0, same: 0, undo: 2 });
    const after = await read(draft);
    expect(outline(after)).toEqual([
      '1 | mål | Våldet förebyggs | –',
      '1 | åtgärd | Skolan arbetar förebyggande | Våldet förebyggs',
      '2 | åtgärd | Den som utövar våld får hjälp | Våldet förebyggs',
      '2 | mål | Fler upptäcks | –',
      '3 | åtgärd | Frågan ställs i vården | Fler upptäcks',
      '4 | åtgärd | Frågan ställs i socialtjänsten | Fler upptäcks',
    ]);
    const [first, , , second] = after.goals;
    expect([first?.responsible?.name, first?.indicators]).toEqual(['Region Västernorrland', ['Andel skolor']]);
    expect(second?.serves.map(({ goal }) => goal.number)).toEqual(['2', '3']);
    expect(after.implements.map(({ shortTitle }) => shortTitle)).toEqual(['Nationella strategin 2017–2026']);
  });

  it('sent again changes nothing and doubles nothing', async () => {
    const draft = await aDraft();
    await load(draft, countysOwn);
    expect((await preview(draft, countysOwn)).counts).toEqual({ new: 0, changed: 0, same: 3, wrong: 0 });
    expect((await load(draft, countysOwn)).body).toEqual({ added: 0, changed: 0, same: 6, undo: null });
    expect((await read(draft)).goals).toHaveLength(6);
  });

  it('finds a goal by its words or its number, says what changes, and puts what is new in its place', async () => {
    const draft = await aDraft();
    await load(draft, countysOwn);
    const rows = [
      ['Nr', 'Mål', 'Text'],
      [1, 'Våldet förebyggs tidigt', ''],
      ['1.1', 'Barn nås först', ''],
      [2, 'Fler upptäcks', 'I alla verksamheter.'],
    ];
    const told = await preview(draft, rows);
    expect(told.rows.map(({ outcome, fields, before }) => [outcome, fields, before])).toEqual([
      ['changed', ['title'], 'Våldet förebyggs'],
      ['new', [], null],
      ['changed', ['text'], null],
    ]);
    await load(draft, rows);
    const after = await read(draft);
    expect(outline(after).filter((line) => line.includes('| mål |'))).toEqual([
      '1 | mål | Våldet förebyggs tidigt | –',
      '1.1 | mål | Barn nås först | Våldet förebyggs tidigt',
      '2 | mål | Fler upptäcks | –',
    ]);
    expect(after.goals).toHaveLength(7);
  });

  it('stands under the goal it names, by number or by level', async () => {
    const draft = await aDraft();
    await load(draft, [
      ['Nivå', 'Typ', 'Mål', 'Under mål'],
      [1, 'mål', 'Skydd', ''],
      [2, 'åtgärd', 'Skyddat boende i varje kommun', ''],
      ['', 'åtgärd', 'Stöd efter skydd', 'Skydd'],
    ]);
    expect(outline(await read(draft))).toEqual([
      '1 | mål | Skydd | –',
      '1 | åtgärd | Skyddat boende i varje kommun | Skydd',
      '2 | åtgärd | Stöd efter skydd | Skydd',
    ]);
  });
});

describe('a table with faults', () => {
  const rows = [
    ['Nr', 'Mål', 'Åtgärder', 'Under mål', 'Ansvarig', 'Bidrar till', 'Typ', 'Anteckning'],
    ['1', 'Ett mål', '', '', 'Kramfoss kommun', '', '', ''],
    ['2', 'Ett annat mål', '', '99', '', '', '', ''],
    ['3', 'Ett tredje mål', '', '', '', 'Nationella strategin 2017–2026: 19', '', ''],
    ['4', 'Ett fjärde mål', '', '', '', '3', '', ''],
    ['5', '', '', '', '', '', '', ''],
    ['6', 'Ett sjätte mål', '', '', '', '', 'dröm', ''],
    ['1', 'ETT MÅL', '', '', '', '', '', ''],
    ['7', 'Gäller 19121212-1212', '', '', '', '', '', ''],
    ['8', 'Ett åttonde mål', '', '', '', '', '', '191212121212'],
    ['9', 'Å', '', '', '', '', '', ''],
    ['10', 'Skyddat boende finns', 'Det ligger på Storgatan 12', '', '', '', '', ''],
  ];

  it('is told line by line and column by column, without what stood in the cell', async () => {
    const draft = await aDraft();
    const told = await preview(draft, rows);
    expect(faults(told)).toEqual([
      [2, 'responsible', 'import.unknown-party'],
      [3, 'parent', 'import.unknown-parent'],
      [4, 'serves', 'import.unknown-frame-goal'],
      [5, 'serves', 'import.which-frame'],
      [6, 'title', 'import.goal-missing'],
      [7, 'kind', 'import.not-a-kind'],
      [8, 'title', 'import.twice-in-file'],
      [9, 'title', 'text.personal-number'],
      [10, null, 'text.personal-number'],
      [11, 'title', 'field.too-short'],
      [12, 'measures', 'text.shelter-address'],
    ]);
    expect(JSON.stringify(told)).not.toContain('1212');
  });

  it('writes nothing at all, and says where', async () => {
    const draft = await aDraft();
    const answer = await load(draft, [...rows, ['11', 'Ett riktigt mål', '', '', '', '', '', '']]);
    expect([answer.status, (await read(draft)).goals, (await read(draft)).version]).toEqual([400, [], draft.version]);
    expect(answer.body).toMatchObject({
      issues: expect.arrayContaining([{ path: 'rows.2.responsible', code: 'import.unknown-party' }]),
    });
  });

  it('goes home as a sheet of errors in words', async () => {
    const draft = await aDraft();
    const response = await fetch(`${app.url}${at(draft, '/errors?lang=sv')}`, {
      method: 'PUT',
      headers: { ...type, cookie: eva!.cookieHeader, 'x-xsrf-token': eva!.cookie('XSRF-TOKEN') ?? '' },
      body: new Uint8Array(await workbook(rows)),
    });
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(sheet.slice(0, 2)).toEqual([
      ['Rad', 'Kolumn', 'Vad som är fel'],
      [2, 'Ansvarig', 'Parten finns inte. Skriv namnet som det står under Parter.'],
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/1212|import\.\w|text\.\w/);
  });
});

describe('an import of goals', () => {
  const undo = (draft: Strategy, version: number | null, by = eva!) =>
    by.post<Strategy>(at(draft, '/undo'), { version });

  it('is taken back whole: what came goes, what changed is as before', async () => {
    const draft = await aDraft();
    await load(draft, countysOwn);
    const before = await read(draft);
    const done = await load(draft, [
      ['Nr', 'Mål', 'Text', 'Under mål', 'Bidrar till'],
      [1, 'Våldet förebyggs tidigt', 'Ny text', '', 'Nationella strategin 2017–2026: 4'],
      [2, 'Fler upptäcks', '', 1, ''],
      [9, 'Något nytt', '', '', 'Jämställdhetsmålen: 6'],
    ]);
    expect(done.body).toMatchObject({ added: 1, changed: 2 });
    const back = await undo(draft, done.body.undo);
    const same = (strategy: Strategy) =>
      strategy.goals.map(({ version: _version, serves, ...goal }) => ({
        ...goal,
        serves: serves.map(({ goal: { id } }) => id),
      }));
    expect(same(back.body)).toEqual(same(before));
    expect(back.body.implements).toEqual(before.implements);
    expect((await undo(draft, done.body.undo)).status).toBe(409);
  });

  it('is not taken back once somebody has gone on with it', async () => {
    const draft = await aDraft();
    const done = await load(draft, countysOwn);
    const goal = (await read(draft)).goals[0];
    await eva!.patch(`/api/goals/${goal?.id}`, { title: 'Våldet förebyggs av alla' }, goal?.version ?? 0);
    const refused = await undo(draft, done.body.undo);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'import.built-upon' }]);
    expect((await undo(draft, 1)).status).toBe(400);
  });

  it('is one change in the history, one in the news and one in the audit', async () => {
    const draft = await aDraft();
    const { body } = await load(draft, countysOwn);
    expect(await app.sql(`select kind from event where object_id = $1 and kind like '%import%'`, [draft.id])).toEqual([
      { kind: 'strategy.goals-imported' },
    ]);
    expect(
      await app.sql(
        `select distinct version from change_log where object_id = $1 and field in ('goal', 'goalsImported')`,
        [draft.id],
      ),
    ).toEqual([{ version: body.undo }]);
    expect(
      await app.sql(`select outcome from audit where object_id = $1 and verb = 'strategy.goals-imported'`, [draft.id]),
    ).toEqual([{ outcome: 'done' }]);
  });

  it('is for whoever writes the draft: to others there is no such strategy', async () => {
    const draft = await aDraft();
    const file = await workbook(countysOwn);
    for (const path of ['/preview', '/errors'])
      expect([path, (await ida!.send('PUT', at(draft, path), file, type)).status]).toEqual([path, 404]);
    expect((await ida!.send('POST', at(draft), file, type)).status).toBe(404);
    expect((await ida!.get(at(draft, '/template'))).status).toBe(404);
    expect((await undo(draft, 2, ida!)).status).toBe(404);
    const plan = (await app.sql<{ id: string }>(`select id from strategy where key = 'reg-22-handlingsplan-2022'`))[0];
    expect((await eva!.send('POST', `/api/strategies/${plan?.id}/import`, file, type)).status).toBe(403);
  });
});

describe('the template', () => {
  const template = async (draft: Strategy, lang: 'sv' | 'en') => {
    const response = await fetch(`${app.url}${at(draft, `/template?lang=${lang}`)}`, {
      headers: { cookie: eva!.cookieHeader },
    });
    return readSheet(Buffer.from(await response.arrayBuffer()));
  };

  it('has every column by its name in both languages, and an example that can be read', async () => {
    const draft = await aDraft();
    for (const lang of ['sv', 'en'] as const) {
      const rows = await template(draft, lang);
      expect(rows[0]).toEqual(Object.values(goalHeadings).map((words) => words[lang]));
      const told = await preview(
        draft,
        rows.map((row) => row.map((cell) => (cell as string | null) ?? '')),
      );
      expect([told.columns.includes(null), told.counts]).toEqual([false, { new: 2, changed: 0, same: 0, wrong: 0 }]);
    }
  });

  it('holds the goals there are, and taken back as it is it changes nothing', async () => {
    const draft = await aDraft();
    await load(draft, countysOwn);
    const rows = (await template(draft, 'sv')).map((row) => row.map((cell) => (cell as string | null) ?? ''));
    expect(rows).toHaveLength(7);
    expect((await preview(draft, rows)).counts).toEqual({ new: 0, changed: 0, same: 6, wrong: 0 });
  });
});
