// Who is named an owner of a publication by another is told so; and each owner but the last leaves by itself.
import type { Publication, PublicationHistory, PublicationPage } from '@samverkan/publications/contract';
import { type Client, type TestApp, organizationOf, testApp, untilCarried } from '@samverkan/testing';

let app: TestApp;
let [eva, per, ida]: Client[] = [];
let colleague: Client;
let jamtland = '';
beforeAll(async () => {
  app = await testApp();
  [eva, per, ida] = await Promise.all(['eva.berglind', 'per.ost', 'ida.nordlund'].map((who) => app.signIn(who)));
  colleague = await app.someone('county_staff', 'county_board:23');
  jamtland = await organizationOf(app, 'county_board:23');
  await app.sql('delete from demo_mail');
});
afterAll(() => app.close());

type Refused = { code: string };
const entered = async (more: object = {}, by = eva!): Promise<Publication> => {
  const given = { title: 'Hemlig rubrik', type: 'report', visibility: 'members', ...more };
  const { status, body, text } = await by.post<Publication>('/api/publications', given);
  expect([status, status === 201 ? '' : text]).toEqual([201, '']);
  return body;
};
const shared = (more: object = {}) => entered({ ownerIds: [jamtland], ...more });
const publish = ({ id }: Publication) => eva!.post<Publication>(`/api/publications/${id}/publication`, {});
const read = (id: string, by = eva!) => by.get<Publication>(`/api/publications/${id}`);
const leave = (id: string, by = per!) => by.post<Refused>(`/api/publications/${id}/leave`, {});
const comeBack = (id: string, by = per!) => by.post<Publication & Refused>(`/api/publications/${id}/leave/undo`, {});
const ownersOf = async (id: string) => (await read(id)).body.owners.map(({ name }) => name);
const waiting = async (by: Client) => {
  const { body } = await by.get<{ items: { kind: string; count: number; path: string }[] }>('/api/activity/waiting');
  return body.items.find(({ kind }) => kind === 'publications.named')?.count ?? 0;
};
const history = async (id: string, by: Client) =>
  (await by.get<PublicationHistory>(`/api/publications/${id}/history`)).body.items.filter(
    ({ what }) => what === 'ownerIds',
  );
const news = async (by: Client) =>
  (await by.get<{ items: { kind: string }[] }>('/api/activity?size=50')).body.items.map(({ kind }) => kind);
const letters = async () => {
  await untilCarried(app);
  return app.sql<{ to: string; subject: string; text: string; link: string }>(
    `select to_address as "to", subject, text, link from demo_mail where subject like '%ägare%' order by 1`,
  );
};

describe('a board that another names an owner', () => {
  it('is told on its start page until it has seen to it, and by a letter that names nothing', async () => {
    const before = await waiting(per!);
    const { id } = await shared();
    expect([await waiting(per!), await waiting(eva!)]).toEqual([before + 1, 0]);
    const sent = await letters();
    expect(sent.map(({ to }) => to)).toContain('per.ost@demo.example');
    for (const { subject, text, link } of sent) {
      expect(subject).not.toMatch(/Länsstyrelsen|Hemlig/);
      expect(text).toContain('Länsstyrelsen Västernorrland har angett er som ägare');
      expect(text).not.toContain('Hemlig');
      expect(new URL(link).pathname).toBe(`/publikationer/${id}`);
    }
    const { body } = await read(id, per!);
    expect(body.named?.by.name).toBe('Länsstyrelsen Västernorrland');
    expect((await read(id)).body.named).toBeNull();
    const listed = await per!.get<PublicationPage>('/api/publications?mine=true&named=true&size=100');
    expect(listed.body.items.map((one) => one.id)).toContain(id);
    const seen = await colleague.post<Publication>(`/api/publications/${id}/owning/seen`, {});
    expect([seen.status, seen.body.named, seen.body.owners.length]).toEqual([200, null, 2]);
    expect(await waiting(per!)).toBe(before);
  });

  it('is told when it is added to one that stands, and not for what it enters itself', async () => {
    const before = await waiting(per!);
    const { id, version } = await entered();
    await eva!.patch(`/api/publications/${id}`, { ownerIds: [jamtland] }, version);
    await entered({}, per!);
    expect(await waiting(per!)).toBe(before + 1);
    // Saved once more with the same owners it is told nothing anew.
    const { body } = await per!.post<Publication>(`/api/publications/${id}/owning/seen`, {});
    await eva!.patch(`/api/publications/${id}`, { ownerIds: [jamtland], series: 'Rapport' }, body.version);
    expect(await waiting(per!)).toBe(before);
  });
});

describe('an owner that leaves', () => {
  it('does not own it, sees no draft of it, waits for nothing, and comes back within a day', async () => {
    const { id } = await shared();
    const before = await waiting(per!);
    expect((await read(id, per!)).body.allowed.leave).toBe(true);
    expect((await leave(id)).status).toBe(204);
    expect((await read(id, per!)).status).toBe(404);
    expect([await ownersOf(id), (await read(id)).body.countyCodes]).toEqual([['Länsstyrelsen Västernorrland'], ['22']]);
    expect(await waiting(per!)).toBe(before - 1);
    expect((await leave(id)).status).toBe(404);
    const back = await comeBack(id, colleague);
    expect([back.status, back.body.owners.length, back.body.countyCodes]).toEqual([200, 2, ['22', '23']]);
    expect((await comeBack(id)).body.code).toBe('publication.owns-already');
    await leave(id);
    await app.sql(`update publication_owning set left_at = left_at - interval '25 hours' where publication_id = $1`, [
      id,
    ]);
    expect((await comeBack(id)).body.code).toBe('publication.too-late-to-come-back');
  });

  it('is told of in the history and the news of those who own it, and to nobody else', async () => {
    const made = await shared({ visibility: 'members' });
    await publish(made);
    const told = (await news(eva!)).filter((kind) => kind === 'publication.left').length;
    await leave(made.id);
    const [entry] = await history(made.id, eva!);
    expect([
      entry?.organization?.id,
      (entry?.before as string[]).includes(jamtland),
      (entry?.after as string[]).length,
    ]).toEqual([jamtland, true, 1]);
    expect((await news(eva!)).filter((kind) => kind === 'publication.left')).toHaveLength(told + 1);
    for (const other of [ida!, per!]) {
      expect(await history(made.id, other)).toEqual([]);
      expect(await news(other)).not.toContain('publication.left');
    }
    const verbs = await app.sql<{ verb: string }>(
      `select verb from audit where object_id = $1 order by id desc limit 1`,
      [made.id],
    );
    expect(verbs).toEqual([{ verb: 'publication.left' }]);
  });

  it('gives what it kept to the next, with its number where it was; never the last one', async () => {
    const { id } = await shared({ number: '2031:07', year: 2031 });
    expect((await leave(id, eva!)).status).toBe(204);
    const { body } = await read(id, per!);
    expect([body.organization.id, body.owners.length, body.number]).toEqual([jamtland, 1, '2031:07']);
    expect(body.allowed.leave).toBe(false);
    expect((await leave(id)).status).toBe(403);
    // Another board that has ceased to be is nobody to leave it to.
    const ended = await organizationOf(app, 'county_board:24');
    await app.sql('update publication set owner_ids = owner_ids || $2::uuid where id = $1', [id, ended]);
    await app.sql('update organization set valid_to = today() - 1 where id = $1', [ended]);
    expect((await leave(id)).body.code).toBe('publication.last-owner');
    await app.sql('update organization set valid_to = null where id = $1', [ended]);
    expect((await comeBack(id, eva!)).body.organization.name).toBe('Länsstyrelsen Västernorrland');
  });

  it('is not put back without being told anew: neither by a form that was open, nor by naming', async () => {
    const { id } = await shared();
    await per!.post(`/api/publications/${id}/owning/seen`, {});
    const open = (await read(id)).body.version;
    await leave(id);
    const stale = await eva!.patch<Refused>(
      `/api/publications/${id}`,
      { ownerIds: [jamtland], series: 'Rapport' },
      open,
    );
    expect(stale.status).toBe(409);
    expect(await ownersOf(id)).toHaveLength(1);
    const before = [await waiting(per!), (await letters()).length];
    await eva!.patch(`/api/publications/${id}`, { ownerIds: [jamtland] }, (await read(id)).body.version);
    expect(await waiting(per!)).toBe((before[0] ?? 0) + 1);
    expect((await letters()).length).toBeGreaterThan(before[1] ?? 0);
    expect((await comeBack(id)).body.code).toBe('publication.owns-already');
  });

  it('leaves by that deed alone: a form without one’s own board leaves it where it is', async () => {
    const { id } = await shared();
    const { version } = (await read(id, per!)).body;
    const sent = await per!.patch<Publication>(`/api/publications/${id}`, { ownerIds: [], series: 'Rapport' }, version);
    expect([sent.status, sent.body.owners.length]).toEqual([200, 2]);
  });
});
