// What the API answers to what no form of ours would send.
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const nothing = '01900000-0000-7000-8000-000000000000';
let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

describe('a request that no page of ours sends', () => {
  it('is told which methods an address has, instead of that the address is not there', async () => {
    const answer = await ida.send('PUT', '/api/actions', {}, {});
    expect([answer.status, answer.body['code'], answer.headers.get('allow')]).toEqual([
      405,
      'input.wrong-method',
      'GET, POST',
    ]);
    expect((await ida.get('/api/no-such-thing')).status).toBe(404);
    expect((await ida.send('PUT', `/api/actions/${nothing}`, {}, {})).status).toBe(405);
    expect((await ida.send('POST', '/api/openapi.json', {}, {})).headers.get('allow')).toBe('GET');
  });

  it('finds nothing under an address spelt with capitals', async () => {
    const answer = await ida.get('/API/actions');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it.each(['1e3', '0x10', ' 5', '5.0', '+5', '', 'true', '99999999999999999999'])(
    'is not given page %j: only decimal digits are a number',
    async (page) => {
      const { status, body } = await ida.get(`/api/actions?page=${encodeURIComponent(page)}`);
      expect([status, body['issues']]).toEqual([400, [expect.objectContaining({ path: 'page' })]]);
    },
  );

  it('is told which goal, partner and municipality does not exist, by its place in the form', async () => {
    const answer = await ida.post('/api/actions', {
      title: 'Insats med okända',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      goalIds: [nothing],
      partnerIds: [nothing],
      municipalityCodes: ['2282', '9999'],
    });
    expect([answer.status, answer.body['issues']]).toEqual([
      400,
      ['goalIds.0', 'municipalityCodes.1', 'partnerIds.0'].map((path) => ({ path, code: 'field.not-a-choice' })),
    ]);
  });

  it("describes each query's fields in the OpenAPI document, and the shape of every refusal", async () => {
    const { body } = await ida.get<{
      paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object }>>;
      components: { schemas: { Problem: { properties: object } } };
    }>('/api/openapi.json');
    const names = body.paths['/api/actions']?.['get']?.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['page', 'size', 'q', 'status', 'sort']));
    expect(Object.keys(body.components.schemas.Problem.properties)).toContain('code');
    for (const methods of Object.values(body.paths))
      for (const operation of Object.values(methods)) expect(operation.responses).toHaveProperty('default');
  });
});
