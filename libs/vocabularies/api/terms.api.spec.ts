import type { Problem } from '@samverkan/shared/contract';
import type { Vocabularies } from '@samverkan/vocabularies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

const anAction = (fields: object = {}) => ({
  title: 'Ordprov',
  kind: 'training',
  status: 'planned',
  visibility: 'county',
  ...fields,
});
interface Logged {
  id: string;
  targetGroups: string[];
  version: number;
}
const retire = (code: string) =>
  app.sql(`update term set state = 'retired' where vocabulary = 'targetGroup' and code = $1`, [code]);
const merge = (code: string, into: string) =>
  app.sql(`update term set state = 'merged', successor = $2 where vocabulary = 'targetGroup' and code = $1`, [
    code,
    into,
  ]);
const issuesOf = ({ body }: { body: unknown }) => (body as Problem).issues;

describe('the lists', () => {
  it('give every word in both languages, in order, and answer nothing new to who has them already', async () => {
    const { body, headers } = await ida.get<Vocabularies>('/api/vocabularies');
    expect(body.items.map(({ name, terms }) => [name, terms.length])).toEqual([
      ['kind', 8],
      ['targetGroup', 12],
      ['form', 10],
      ['phase', 6],
      ['profession', 13],
    ]);
    expect(body.items[0]?.terms[0]).toMatchObject({
      code: 'training',
      sv: 'Utbildning',
      en: 'Training',
      state: 'in_use',
    });
    const again = await ida.get('/api/vocabularies', {
      'if-none-match': headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it('refuse a word they do not have, where it stands, and say which they have', async () => {
    const answer = await ida.post('/api/actions', anAction({ kind: 'fest', forms: ['honour', 'nagot'] }));
    expect(answer.status).toBe(400);
    expect(issuesOf(answer)).toEqual([
      { path: 'forms.1', code: 'term.unknown', choices: expect.arrayContaining(['honour', 'digital']) as string[] },
      { path: 'kind', code: 'term.unknown', choices: expect.arrayContaining(['training', 'other']) as string[] },
    ]);
  });

  it('let what is no longer in use stay where it stands, and be chosen nowhere else', async () => {
    const { id, version } = (await ida.post<Logged>('/api/actions', anAction({ targetGroups: ['elderly'] }))).body;
    await retire('elderly');
    const changed = await ida.patch<Logged>(
      `/api/actions/${id}`,
      { title: 'Ordprov igen', targetGroups: ['elderly', 'professionals'] },
      version,
    );
    expect([changed.status, changed.body.targetGroups]).toEqual([200, ['elderly', 'professionals']]);
    const anew = await ida.post('/api/actions', anAction({ targetGroups: ['professionals', 'elderly'] }));
    expect([anew.status, issuesOf(anew)]).toEqual([
      400,
      [{ path: 'targetGroups.1', code: 'term.retired', choices: [] }],
    ]);
  });

  it('name the successor of what was merged, and find both by either', async () => {
    const old = (await ida.post<Logged>('/api/actions', anAction({ targetGroups: ['exposed_men'] }))).body.id;
    await merge('exposed_men', 'exposed_women');
    const fresh = (await ida.post<Logged>('/api/actions', anAction({ targetGroups: ['exposed_women'] }))).body.id;
    const refused = await ida.post('/api/actions', anAction({ targetGroups: ['exposed_men'] }));
    expect(issuesOf(refused)).toEqual([{ path: 'targetGroups.0', code: 'term.retired', choices: ['exposed_women'] }]);
    for (const code of ['exposed_men', 'exposed_women']) {
      const found = await ida.get<{ items: { id: string }[] }>(
        `/api/actions?targetGroup=${code}&size=50&q=${encodeURIComponent('Ordprov')}`,
      );
      const ids = found.body.items.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([old, fresh]));
    }
  });

  it('count professions by their own words only', async () => {
    const { id } = (await ida.post<Logged>('/api/actions', anAction())).body;
    const line = { happenedOn: '2026-11-01', done: 'Träff', counts: [{ profession: 'trollkarlar', count: 3 }] };
    const answer = await ida.post(`/api/actions/${id}/updates`, line);
    expect(issuesOf(answer)?.[0]).toMatchObject({ path: 'counts.0.profession', code: 'term.unknown' });
  });
});
