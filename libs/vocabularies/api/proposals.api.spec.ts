import type { Problem } from '@samverkan/shared/contract';
import {
  type Proposal,
  type Proposals,
  type TermUses,
  type Vocabularies,
  termOf,
} from '@samverkan/vocabularies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

/** As far as these tests need to know of what stands above the lists. */
interface Action {
  id: string;
  forms: string[];
  version: number;
  changedAt: string;
}
interface ActionHistory {
  items: { what: string; before: unknown; after: unknown }[];
}
interface ActionImportPreview {
  counts: { new: number; wrong: number };
}

const at = '/api/vocabularies/proposals';
let app: TestApp;
let [vn, jh, gb, ld, ida]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [vn, jh, gb, ld] = [
    await app.someone('county_admin', 'county_board:22'),
    await app.someone('county_admin', 'county_board:23'),
    await app.someone('county_admin', 'county_board:21'),
    await app.someone('county_admin', 'county_board:20'),
  ];
  ida = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

const propose = async (input: object, by = vn!) =>
  by.post<Proposal>(at, { vocabulary: 'targetGroup', motive: 'Vi saknar ordet i länet.', ...input });
const answer = async (id: string, by: Client, yes = true) =>
  (await by.put<Proposal>(`${at}/${id}/answer`, { yes, line: yes ? 'Bra.' : 'Inte än.' })).body;
const lists = async (by = ida!) => (await by.get<Vocabularies>('/api/vocabularies')).body;
const term = async (code: string, list: 'targetGroup' | 'form' | 'profession' = 'targetGroup') =>
  termOf(await lists(), list, code);
const log = async (fields: object, by = ida!) =>
  by.post<Action>('/api/actions', {
    title: 'Ordinsats',
    kind: 'training',
    status: 'planned',
    visibility: 'county',
    ...fields,
  });
const agreed = async (input: object) => {
  const { id } = (await propose(input)).body;
  await answer(id, jh!);
  return answer(id, gb!);
};
const found = async (query: string, by = ida!) =>
  (await by.get<{ items: { id: string }[] }>(`/api/actions?size=100&${query}`)).body.items.map(({ id }) => id);

describe('the counties agree on words', () => {
  it('makes a new term of what three counties say yes to: chosen at once, read in a file by its synonym', async () => {
    const words = {
      sv: 'Funkisungdomar',
      en: 'Young people with disabilities',
      synonymsSv: ['funkisung*'],
      synonymsEn: [],
    };
    const proposal = (await propose({ deed: 'new', ...words })).body;
    expect([proposal.state, proposal.yes, proposal.needed]).toEqual(['open', 1, 3]);
    expect((await log({ targetGroups: [proposal.code] })).status).toBe(400);
    expect((await answer(proposal.id, jh!)).state).toBe('open');
    const before = (await lists()).items.find(({ name }) => name === 'targetGroup')?.version ?? 0;
    const decided = await answer(proposal.id, gb!);
    expect([decided.state, decided.listVersion]).toEqual(['decided', before + 1]);
    expect(await term(proposal.code)).toMatchObject({ sv: 'Funkisungdomar', state: 'in_use' });
    expect((await log({ targetGroups: [proposal.code] })).status).toBe(201);
    const file = Buffer.from('Rubrik;Typ;Målgrupp\nLägerveckan;Projekt;funkisungdom');
    const read = await ida!.send<ActionImportPreview>('PUT', '/api/actions/import/preview', file, {
      'content-type': 'application/octet-stream',
    });
    expect(read.body.counts).toMatchObject({ new: 1, wrong: 0 });
  });

  it('waits on the start page of those who have not answered, and is seen by no one else until it is decided', async () => {
    const { id } = (await propose({ deed: 'retire', code: 'general_public', motive: 'Används aldrig.' })).body;
    const waits = async (by: Client) =>
      (await by.get<{ items: { kind: string }[] }>('/api/activity/waiting')).text.includes('vocabularies.proposals');
    expect([await waits(jh!), await waits(vn!), await waits(ida!)]).toEqual([true, false, false]);
    expect((await ida!.get(`${at}/${id}`)).status).toBe(404);
    expect((await ida!.get<Proposals>(at)).body.items.map((one) => one.id)).not.toContain(id);
    expect((await ida!.put(`${at}/${id}/answer`, { yes: true })).status).toBe(403);
    expect((await vn!.put(`${at}/${id}/answer`, { yes: true })).status).toBe(403);
    await answer(id, jh!);
    await answer(id, gb!);
    const seen = (await ida!.get<Proposal>(`${at}/${id}`)).body;
    expect([seen.state, seen.motive, seen.answers]).toEqual(['decided', 'Används aldrig.', []]);
    expect((await log({ targetGroups: ['general_public'] })).status).toBe(400);
  });

  it('is stopped by a no, until that is taken back', async () => {
    const { id } = (await propose({ deed: 'order', code: 'perpetrators', after: null })).body;
    await answer(id, jh!, false);
    await answer(id, gb!);
    expect((await answer(id, ld!)).state).toBe('open');
    const done = (await jh!.delete<Proposal>(`${at}/${id}/answer`)).body;
    expect(done.state).toBe('decided');
    expect((await lists()).items.find(({ name }) => name === 'targetGroup')?.terms[0]?.code).toBe('perpetrators');
  });

  it('is withdrawn by the county that made it alone, and cannot be answered then', async () => {
    const { id } = (await propose({ deed: 'retire', code: 'lgbtqi' })).body;
    expect((await jh!.post(`${at}/${id}/withdrawal`, {})).status).toBe(403);
    expect((await vn!.post<Proposal>(`${at}/${id}/withdrawal`, {})).body.state).toBe('withdrawn');
    expect(((await jh!.put(`${at}/${id}/answer`, { yes: true })).body as unknown as Problem).code).toBe(
      'term.not-open',
    );
  });

  it('keeps what was called something else, with why and by whom', async () => {
    const { code, synonymsSv, synonymsEn } = (await term('elderly'))!;
    const decided = await agreed({
      deed: 'words',
      code,
      sv: 'Äldre personer',
      en: 'Older people',
      synonymsSv,
      synonymsEn,
    });
    expect([decided.before?.sv, decided.words?.sv, decided.organization.name]).toEqual([
      'Äldre',
      'Äldre personer',
      'Länsstyrelsen Västernorrland',
    ]);
    expect(await term('elderly')).toMatchObject({ sv: 'Äldre personer', version: 3 - 1 });
  });

  it.each([
    [{ deed: 'merge', code: 'elderly', into: 'elderly' }, 'into', 'term.retired'],
    [{ deed: 'merge', code: 'elderly', into: 'fel' }, 'into', 'term.unknown'],
    [{ deed: 'retire', code: 'finns_inte' }, 'code', 'term.unknown'],
    [{ deed: 'reinstate', code: 'elderly' }, 'code', 'term.in-use'],
    [{ deed: 'new', sv: 'unga', en: 'Youths', synonymsSv: [], synonymsEn: [] }, 'sv', 'term.word-taken'],
  ])('says what is wrong and where: %o', async (input, path, code) => {
    const { status, body } = await propose(input);
    expect([status, (body as unknown as Problem).issues?.[0]]).toMatchObject([400, { path, code }]);
  });
});

describe('a merge of two terms', () => {
  it('carries what had the one to the other, with history, filters and lines, and is taken back until something builds on it', async () => {
    const both = (await log({ forms: ['digital', 'psychological'] })).body;
    const one = (await log({ forms: ['digital'] })).body;
    const kept = { name: 'Digitalt', view: 'list', choice: { form: ['digital'] }, shared: false };
    expect((await ida!.post('/api/actions/filters', kept)).status).toBe(201);
    const decided = await agreed({ vocabulary: 'form', deed: 'merge', code: 'digital', into: 'psychological' });
    expect(decided.state).toBe('decided');
    const now = async (id: string) => (await ida!.get<Action>(`/api/actions/${id}`)).body;
    expect([(await now(both.id)).forms, (await now(one.id)).forms]).toEqual([['psychological'], ['psychological']]);
    const [entry] = (await ida!.get<ActionHistory>(`/api/actions/${one.id}/history`)).body.items;
    expect(entry).toMatchObject({ what: 'forms', before: ['digital'], after: ['psychological'] });
    expect(await found('form=digital')).toEqual(expect.arrayContaining([both.id, one.id]));
    const uses = (await ida!.get<TermUses>('/api/vocabularies/form/uses')).body.items.map(({ code }) => code);
    expect(uses).not.toContain('digital');

    // Changed by hand since: it keeps what it was given.
    const fresh = await now(both.id);
    await ida!.patch(`/api/actions/${both.id}`, { forms: ['psychological', 'honour'] }, fresh.version);
    expect((await jh!.post(`${at}/${decided.id}/undo`, {})).status).toBe(403);
    expect((await vn!.post<Proposal>(`${at}/${decided.id}/undo`, {})).body.state).toBe('undone');
    expect((await now(one.id)).forms).toEqual(['digital']);
    expect((await now(both.id)).forms).toEqual(['psychological', 'honour']);
    expect(await term('digital', 'form')).toMatchObject({ state: 'in_use', successor: null });
  });

  it('adds the numbers of a line that counted both, and of how many where both have said it', async () => {
    const { id } = (await log({})).body;
    const counts = [
      { profession: 'police', count: 7, of: 30, about: false, source: 'Polisregionen' },
      { profession: 'prosecutors', count: 5, of: 12, about: true, source: 'Åklagarkammaren' },
      { profession: 'managers', count: 6, of: 20, about: false, source: '' },
    ];
    const oneHalf = counts.map(({ of, about, source, ...count }, at) =>
      at === 1 ? count : { ...count, of, about, source },
    );
    const second = { happenedOn: '2026-10-01', done: 'Träff', counts: oneHalf };
    await ida!.post(`/api/actions/${id}/updates`, second);
    await ida!.post(`/api/actions/${id}/updates`, { happenedOn: '2026-11-01', done: 'Träff', counts });
    const before = (await ida!.get<Action>(`/api/actions/${id}`)).body.changedAt;
    await agreed({ vocabulary: 'profession', deed: 'merge', code: 'prosecutors', into: 'police' });
    const lines = (await ida!.get<{ items: { counts: object[] }[] }>(`/api/actions/${id}/updates`)).body.items;
    expect(lines.map((line) => line.counts)).toEqual([
      [{ profession: 'police', count: 12, of: 42, about: true, source: 'Polisregionen; Åklagarkammaren' }, counts[2]],
      [{ profession: 'police', count: 12, of: null, about: false, source: '' }, counts[2]],
    ]);
    expect((await ida!.get<Action>(`/api/actions/${id}`)).body.changedAt).toBe(before);
  });

  it('is not taken back when something has been decided of the two since', async () => {
    const merged = await agreed({ deed: 'merge', code: 'exposed_men', into: 'exposed_women' });
    const { synonymsSv, synonymsEn } = (await term('exposed_women'))!;
    await agreed({
      deed: 'words',
      code: 'exposed_women',
      sv: 'Våldsutsatta vuxna',
      en: 'Adults exposed',
      synonymsSv,
      synonymsEn,
    });
    const answer = await vn!.post(`${at}/${merged.id}/undo`, {});
    expect([answer.status, (answer.body as unknown as Problem).code]).toEqual([409, 'term.built-upon']);
  });
});

it('is decided by one county alone while no other has an administrator', async () => {
  const alone = await testApp();
  const admin = await alone.someone('county_admin', 'county_board:22');
  const { body } = await admin.post<Proposal>(at, {
    vocabulary: 'kind',
    deed: 'retire',
    code: 'campaign',
    motive: 'Räknas som projekt.',
  });
  expect([body.state, body.needed]).toEqual(['decided', 1]);
  await alone.close();
});
