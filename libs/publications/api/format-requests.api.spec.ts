import type { FormatRequests, Publication, PublicationPage } from '@samverkan/publications/contract';
import { type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

it('lets whoever reads a publication ask for another format, waits for its owners, and forgets where the answer went', async () => {
  const [eva, ida, jon] = await Promise.all(['eva.berglind', 'ida.nordlund', 'jon.wik'].map((who) => app.signIn(who)));
  const made = await eva!.post<Publication>('/api/publications', {
    title: 'Att läsa',
    type: 'report',
    visibility: 'members',
  });
  const at = `/api/publications/${made.body.id}/format-requests`;
  expect((await ida!.post(at, { format: 'audio' })).status).toBe(404);
  await eva!.post(`/api/publications/${made.body.id}/publication`, {});
  const asked = await ida!.post<FormatRequests>(at, { format: 'audio', replyTo: 'nagon@example.org' });
  expect([asked.status, asked.body.items[0]?.replyTo, asked.body.items[0]?.answerable]).toEqual([201, null, false]);
  expect((await ida!.post(at, { format: 'audio', replyTo: 'ingen adress' })).status).toBe(400);
  expect((await jon!.get<FormatRequests>(at)).body.items).toEqual([]);

  const [one] = (await eva!.get<FormatRequests>(at)).body.items;
  expect(one).toMatchObject({ format: 'audio', replyTo: 'nagon@example.org', answerable: true, answeredAt: null });
  const waits = await eva!.get<{ items: { kind: string; path: string }[] }>('/api/activity/waiting');
  expect(waits.body.items.find(({ kind }) => kind === 'publications.formats')?.path).toBe(
    '/publikationer?mine=true&asked=true',
  );
  const list = await eva!.get<PublicationPage>('/api/publications?mine=true&asked=true');
  expect(list.body.items.map(({ id }) => id)).toEqual([made.body.id]);
  expect((await ida!.get<PublicationPage>('/api/publications?asked=true')).body.items).toEqual([]);

  expect((await ida!.post(`/api/format-requests/${one!.id}/answer`, {})).status).toBe(403);
  const answered = await eva!.post<FormatRequests>(`/api/format-requests/${one!.id}/answer`, {});
  expect([answered.body.items[0]?.replyTo, answered.body.items[0]?.answeredAt !== null]).toEqual([null, true]);
  expect(await app.sql('select reply_to from publication_request where reply_to is not null')).toEqual([]);
});
