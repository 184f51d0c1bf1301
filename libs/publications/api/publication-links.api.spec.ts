import type { Publication, PublicationPage } from '@samverkan/publications/contract';
import { type TestApp, testApp } from '@samverkan/testing';
import { PublicationLinks } from './publication-links';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

it('tells the owners alone since when a link has not answered, until it does', async () => {
  const [eva, ida] = await Promise.all(['eva.berglind', 'ida.nordlund'].map((who) => app.signIn(who)));
  const links = [{ title: 'Fulltext', address: 'https://example.org/borta' }];
  const made = await eva!.post<Publication>('/api/publications', {
    title: 'Med länk',
    type: 'report',
    visibility: 'public',
    links,
  });
  const { id } = made.body;
  await eva!.post(`/api/publications/${id}/publication`, {});
  const night = async (outcome: 'answers' | 'silent' | 'ours') => {
    await app.sql(`update publication_link set checked_at = null`);
    await app.get(PublicationLinks).tryAll(undefined, () => Promise.resolve(outcome));
    return (await eva!.get<Publication>(`/api/publications/${id}`)).body.links[0]?.failingSince;
  };
  expect(await night('ours')).toBeNull();
  const [today] = await app.sql<{ day: string }>('select today()::text as day');
  expect(await night('silent')).toBe(today?.day);
  expect((await ida!.get<Publication>(`/api/publications/${id}`)).body.links[0]?.failingSince).toBeNull();
  // One night is a mishap; from the second it waits for its owners.
  const dead0 = await eva!.get<PublicationPage>('/api/publications?mine=true&dead=true');
  expect(dead0.body.items.map((one) => one.id)).not.toContain(id);
  await app.sql('update publication_link set failing_since = today() - 1 where failing_since is not null');
  const dead = await eva!.get<PublicationPage>('/api/publications?mine=true&dead=true');
  expect(dead.body.items.map((one) => one.id)).toContain(id);
  expect((await ida!.get<PublicationPage>('/api/publications?dead=true')).body.items).toEqual([]);
  const waits = await eva!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
  expect(waits.body.items.map(({ kind }) => kind)).toContain('publications.links');
  expect(await night('answers')).toBeNull();
});
