import { type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ environment: { PUBLIC_READS: '12' } });
});
afterAll(() => app.close());

it('lets one network read so much in a minute, says how long to wait, and leaves those who are signed in alone', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 14; turn += 1) statuses.push((await fetch(`${app.url}/robots.txt`)).status);
  expect(statuses).toEqual([...Array<number>(12).fill(200), 429, 429]);
  const page = await fetch(`${app.url}/en/offentligt/lan/gotland`);
  expect([page.status, page.headers.get('content-type')]).toEqual([429, expect.stringMatching(/^text\/html/)]);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await page.text()).toContain('020-50 50 50');
  const data = await fetch(`${app.url}/oppna-data`);
  expect([data.status, data.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  expect(await data.json()).toMatchObject({ code: 'public.too-many' });
  const eva = await app.signIn('eva.berglind');
  expect((await eva.get('/api/public-texts/22')).status).toBe(200);
  expect((await eva.get('/api/public-texts/22/work/preview')).status).toBe(200);
});
