import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { Db } from '../db/db';
import { Ledger } from '../db/ledger';
import { AuditSeals } from './audit-seals';

interface Row extends Record<string, unknown> {
  verb: string;
  area: string;
  object_id: string | null;
  object_ids: string[] | null;
  pseudonym: string | null;
  role: string | null;
}

let app: TestApp;
let lena: Client;
beforeAll(async () => {
  app = await testApp();
  lena = await app.someone('county_admin', 'county_board:22');
});
afterAll(() => app.close());

const reads = () =>
  app.sql<Row>(
    `select verb, area, object_id, object_ids, pseudonym, role from audit where verb like 'contact%' order by id`,
  );

describe('reading contact data', () => {
  it('leaves one row for a page of people, which names everybody it showed and who read', async () => {
    const { body } = await lena.get<{ items: { userId: string }[] }>('/api/people?size=5');
    const [row, ...more] = await reads();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ verb: 'contacts.listed', area: 'identity', object_id: null, role: 'county_admin' });
    expect([...(row?.object_ids ?? [])].sort()).toEqual([...new Set(body.items.map(({ userId }) => userId))].sort());
    expect(row?.pseudonym).toHaveLength(22);
  });

  it('names the one person in the row’s own place when there is no other', async () => {
    const { body } = await lena.get<{ items: { userId: string }[] }>('/api/people?q=ida.nordlund');
    expect((await reads()).at(-1)).toMatchObject({
      verb: 'contact.read',
      object_id: body.items[0]?.userId,
      object_ids: null,
    });
  });

  it('leaves none when nobody was shown', async () => {
    const before = (await reads()).length;
    await lena.get('/api/people?q=finnsinte');
    expect(await reads()).toHaveLength(before);
  });

  it('has a row for the invitations, whose addresses are contact data too', async () => {
    await app.sql(
      `insert into invitation (token_hash, email, organization_id, role, title)
       select sha256('a'), 'ny@test.example', id, 'partner', 'Prov' from organization where key = 'demo:lyktan'`,
    );
    const { body } = await lena.get<{ items: { id: string }[] }>('/api/invitations');
    expect((await reads()).at(-1)).toMatchObject({ verb: 'contact.read', object_id: body.items[0]?.id });
  });

  it('gives no data to whom it cannot be noted', async () => {
    await app.sql(`alter table audit add constraint shut check (verb not like 'contact%') not valid`);
    const answer = await lena.get('/api/people');
    expect([answer.status >= 400, answer.text.includes('Nordlund')]).toEqual([true, false]);
    await app.sql('alter table audit drop constraint shut');
  });

  it('is a row of the same transaction when the request also changes something', async () => {
    const db = app.get(Db);
    const before = (await reads()).length;
    await db
      .transaction(async () => {
        await app.get(Ledger).contactRead('identity', ['01900000-0000-7000-8000-000000000001']);
        throw new Error('taken back');
      })
      .catch(() => undefined);
    expect(await reads()).toHaveLength(before);
  });

  it('keeps the chain whole, and rows from before have the digest they had', async () => {
    await app.get(AuditSeals).seal();
    expect(await app.get(AuditSeals).faults()).toEqual([]);
  });
});
