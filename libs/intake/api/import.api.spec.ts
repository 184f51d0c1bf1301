import type { Action, ActionPage } from '@samverkan/actions/contract';
import type {
  ActionImportDone,
  ActionImportPreview,
  ActionImportProgress,
  ActionImportUndone,
} from '@samverkan/intake/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { importSample } from './import-sample';
import { mostLike } from './title-likeness';

const at = '/api/actions/import';
const type = { 'content-type': 'application/octet-stream' };
let app: TestApp;
let [ida, samir]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, samir] = await Promise.all(['ida.nordlund', 'samir.lund'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const preview = async (file: Buffer, client = ida!) =>
  (await client.send<ActionImportPreview>('PUT', `${at}/preview`, file, type)).body;
const take = async (file: Buffer, client = ida!, key?: string) =>
  client.send<ActionImportDone>('POST', at, file, key ? { ...type, 'idempotency-key': key } : type);
const progress = async (key: string, client = ida!) =>
  (await client.get<ActionImportProgress>(`${at}/progress?key=${key}`)).body;
const undo = async ({ added }: ActionImportDone, client = ida!) =>
  (await client.post<ActionImportUndone>(`${at}/undo`, { added })).body;
const found = async (q: string) =>
  (await ida!.get<ActionPage>(`/api/actions?mine=true&q=${encodeURIComponent(q)}`)).body.items.map(
    ({ title }) => title,
  );
const exported = async () => (await ida!.get('/api/actions/export?format=csv&mine=true&sort=title&order=asc')).text;
/** What an export says of each action, without the reference that is its own. */
const said = (text: string) => text.split('\n').map((line) => line.replace(/^[^;]*;/, ''));
const ok = <T>({ status, body }: { status: number; body: T }): T => {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};
const headings = 'Rubrik;Typ;Startar;Slutar;Målgrupp;Kommun;Status;Avbruten därför att';

describe('a sheet of two thousand actions', () => {
  const { rows, planted } = importSample(2000, 40);

  it('is told line by line: each of forty faults in its place, and nothing else', async () => {
    const read = await preview(csv(...rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';'))));
    expect(read.rows.flatMap(({ line, issues }) => issues.map(({ column, code }) => ({ line, column, code })))).toEqual(
      planted,
    );
    expect(read.counts).toEqual({ new: 1960, changed: 0, same: 0, wrong: 40 });
  });
});

describe('actions from a sheet', () => {
  it('are told row by row first, with line and code, and nothing is written', async () => {
    const file = csv(
      headings,
      'Förhandsvisad kurs;Utbildning;2027-03-01;2027-05-31;Yrkesverksamma;Kramfors;;',
      ';Utbildning;;;;;;',
      'Fel dag;Kurs;mars;;Marsianer;Atlantis;;',
      'Baklänges;Rutin;2027-05-01;2027-03-01;;;;',
      'Avbruten;Rutin;;;;;Avbruten;',
      'Om 19811218-9876;Rutin;;;;;;',
      'Förhandsvisad kurs;Utbildning;2027-03-01;2027-05-31;;;;',
    );
    const { rows, counts } = await preview(file);
    expect(counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 6 });
    const codes = rows.map(({ line, issues }) => [
      line,
      ...issues.map(({ column, code }) => `${column} ${code}`).sort(),
    ]);
    expect(codes).toEqual([
      [2],
      [3, 'title import.title-missing'],
      [
        4,
        'municipalities import.unknown-municipality',
        'startsOn import.not-a-day',
        'targetGroups import.unknown-word',
      ],
      [5, 'endsOn action.ends-before-it-starts'],
      [6, 'cancelReason import.reason-missing'],
      [7, 'title text.personal-number'],
      [8, 'title import.twice-in-file'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('9876');
    expect((await take(file)).status).toBe(400);
    expect(await found('Förhandsvisad kurs')).toEqual([]);
  });

  it('come in as logged by hand, and go again all at once but for what somebody has touched', async () => {
    const file = csv(
      headings,
      'Importerad ett;Utbildning;2027-03-01;2027-05-31;Yrkesverksamma;Hela länet;Pågår;',
      'Importerad två;Rutin;2026-01-01;2026-02-01;Unga;Kramfors;Avslutad;',
      'Importerad tre;Annat;;;;;Avbruten;Pengarna tog slut',
    );
    const done = (await take(file)).body;
    expect(done.added).toHaveLength(3);
    expect((await found('Importerad')).sort()).toEqual(['Importerad ett', 'Importerad tre', 'Importerad två']);
    expect((await preview(file)).counts).toEqual({ new: 0, changed: 0, same: 3, wrong: 0 });
    expect((await take(file)).body).toEqual({ added: [], same: 3 });
    expect(await undo(done, samir)).toEqual({ taken: 0, left: 3 });
    const [touched] = done.added;
    await ida!.patch(`/api/actions/${touched?.id}`, { description: 'Ändrad sedan' }, touched?.version ?? 0);
    expect(await undo(done)).toEqual({ taken: 2, left: 1 });
    expect(await found('Importerad')).toEqual(['Importerad ett']);
  });

  it('that were exported are all there already, and come back the same when they are gone', async () => {
    const first = (
      await take(
        csv(
          'Rubrik;Typ;Status;Startar;Slutar;Partner;Kommuner;Målgrupper;Våldsformer;Faser;Ansvarig funktion;Synlig för;Beskrivning',
          'Rundtur A;Utbildning;Planerad;2027-03-01;2027-05-31;"Polismyndigheten; Elevhälsa";Kramfors, Sollefteå;Unga, Yrkesverksamma;Sexuellt våld;Upptäcka;Projektledare;Alla anslutna;Två dagar, tre lärare.',
          'Rundtur B;Nätverk;Pausad;2027-01-01;;;Hela länet;;;;;Länet;=Summa av allt',
        ),
      )
    ).body;
    expect(first.added).toHaveLength(2);
    const before = await exported();
    const again = await preview(Buffer.from(before));
    expect([again.counts.new, again.counts.changed, again.counts.wrong]).toEqual([0, 0, 0]);
    await undo(first);
    const back = await take(Buffer.from(before));
    expect(back.body.added).toHaveLength(2);
    expect(said(await exported())).toEqual(said(before));
  });

  it('that are nearly the same as one there is are told of, and come in all the same', async () => {
    await take(csv(headings, 'Grundkurs om våld i Kramfors;Utbildning;2028-03-01;2028-05-31;;;;'));
    const [row] = (await preview(csv(headings, 'Grundkurs om våld i Kramfors kommun;Utbildning;2028-04-01;;;;;'))).rows;
    expect(row).toMatchObject({ outcome: 'new', like: { title: 'Grundkurs om våld i Kramfors' } });
  });

  it('are the organisation’s own: another’s rows are refused, and who only reads takes nothing in', async () => {
    const file = csv('Rubrik;Typ;Ägare', 'Annans;Rutin;Region Västernorrland');
    expect((await preview(file)).rows[0]?.issues).toEqual([{ column: 'owners', code: 'import.other-organization' }]);
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    expect((await take(file, reader)).status).toBe(403);
  });

  it('leave what they leave when they are logged and moved by hand: the row, its history, its news and its audit', async () => {
    const [party] = await app.sql<{ id: string; name: string }>(
      "select id, name from organization where name = 'Polismyndigheten'",
    );
    await take(
      csv(
        'Rubrik;Typ;Status;Startar;Slutar;Partner;Kommuner;Målgrupper;Synlig för;Avbruten därför att',
        `I fil A;Utbildning;Avslutad;2026-03-01;2026-05-31;"${party?.name}; Elevhälsa";Kramfors, Sollefteå;Unga;Alla anslutna;`,
        'I fil B;Nätverk;Avbruten;;;;;;Länet;Pengarna tog slut',
        'I fil C;Rutin;Pausad;;;;;;Bara vi;',
      ),
    );
    const content = {
      description: '',
      goalIds: [],
      municipalityCodes: [],
      targetGroups: [],
      forms: [],
      phases: [],
      responsibleFunction: null,
      responsibleFunctionId: null,
      partnerIds: [],
      partnerNames: [],
      startsOn: null,
      endsOn: null,
      status: 'planned',
    };
    const byHand = async (given: object, ...verbs: [string, object?][]) => {
      const { id } = ok(await ida!.post<Action>('/api/actions', { ...content, ...given }));
      for (const [verb, body] of verbs)
        expect((await ida!.post(`/api/actions/${id}/${verb}`, body ?? {})).status).toBe(200);
    };
    await byHand(
      {
        title: 'För hand A',
        kind: 'training',
        visibility: 'members',
        startsOn: '2026-03-01',
        endsOn: '2026-05-31',
        partnerIds: [party?.id],
        partnerNames: ['Elevhälsa'],
        municipalityCodes: ['2282', '2283'],
        targetGroups: ['young_people'],
      },
      ['start'],
      ['complete'],
    );
    await byHand({ title: 'För hand B', kind: 'network', visibility: 'county' }, [
      'cancel',
      { reason: 'Pengarna tog slut' },
    ]);
    await byHand({ title: 'För hand C', kind: 'routine', visibility: 'own' }, ['pause']);
    const left = (title: string) =>
      app.sql(
        `select (to_jsonb(a) - '{id,reference,title,created_at,changed_at,words,alike}'::text[]) as row,
           (select jsonb_agg(jsonb_build_array(l.version, l.level, l.field, l.before, l.after, l.organization_id, l.user_id) order by l.version, l.field) from change_log l where l.object_id = a.id) as history,
           (select jsonb_agg(jsonb_build_array(e.kind, e.level, e.value, e.goal_ids, e.organization_id) order by e.id) from event e where e.object_id = a.id) as news,
           (select jsonb_agg(jsonb_build_array(u.verb, u.outcome, u.reason, u.user_id, u.organization_id, u.role, u.pseudonym is not null) order by u.id) from audit u where u.object_id = a.id) as audit
         from action a where a.title = $1`,
        [title],
      );
    for (const letter of ['A', 'B', 'C']) {
      const [inFile, hand] = [await left(`I fil ${letter}`), await left(`För hand ${letter}`)];
      expect(inFile).toHaveLength(1);
      expect(inFile).toEqual(hand);
    }
  });

  it('find out of no more unpublished plans of others than when they are logged by hand: five a day', async () => {
    await samir!.post('/api/actions', { title: 'Samirs plan', kind: 'routine', status: 'draft', visibility: 'own' });
    const party = (await app.sql<{ id: string }>("select id from organization where key = 'municipality:2280'"))[0]?.id;
    const other = await app.someone('coordinator', 'municipality:2280');
    await take(csv(headings, ...Array.from({ length: 9 }, (_, row) => `Om rutin ${row};Rutin;;;;;;`)), other);
    const asked = await app.sql<{ alike: boolean }>(
      "select alike from action where title like 'Om rutin %' and owner_ids = array[$1::uuid]",
      [party],
    );
    expect(asked.filter(({ alike }) => alike)).toHaveLength(5);
    expect(asked).toHaveLength(9);
  });

  it('can be asked after by whoever began it, and by nobody else, until two days have gone', async () => {
    const key = 'import-asked-after-1';
    expect(await progress(key)).toEqual({ state: 'none', done: 0, of: 0, answer: null });
    const done = (await take(csv(headings, 'Efterfrågad;Rutin;;;;;;'), ida, key)).body;
    expect(await progress(key)).toEqual({ state: 'done', done: 0, of: 0, answer: done });
    expect(await progress(key, samir)).toEqual({ state: 'none', done: 0, of: 0, answer: null });
    expect((await take(csv(headings, 'Efterfrågad;Rutin;;;;;;'), ida, key)).body).toEqual(done);
  });

  it('that come to nothing are told as such, and nothing is half done', async () => {
    const key = 'import-came-to-nothing';
    const many = Array.from({ length: 150 }, (_, row) => `Halvvägs ${row};Rutin;;;;;;`);
    await app.sql(
      `create function stumble() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await app.sql(
      `create trigger stumble before insert on action for each row when (new.title = 'Halvvägs 149') execute function stumble()`,
    );
    try {
      expect((await take(csv(headings, ...many), ida, key)).status).toBeGreaterThanOrEqual(400);
    } finally {
      await app.sql('drop trigger stumble on action');
    }
    expect(await progress(key)).toMatchObject({ state: 'none' });
    expect(await found('Halvvägs')).toEqual([]);
  });

  it('sent from two windows at once stand there once', async () => {
    const file = csv(headings, ...Array.from({ length: 120 }, (_, row) => `Två fönster ${row};Rutin;;;;;;`));
    const answers = await Promise.all([take(file, ida, 'import-window-one'), take(file, ida, 'import-window-two')]);
    for (const { status, body } of answers)
      expect(status === 200 || (body as { code?: string }).code === 'import.another-runs').toBe(true);
    const [count] = await app.sql<{ n: number }>(
      `select count(*)::int as n from action where title like 'Två fönster %'`,
    );
    expect(count?.n).toBe(120);
  });

  it('are measured for likeness as the database measures it', async () => {
    for (const [one, other] of [
      ['Rutin för orosanmälan', 'rutiner för orosanmälan'],
      ['Grundkurs om våld', 'Kurs om våld (grund)'],
    ] as const) {
      const [measured] = await app.sql<{ likeness: number }>('select similarity(lower($1), lower($2)) as likeness', [
        one,
        other,
      ]);
      const find = (least: number) => mostLike([{ title: one }], least)(other, () => true);
      expect(find((measured?.likeness ?? 0) - 0.001)).toBeDefined();
      expect(find((measured?.likeness ?? 1) + 0.001)).toBeUndefined();
    }
  });
});
