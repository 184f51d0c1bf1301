// One box over everything: found by stems, beginnings and nearly so, in groups, and never what the reader may not see.
import type { SearchAnswer } from '@samverkan/search/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let neighbour: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.someone('coordinator', 'municipality:2282');
  neighbour = await app.someone('coordinator', 'municipality:2283');
});
afterAll(() => app.close());

const log = async (client: Client, fields: object) => {
  const given = { kind: 'network', status: 'planned', visibility: 'county', ...fields };
  const answer = await client.post<{ id: string }>('/api/actions', given);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const find = async (client: Client, q: string, more: Record<string, string> = {}) => {
  const answer = await client.get<SearchAnswer>(`/api/search?${new URLSearchParams({ q, ...more })}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
const groupOf = (answer: SearchAnswer, name: string) => answer.groups.find(({ group }) => group === name);
const titles = (answer: SearchAnswer, name: string) => groupOf(answer, name)?.items.map(({ title }) => title) ?? [];

describe('a search over everything', () => {
  it('finds a party by the name it had, with that name, and where it stands', async () => {
    const found = await find(ida, 'landstinget västernorrland');
    expect(groupOf(found, 'organizations')?.items[0]).toMatchObject({
      title: 'Region Västernorrland',
      about: expect.stringContaining('andsting') as string,
      path: expect.stringMatching(/^\/parter\/[0-9a-f-]{36}$/) as string,
    });
    // Its functions answer too; what is called as was typed comes before what only belongs there.
    expect(found.groups.map(({ group }) => group).slice(0, 2)).toEqual(['organizations', 'contacts']);
  });

  it('finds goals and strategies by the stem of a word, and by its beginning while one types', async () => {
    expect(titles(await find(ida, 'jämställdhet'), 'strategies').length).toBeGreaterThan(0);
    expect(titles(await find(ida, 'jämställ'), 'strategies').length).toBeGreaterThan(0);
    const goals = groupOf(await find(ida, 'våld'), 'goals');
    expect(goals?.items[0]?.path).toMatch(/^\/strategier\/[0-9a-f-]{36}\/mal\/[0-9a-f-]{36}$/);
    expect(goals?.items[0]?.about).toBeTruthy();
  });

  it('asks for what tells among small words: no text keeps those', async () => {
    expect(titles(await find(ida, 'mäns våld mot kvinnor'), 'strategies').length).toBeGreaterThan(0);
    expect(titles(await find(ida, 'mäns våld mot kvinnor'), 'goals').length).toBeGreaterThan(0);
    await log(ida, { title: 'Uppsökande arbete', description: 'Vi går till barn som upplever tystnad och oro.' });
    expect(titles(await find(ida, 'barn som upplever tystnad'), 'actions')).toEqual(['Uppsökande arbete']);
  });

  it('says nothing of how a function is reached: a search is no reading of contact data', async () => {
    await app.sql(`insert into contact_function (organization_id, title, subjects, municipality_codes, county_codes, mailbox, phone, visibility, next_verification_on, created_by)
      select id, 'Tvålsamordnare', '{coordination}', '{2282}', '{22}', 'tval@example.org', '0612-800 00', 3, today() + 180, '00000000-0000-7000-8000-000000000000' from organization where key = 'municipality:2282'`);
    const before = await app.sql<{ n: number }>('select count(*)::int as n from audit');
    const found = await find(neighbour, 'tvålsamordnare');
    expect(groupOf(found, 'contacts')?.items).toEqual([
      expect.objectContaining({ title: 'Tvålsamordnare', about: 'Kramfors kommun' }),
    ]);
    expect(JSON.stringify(found)).not.toContain('tval@');
    expect(await app.sql<{ n: number }>('select count(*)::int as n from audit')).toEqual(before);
  });

  it('knows what goes with a word in the lists: looks for that where nothing has the word itself, and offers it where something has', async () => {
    await log(ida, { title: 'Vägen ut för våldsverkare' });
    const { also, ...found } = await find(ida, 'våldsverkare');
    expect([found.synonym, titles(found as SearchAnswer, 'actions')[0]]).toEqual([null, 'Vägen ut för våldsverkare']);
    expect(also[0]).toBe('våldsutövare');
    // Whole words alone, and none that another one begins: the lists have `utbilda*`, `kursen` and `workshop*` as well.
    expect((await find(ida, 'utbildningen')).also).toEqual(['kurs']);
    // Nothing has this one: what has the agreed words is shown.
    await log(ida, { title: 'Kväll om digitalt våld' });
    const other = await find(ida, 'nätkränkningar');
    expect([other.nearly, other.synonym]).toEqual([false, 'digitalt våld']);
    expect(titles(other, 'actions')).toContain('Kväll om digitalt våld');
    expect((await find(ida, 'Vattkoppsord')).also).toEqual([]);
  });

  it('finds what is spelt nearly so, and says that it is, only when nothing has the words as they were written', async () => {
    await log(ida, { title: 'Vattkoppsnätverket' });
    expect(await find(ida, 'Vattkoppsnätverket')).toMatchObject({ nearly: false });
    const near = await find(ida, 'vatkoppsnätvärket');
    expect(near.nearly).toBe(true);
    expect(near.groups.map(({ list }) => list).filter(Boolean)).toEqual([]);
    expect(titles(near, 'actions')).toContain('Vattkoppsnätverket');
  });

  it('finds parties and their functions by a name that is spelt nearly so', async () => {
    const near = await find(ida, 'Kramfosr');
    expect(near.nearly).toBe(true);
    expect(titles(near, 'organizations')).toContain('Kramfors kommun');
    expect(groupOf(near, 'contacts')?.items[0]?.about).toBe('Kramfors kommun');
  });

  it('tells the likest of much that is nearly so first, then what was changed last; what she may not see takes no place', async () => {
    const many = (title: string, visibility: number, owner: string, hours: number) =>
      app.sql(
        `insert into action (title, kind, status, visibility, owner_ids, county_codes, created_by, changed_at)
          select $1 || n, 'network', 'ongoing', $2, array[o.id], '{22}', new_id(), now() - make_interval(hours => $4, mins => n)
          from organization o, generate_series(1, 250) n where o.key = $3`,
        [title, visibility, owner, hours],
      );
    await many('Biodlarkurs för alla ', 0, 'municipality:2283', 0);
    await many('Biodlarkurs för alla ', 2, 'municipality:2283', 10);
    await app.sql(
      `update action set title = 'Biodlarkruka' where id = (select id from action where title = 'Biodlarkurs för alla 100' and visibility = 2)`,
    );
    const ask = () => find(ida, 'biodlarkrus', { group: 'actions' });
    const lookedUp = await ask();
    expect(groupOf(lookedUp, 'actions')).toMatchObject({ total: 100, capped: true });
    expect(titles(lookedUp, 'actions')).toEqual([
      'Biodlarkruka',
      ...Array.from({ length: 24 }, (_, n) => `Biodlarkurs för alla ${n + 1}`),
    ]);
    // Once PostgreSQL knows how many there are, the same is met among what was changed last instead of being looked up.
    await app.sql('analyze action');
    expect(await ask()).toEqual(lookedUp);
  });

  it('finds each of several words nearly so or as it was written, and only where nothing has each what is like the whole', async () => {
    await log(ida, { title: 'Sorkmötet i Nyland' });
    await log(ida, { title: 'Sorkmötet i Härnösand' });
    expect(titles(await find(ida, 'sorkmöet nyland'), 'actions')).toEqual(['Sorkmötet i Nyland']);
    expect(titles(await find(ida, 'sorkmöet härnsand'), 'actions')).toEqual(['Sorkmötet i Härnösand']);
    await log(ida, { title: 'Sorkmötet om odling i Ådalen' });
    const like = await find(ida, 'sorkmöet om odling i åadlen');
    expect(titles(like, 'actions')).toEqual(['Sorkmötet om odling i Ådalen']);
    expect(titles(await find(ida, 'sorkmöet i paradiset utan oss'), 'actions')).toEqual([]);
  });

  it('keeps a word that something is called by as long as something is', async () => {
    const kept = (word: string) => app.sql('select area from search_word where word = $1', [word]);
    const [one, other] = [await log(ida, { title: 'Ekorrmatning' }), await log(ida, { title: 'Ekorrmatning och mer' })];
    expect(await kept('ekorrmatning')).toEqual([{ area: 'actions' }]);
    await app.sql(`update action set title = 'Annat' where id = $1`, [one.id]);
    expect(titles(await find(ida, 'ekorrmtaning'), 'actions')).toEqual(['Ekorrmatning och mer']);
    await app.sql(`update action set title = 'Grävlingsmöte' where id = $1`, [other.id]);
    expect(await kept('ekorrmatning')).toEqual([]);
    expect(titles(await find(ida, 'grävlingsmtöe'), 'actions')).toEqual(['Grävlingsmöte']);
    const [called] = await app.sql<{ id: string }>(`select id from contact_function where title = 'Tvålsamordnare'`);
    expect(await kept('tvålsamordn')).toEqual([{ area: 'contacts' }]);
    await app.sql(`update contact_function set title = 'Samordnare' where id = $1`, [called?.id]);
    expect(await kept('tvålsamordn')).toEqual([]);
  });

  it('has nothing of what the reader may not see: not a hit, not a count, not a guess', async () => {
    await log(neighbour, { title: 'Gräshoppsmötet', visibility: 'own', status: 'draft' });
    expect(titles(await find(neighbour, 'gräshoppsmötet'), 'actions')).toEqual(['Gräshoppsmötet']);
    const none = { nearly: false, synonym: null, also: [], groups: [] };
    expect(await find(ida, 'gräshoppsmötet')).toEqual(none);
    expect(groupOf(await find(ida, 'gräshopsmötet'), 'actions')).toBeUndefined();
    // Nor does a word that only a hidden draft has change what is nearly so of what she sees.
    await log(ida, { title: 'Fjärilsvandring' });
    const asked = ['fjärilsvandrnig', 'fjärilsvandrnig skalbagge', 'fjärilsvandrnig skalbgage'];
    const answers = async () => Promise.all(asked.map((q) => find(ida, q)));
    const before = await answers();
    expect(titles(before[0] ?? { nearly: false, synonym: null, also: [], groups: [] }, 'actions')).toEqual([
      'Fjärilsvandring',
    ]);
    await log(neighbour, { title: 'Fjärilsvandrande skalbagge', visibility: 'own', status: 'draft' });
    expect(await answers()).toEqual(before);
  });

  it('shows five of each group, and more of one that is looked at alone, with every count', async () => {
    for (let n = 0; n < 7; n++) await log(ida, { title: `Tranbärsträff ${n}` });
    expect(groupOf(await find(ida, 'tranbärsträff'), 'actions')).toMatchObject({ total: 7, capped: false });
    expect(titles(await find(ida, 'tranbärsträff'), 'actions')).toHaveLength(5);
    expect(titles(await find(ida, 'tranbärsträff', { group: 'actions' }), 'actions')).toHaveLength(7);
    const beside = await find(ida, 'tranbärsträff', { group: 'organizations' });
    expect(groupOf(beside, 'actions')).toMatchObject({ total: 7, items: [] });
  });

  it('counts in each group what the list it leads to has', async () => {
    const rooms: Record<string, string> = {
      '/insatser': '/api/actions',
      '/kontakter': '/api/contacts',
      '/parter': '/api/organizations',
      '/publikationer': '/api/publications',
      '/utbildningar': '/api/offers',
      '/metoder': '/api/methods',
      '/fragor': '/api/questions',
      '/fragor/svar': '/api/faq',
      '/stod': '/api/support',
    };
    const met = new Set<string>();
    const asked = ['utbildningar', 'samordnare', 'Kramfors', 'jämställdheten', 'våldsutövare', 'länskonferens'];
    for (const q of [...asked, 'bedömningsinstrument', 'handledning', 'hedersrelaterat']) {
      for (const { group, total, capped, list } of (await find(ida, q)).groups) {
        if (list === null || capped) continue;
        const [path = '', scope = ''] = list.split('?');
        const shown = await ida.get<{ total: number }>(
          `${rooms[path]}?${new URLSearchParams(scope)}&${new URLSearchParams({ q })}`,
        );
        expect([q, group, total]).toEqual([q, group, shown.body.total]);
        met.add(path);
      }
    }
    expect([...met].sort()).toEqual(Object.keys(rooms).sort());
  });

  it('answers for letters that no dictionary knows: they are looked for as they stand', async () => {
    for (const odd of ['\u{1c4b5}\u{28b46}\u{c0186}', 'ⅷ', '𓀀𓀁', '١٢٣'])
      expect([odd, (await find(ida, odd)).groups]).toEqual([odd, []]);
    for (const odd of ['\u{28b46}\u{28b46}', '\u{28b46}\u{28b46} \u{1c4b5}\u{1c4b5} handbok', '𓀀𓀁 𓀁𓀀'])
      expect([odd, (await ida.get(`/api/publications?q=${encodeURIComponent(odd)}`)).status]).toEqual([odd, 200]);
    const people = await ida.get(`/api/contacts/recipients?q=${encodeURIComponent('\u{1c4b5}\u{28b46}')}`);
    expect(people.status).toBe(200);
  });

  it('answers nothing with nothing, whatever signs are typed', async () => {
    for (const q of ['', '  ', '%', '_%_', '"', "'", '\\', '&|!', '--'])
      expect(await find(ida, q)).toMatchObject({ groups: [] });
    const refused = await ida.get<{ issues: { path: string }[] }>(`/api/search?q=${'a'.repeat(121)}`);
    expect(refused.status).toBe(400);
    expect(refused.body.issues[0]?.path).toBe('q');
  });
});
