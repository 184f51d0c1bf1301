import { Breaker, type TestApp, testApp } from '@samverkan/testing';
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
  const until = async (holds: () => boolean) => {
    for (let round = 0; round < 250; round++) {
      if (holds()) return;
      await new Promise((passed) => setTimeout(passed, 40));
    }
    throw new Error(`Not within ten seconds; heard: ${heard.join(' ')}`);
  };
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
