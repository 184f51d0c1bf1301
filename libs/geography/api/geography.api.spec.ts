import { Counties } from '@samverkan/geography/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

describe('counties and municipalities', () => {
  it('are all there, in Swedish order', async () => {
    const { items } = Counties.parse((await ida.get('/api/counties')).body);
    expect(items).toHaveLength(21);
    expect(items.reduce((sum, county) => sum + county.municipalities.length, 0)).toBe(290);
    expect(items.at(-1)?.name).toBe('Östergötlands län');
    const own = items.find((county) => county.code === '22');
    expect(own?.municipalities.map((one) => one.name)).toEqual([
      'Härnösand',
      'Kramfors',
      'Sollefteå',
      'Sundsvall',
      'Timrå',
      'Ånge',
      'Örnsköldsvik',
    ]);
  });

  it('are for those who have signed in', async () => {
    expect((await (await app.stranger()).get('/api/counties')).status).toBe(401);
  });
});
