// Whether functions are still true: the letter that asks, the code that answers once, keepers who say so, readers who say otherwise.
import type { ContactFunction, ContactReports } from '@samverkan/contacts/contract';
import { type Client, type TestApp, until, interrupted, testApp } from '@samverkan/testing';
import { VerificationService } from './verification.service';

let app: TestApp;
let maja: Client;
let samir: Client;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  [maja, samir, eva] = await Promise.all([app.signIn('maja.ek'), app.signIn('samir.lund'), app.signIn('eva.berglind')]);
});
afterAll(() => app.close());

const aFunction = async (fields: object = {}) =>
  (
    await maja.post<ContactFunction>('/api/contacts', {
      title: 'Mottagning',
      visibility: 'members',
      mailbox: `m${Math.random().toString(36).slice(2)}@example.org`,
      ...fields,
    })
  ).body;
const read = async (client: Client, id: string) => (await client.get<ContactFunction>(`/api/contacts/${id}`)).body;
const letterTo = async (mailbox: string | null) => {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    const rows = await app.sql<{ link: string; text: string }>(
      'select link, text from demo_mail where to_address = $1 order by link',
      [mailbox],
    );
    if (rows[0]) return rows;
  }
  throw new Error('No letter came.');
};
const tokenIn = (link: string) => link.split('#')[1] ?? '';

describe('the letter that asks', () => {
  it('leaves for what is due, once, and again after a fortnight, at most three times in all', async () => {
    const { id, mailbox } = await aFunction();
    const service = app.get(VerificationService);
    await service.run();
    const letters = async () => (await app.sql('select 1 from contact_letter where function_id = $1', [id])).length;
    expect(await letters()).toBe(0);
    await app.sql('update contact_function set next_verification_on = today() + 3 where id = $1', [id]);
    await service.run();
    await service.run();
    expect(await letters()).toBe(1);
    for (let i = 0; i < 4; i++) {
      await app.sql('update contact_function set asked_on = today() - 15 where id = $1', [id]);
      await service.run();
    }
    expect(await letters()).toBe(3);
    const [letter] = await letterTo(mailbox);
    expect(letter?.link).toMatch(/\/bekrafta#[\w-]{43}$/);
    expect(letter?.text).toContain('Kvinnojouren Lyktan');
  }, 30_000);

  it('leaves also when one that is due before cannot be written', async () => {
    const [bad, good] = [await aFunction(), await aFunction()];
    await app.sql('update contact_function set next_verification_on = today() + 3 where id = any ($1)', [
      [bad.id, good.id],
    ]);
    await app.sql(
      `create function refuses() returns trigger language plpgsql as 'begin if new.function_id::text = tg_argv[0] then raise exception ''No.''; end if; return new; end'`,
    );
    await app.sql(
      `create trigger refuses before insert on contact_letter for each row execute function refuses('${bad.id}')`,
    );
    try {
      await expect(app.get(VerificationService).run()).rejects.toThrow('1 of what was due');
    } finally {
      await app.sql('drop function refuses() cascade');
    }
    expect(await app.sql('select 1 from contact_letter where function_id = $1', [good.id])).toHaveLength(1);
    await app.get(VerificationService).run();
    expect(await app.sql('select 1 from contact_letter where function_id = $1', [bad.id])).toHaveLength(1);
  });

  it('does not leave for a function that is said to be right as its turn comes', async () => {
    const { id } = await aFunction();
    await app.sql('update contact_function set next_verification_on = today() + 3 where id = $1', [id]);
    await interrupted(app, 'update contact_function set next_verification_on = today() + 200 where id = $1', [id], () =>
      app.get(VerificationService).run(),
    );
    expect(await app.sql('select 1 from contact_letter where function_id = $1', [id])).toEqual([]);
  });

  it('is answered once by whoever has its code, without an account, and opening it answers nothing', async () => {
    const { id, mailbox } = await aFunction({ holder: { naming: 'named', name: 'Maja Ek' } });
    await maja.post(`/api/contacts/${id}/letters`);
    const token = tokenIn((await letterTo(mailbox))[0]?.link ?? '');
    await app.sql(
      `update contact_function set verified_on = '2025-01-01', next_verification_on = '2025-07-01' where id = $1`,
      [id],
    );
    const stranger = await app.stranger();
    for (let i = 0; i < 2; i++) {
      const asked = await stranger.post('/api/contact-letters', { token });
      expect([asked.status, asked.body['mailbox'], asked.text.includes('Maja')]).toEqual([200, mailbox, false]);
    }
    expect((await stranger.get(`/bekrafta?${token}`)).status).toBeGreaterThanOrEqual(200);
    expect(await read(maja, id)).toMatchObject({ verifiedOn: '2025-01-01', overdue: true });
    expect((await stranger.post('/api/contact-letters/confirmation', { token })).status).toBe(200);
    const [day] = await app.sql<{ today: string; next: string }>(
      `select today()::text as today, (today() + interval '3 months')::date::text as next`,
    );
    expect(await read(samir, id)).toMatchObject({
      verifiedOn: day?.today,
      nextVerificationOn: day?.next,
      overdue: false,
    });
    for (const path of ['', '/confirmation'])
      expect((await stranger.post(`/api/contact-letters${path}`, { token })).body['code']).toBe(
        'contact.code-not-good',
      );
    const history = (await samir.get<{ items: { what: string }[] }>(`/api/contacts/${id}/history`)).body.items;
    expect(history[0]?.what).toBe('verified');
  }, 30_000);

  it('is sent by hand once a day at most, also when all has been said to be right in between', async () => {
    const { id } = await aFunction();
    const send = () => maja.post<{ code: string }>(`/api/contacts/${id}/letters`);
    expect((await send()).status).toBe(200);
    await maja.post(`/api/contacts/${id}/confirmation`);
    const again = await send();
    expect([again.status, again.body.code]).toEqual([409, 'contact.asked-today']);
    const sent = () => app.sql('select 1 from contact_letter where function_id = $1', [id]);
    expect(await sent()).toHaveLength(1);
    await app.sql(`update contact_letter set sent_at = sent_at - interval '25 hours' where function_id = $1`, [id]);
    expect((await send()).status).toBe(200);
    expect(await sent()).toHaveLength(2);
  });

  it('is sent by hand the same day to a mailbox that has been put right', async () => {
    const { id } = await aFunction();
    const send = async () => (await maja.post(`/api/contacts/${id}/letters`)).status;
    expect(await send()).toBe(200);
    const right = `ratt${Math.random().toString(36).slice(2)}@example.org`;
    await app.sql('update contact_function set mailbox = $2 where id = $1', [id, right]);
    expect([await send(), await send()]).toEqual([200, 409]);
    expect(await letterTo(right)).toHaveLength(1);
  }, 30_000);

  it('is good for sixty days, and after that nothing is confirmed by it', async () => {
    const { id, mailbox } = await aFunction();
    await maja.post(`/api/contacts/${id}/letters`);
    const token = tokenIn((await letterTo(mailbox))[0]?.link ?? '');
    await app.sql(`update contact_function set next_verification_on = '2025-07-01' where id = $1`, [id]);
    const ages = async (days: number) => {
      await app.sql(
        `update contact_letter set sent_at = sent_at - make_interval(days => $2), expires_at = expires_at - make_interval(days => $2) where function_id = $1`,
        [id, days],
      );
      return (await (await app.stranger()).post('/api/contact-letters', { token })).status;
    };
    expect(await ages(59)).toBe(200);
    expect(await ages(1)).toBe(404);
    const late = await (await app.stranger()).post('/api/contact-letters/confirmation', { token });
    expect([late.status, late.body['code']]).toEqual([404, 'contact.code-not-good']);
    expect(await read(maja, id)).toMatchObject({ overdue: true });
  }, 30_000);

  it('keeps no code that anybody can read back, and a made-up one is none', async () => {
    const { id, mailbox } = await aFunction();
    await maja.post(`/api/contacts/${id}/letters`);
    const token = tokenIn((await letterTo(mailbox))[0]?.link ?? '');
    expect(await app.sql('select 1 from contact_letter l where l::text like $1', [`%${token}%`])).toEqual([]);
    const stranger = await app.stranger();
    expect((await stranger.post('/api/contact-letters', { token: 'A'.repeat(43) })).status).toBe(404);
  }, 30_000);
});

describe('keepers', () => {
  it('say that all is right, and so does the county board of what its county sees', async () => {
    const { id } = await aFunction();
    await app.sql(`update contact_function set verified_on = null, next_verification_on = '2025-07-01' where id = $1`, [
      id,
    ]);
    expect((await read(eva, id)).overdue).toBe(true);
    expect((await eva.post(`/api/contacts/${id}/confirmation`)).body).toMatchObject({ overdue: false });
    expect((await samir.post(`/api/contacts/${id}/confirmation`)).status).toBe(403);
  });
});

describe('“stämmer inte”', () => {
  it('reaches those who keep the function, is dealt with, and shows to no other reader', async () => {
    const { id, mailbox } = await aFunction();
    const said = await samir.post(`/api/contacts/${id}/reports`, { what: ['phone'], text: 'Numret går inte fram.' });
    expect(said.status).toBe(201);
    const reports = async (client: Client) =>
      (await client.get<ContactReports>(`/api/contacts/${id}/reports`)).body.items;
    expect(await reports(maja)).toMatchObject([
      { organization: { name: 'Ånge kommun' }, what: ['phone'], text: 'Numret går inte fram.' },
    ]);
    expect(await reports(eva)).toHaveLength(1);
    expect(await reports(samir)).toHaveLength(1);
    expect(await reports(await app.signIn('jon.wik'))).toEqual([]);
    const [letter] = await letterTo(mailbox);
    expect([letter?.text.includes('Numret'), letter?.text.includes('Ånge')]).toEqual([false, false]);
    const [report] = await reports(maja);
    expect((await samir.post(`/api/contacts/${id}/reports/${report?.id}/resolution`)).status).toBe(403);
    expect((await maja.post(`/api/contacts/${id}/reports/${report?.id}/resolution`)).body).toEqual({ items: [] });
    expect(await reports(samir)).toEqual([]);
  }, 30_000);

  it('is told to the mailbox once, until what was said has been dealt with', async () => {
    const { id, mailbox } = await aFunction();
    const report = async (client: Client) =>
      (await client.post(`/api/contacts/${id}/reports`, { what: ['phone'], text: '' })).status;
    // Letters wait sealed, so who they are to is not known before they have left.
    const letters = async () => {
      await until(
        () => app.sql(`select 1 from samverkan_jobs.job where name = 'mail.send' and state < 'completed'`),
        (waiting) => waiting.length === 0,
      );
      return (await app.sql('select 1 from demo_mail where to_address = $1', [mailbox])).length;
    };
    for (const client of [samir, samir, eva]) expect(await report(client)).toBe(201);
    expect(await letters()).toBe(1);
    const { items } = (await maja.get<ContactReports>(`/api/contacts/${id}/reports`)).body;
    expect(items).toHaveLength(3);
    for (const one of items) await maja.post(`/api/contacts/${id}/reports/${one.id}/resolution`);
    await report(samir);
    expect(await letters()).toBe(2);
  }, 40_000);

  it('is told to a mailbox that came later, when nobody could be told before', async () => {
    const { id } = await aFunction({ mailbox: null });
    const report = () => samir.post(`/api/contacts/${id}/reports`, { what: ['phone'], text: '' });
    expect((await report()).status).toBe(201);
    const mailbox = `sen${Math.random().toString(36).slice(2)}@example.org`;
    await app.sql('update contact_function set mailbox = $2 where id = $1', [id, mailbox]);
    expect((await report()).status).toBe(201);
    expect(await letterTo(mailbox)).toHaveLength(1);
  }, 30_000);

  it('is dealt with once: whoever comes second is told that it is gone, and leaves no trace', async () => {
    const { id } = await aFunction();
    await samir.post(`/api/contacts/${id}/reports`, { what: ['phone'], text: '' });
    const [report] = (await maja.get<ContactReports>(`/api/contacts/${id}/reports`)).body.items;
    const late = await interrupted(
      app,
      'update contact_report set resolved_at = clock_timestamp() where id = $1',
      [report?.id],
      () => maja.post(`/api/contacts/${id}/reports/${report?.id}/resolution`),
    );
    expect(late.status).toBe(404);
    expect(
      await app.sql(`select 1 from audit where verb = 'contact.report-resolved' and object_id = $1`, [id]),
    ).toEqual([]);
  });

  it('holds no personal number', async () => {
    const { id } = await aFunction();
    const answer = await samir.post<{ issues: unknown[] }>(`/api/contacts/${id}/reports`, {
      what: ['other'],
      text: '18900101-9802',
    });
    expect([answer.status, answer.body.issues]).toEqual([400, [{ path: 'text', code: 'text.personal-number' }]]);
  });
});
