import { type TestApp, testApp } from '@samverkan/testing';
import { AuditSeals } from './audit-seals';
import { checkAudit } from './audit-seal';
import { tamperings } from './audit-tamperings';

let app: TestApp;
let seals: AuditSeals;
beforeAll(async () => {
  app = await testApp();
  seals = app.get(AuditSeals);
  for (const name of ['ida.nordlund', 'jon.wik', 'eva.berglind']) {
    const client = await app.signIn(name);
    for (const title of ['Ett', 'Två', 'Tre', 'Fyra'])
      await client.post('/api/actions', {
        title: `Insats ${title}`,
        kind: 'other',
        status: 'planned',
        visibility: 'county',
      });
  }
  await seals.seal();
});
afterAll(() => app.close());

const last = async () =>
  (await app.sql(`select verb, outcome, reason, role, pseudonym from audit order by id desc limit 1`))[0];

describe('the audit', () => {
  it('holds: every row is bound to the one before, sealed, and its people are who they are said to be', async () => {
    expect(await seals.faults()).toEqual([]);
    expect(
      (await app.sql<{ n: number }>(`select count(*)::int as n from audit where verb = 'action.logged'`))[0]?.n,
    ).toBe(12);
  });

  it.each(Object.entries(tamperings))('finds: %s', async (_name, tamper) => {
    const anchor = (
      await app.sql<{ number: number; rows: number }>(
        `select number::int as number, rows::int as rows from audit_seal where chain = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
      )
    )[0];
    for (const pick of [0.05, 0.5, 0.95]) {
      await app.sql('begin');
      const faults = await (async () => {
        await app.sql(`set local samverkan.audit_retention = 'on'`);
        await tamper(app.sql, pick);
        return checkAudit(app.sql, seals.keys, anchor);
      })().finally(() => app.sql('rollback'));
      expect([pick, faults.length > 0]).toEqual([pick, true]);
    }
  });

  it('cannot be changed by the owner by mistake, nor by the runtime role at all', async () => {
    for (const statement of [`update audit set verb = 'x'`, 'delete from audit', 'truncate audit'])
      await expect(app.sql(statement)).rejects.toThrow('append-only');
  });

  it('keeps what the writer answered the text guard as a code, and never the digits', async () => {
    const ida = await app.signIn('ida.nordlund');
    await ida.post('/api/actions', {
      title: 'Växeln',
      description: 'Ring 9001019802',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      guardConfirmed: [{ path: 'description', reason: 'phone' }],
    });
    expect(await last()).toMatchObject({ verb: 'action.logged', reason: 'guard.phone', role: 'coordinator' });
    expect(await app.sql(`select 1 from audit where row_to_json(audit)::text like '%9001019802%'`)).toEqual([]);
  });

  it('has a row for a change that was denied', async () => {
    const [eva, jon] = [await app.signIn('eva.berglind'), await app.signIn('jon.wik')];
    const { body } = await eva.post<{ id: string }>('/api/actions', {
      title: 'Bara vår',
      kind: 'other',
      status: 'draft',
      visibility: 'own',
    });
    expect((await jon.patch(`/api/actions/${body.id}`, { title: 'Min' }, 1)).status).toBe(404);
    expect(await last()).toMatchObject({ verb: 'request.denied', outcome: 'denied', reason: 'not-found' });
  });
});
