// "Se som …": what an owner is shown with another party's eyes is what that party's user gets herself.
import type { Action, ActionUpdates } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const people = ['ida.nordlund', 'samir.lund', 'eva.berglind', 'per.ost', 'maja.ek', 'jon.wik'] as const;
const parts = ['', '/updates', '/history'];

interface Person {
  name: string;
  client: Client;
  organization: string;
}

let app: TestApp;
let persons: Person[];
beforeAll(async () => {
  app = await testApp();
  persons = await Promise.all(
    people.map(async (name) => {
      const client = await app.signIn(name);
      const { body } = await client.get<{ acting: { organization: { id: string } } }>('/api/session');
      return { name, client, organization: body.acting.organization.id };
    }),
  );
});
afterAll(() => app.close());

const person = (name: (typeof people)[number]): Person => persons.find((one) => one.name === name) as Person;

/** Her own answer without her colleagues' names, which are nobody else's to read. */
const withoutNames = (text: string) => text.replace(/("(?:by|writtenBy)"\s*:\s*)"[^"]*"/g, '$1null');

/** An action of Ida's at some visibility, with partners, a line of her own and one of each partner's. */
async function anAction(visibility: string, partners: Person[] = []): Promise<string> {
  const ida = person('ida.nordlund').client;
  const { body } = await ida.post<Action>('/api/actions', {
    title: `Samverkan ${visibility}`,
    kind: 'project',
    status: 'ongoing',
    visibility,
    municipalityCodes: ['2282'],
    partnerIds: partners.map(({ organization }) => organization),
  });
  const line = (done: string) => ({ happenedOn: '2026-11-01', done, counts: [{ profession: 'police', count: 3 }] });
  await ida.post(`/api/actions/${body.id}/updates`, line('Idas rad'));
  for (const { client } of partners) await client.post(`/api/actions/${body.id}/updates`, line('Partens rad'));
  await ida.patch(`/api/actions/${body.id}`, { description: 'Ny beskrivning' }, body.version);
  return body.id;
}

const visibilities = ['own', 'participants', 'county', 'members', 'public'];

it('is the same answer, byte for byte, that the party’s own user gets: every demo person, every owner’s action, every part of it', async () => {
  const planted = await Promise.all([
    ...visibilities.map((visibility) => anAction(visibility)),
    ...visibilities.map((visibility) => anAction(visibility, [person('maja.ek'), person('jon.wik')])),
  ]);
  let compared = 0;
  let unseen = 0;
  for (const asker of persons) {
    const { body } = await asker.client.get<{ items: { id: string }[] }>('/api/actions?mine=true&size=12');
    const mine = asker.name === 'ida.nordlund' ? planted : [];
    for (const id of new Set([...mine, ...body.items.map((item) => item.id)]))
      for (const part of parts) {
        const own = await asker.client.get<{ allowed?: { changeVisibility: boolean } }>(`/api/actions/${id}`);
        if (!own.body.allowed?.changeVisibility) continue;
        for (const other of persons) {
          const theirs = await other.client.get(`/api/actions/${id}${part}`);
          const shown = await asker.client.get(`/api/actions/${id}${part}?seenAs=${other.organization}`);
          const met =
            theirs.status === 404
              ? [404, 'not-seen-by-them', shown.status, shown.body['code']]
              : [theirs.status, withoutNames(theirs.text), shown.status, shown.text];
          expect([asker.name, other.name, part, ...met]).toEqual([
            asker.name,
            other.name,
            part,
            met[0],
            met[1],
            met[0],
            met[1],
          ]);
          compared++;
          if (theirs.status === 404) unseen++;
        }
      }
  }
  // Enough of both kinds that the comparison means something.
  expect(compared).toBeGreaterThan(300);
  expect(unseen).toBeGreaterThan(60);
}, 180_000);

it('never tells who at the other party has written: a volunteer’s name is not the owner’s to read', async () => {
  const maja = person('maja.ek');
  const id = await anAction('participants', [maja]);
  const her = await maja.client.get<ActionUpdates>(`/api/actions/${id}/updates`);
  expect(her.text).toContain('Maja');
  const ida = person('ida.nordlund').client;
  for (const part of parts)
    expect((await ida.get(`/api/actions/${id}${part}?seenAs=${maja.organization}`)).text).not.toContain('Maja');
});

it('leaves out a goal of the party’s own draft, which the asker does not see', async () => {
  const eva = person('eva.berglind');
  const id = await anAction('county');
  const [goal] = await app.sql<{ id: string }>(
    `with s as (insert into strategy (key, kind, title, short_title, status, verification, owner_organization_id)
       values ('prov:utkast', 'regional_strategy', 'Utkast', 'Utkast', 'draft', 'unverified', $1) returning id)
     insert into goal (key, strategy_id, number, title, sort) select 'prov:utkast:1', id, '1', 'Hemligt delmål', 1 from s returning id`,
    [eva.organization],
  );
  await app.sql('update action set goal_ids = array[$2::uuid] where id = $1', [id, goal?.id]);
  expect((await eva.client.get(`/api/actions/${id}`)).text).toContain('Hemligt delmål');
  const shown = await person('ida.nordlund').client.get(`/api/actions/${id}?seenAs=${eva.organization}`);
  expect([shown.status, shown.text.includes('Hemligt')]).toEqual([200, false]);
});

it('is for those who decide on who sees it, and for nobody else', async () => {
  const id = await anAction('county');
  const hidden = await anAction('own');
  const party = person('jon.wik').organization;
  const eva = person('eva.berglind').client;
  for (const part of parts) {
    expect((await eva.get(`/api/actions/${id}${part}?seenAs=${party}`)).status).toBe(403);
    expect((await eva.get(`/api/actions/${hidden}${part}?seenAs=${party}`)).body['code']).toBe('not-found');
  }
  const unknown = await person('ida.nordlund').client.get(`/api/actions/${id}?seenAs=${id}`);
  expect([unknown.status, unknown.body['issues']]).toEqual([400, [{ path: 'seenAs', code: 'field.not-a-choice' }]]);
});

it('is noted in the audit: who looked at what, and as whom', async () => {
  const id = await anAction('county');
  const { organization, client } = person('ida.nordlund');
  const party = person('maja.ek').organization;
  await client.get(`/api/actions/${id}?seenAs=${party}`);
  const rows = await app.sql(
    `select organization_id, outcome, reason from audit where verb = 'seen-as' and object_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ organization_id: organization, outcome: 'done', reason: `as.${party}` }]);
});
