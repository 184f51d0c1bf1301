import { Breaker, type TestApp, testApp, until } from '@samverkan/testing';
import { Notifications } from './notifications';

const wire = new Breaker();
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ through: (url) => wire.through(url) });
});
afterAll(async () => {
  await app.close();
  wire.close();
});

it('hears each thing once, and that something may have been missed, however often its connection is broken', async () => {
  const heard: string[] = [];
  const blanks = () => heard.filter((payload) => payload === '').length;
  app.get(Notifications).on('samverkan_trial', (payload) => heard.push(payload));
  for (const round of ['one', 'two', 'three']) {
    const before = blanks();
    wire.cut();
    wire.mend();
    await until(() => blanks() > before);
    await app.sql(`select pg_notify('samverkan_trial', '${round}')`);
    await until(() => heard.includes(round));
  }
  await app.sql(`select pg_notify('samverkan_trial', 'last')`);
  await until(() => heard.includes('last'));
  expect(heard.filter((payload) => payload !== '')).toEqual(['one', 'two', 'three', 'last']);
});
