// Who asks another party in and hears nothing can remind it, at most once a week; the one that has not answered is told in the day's letter, as seldom.
import type { Action, Cooperation } from '@samverkan/actions/contract';
import { Digests } from '@samverkan/activity/api';
import { Mail } from '@samverkan/shared/api';
import { type Client, type TestApp, organizationOf, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let samir: Client;
let asked: Cooperation;
const sent = async (words: string, most: number) => {
  for (let n = 0; ; n++) {
    const rows = await app.sql<{ to: string; subject: string; text: string }>(
      `select to_address as "to", subject, text from demo_mail where subject || ' ' || text like $1 order by id`,
      [`%${words}%`],
    );
    if (rows.length >= most || n > 100) return rows;
    await new Promise((next) => setTimeout(next, 100));
  }
};
const passes = async (days: number) => {
  await app.sql(
    `update action_cooperation set asked_at = asked_at - $1 * interval '1 day', reminded_at = reminded_at - $1 * interval '1 day', told_on = told_on - $1::int`,
    [days],
  );
  await app.sql('update digest_mark set sent_on = sent_on - 1, told_until = clock_timestamp()');
};
const remind = (by: Client) => by.post<Cooperation & { code?: string }>(`/api/cooperations/${asked.id}/reminder`, {});
const read = async () => (await ida.get<Cooperation>(`/api/cooperations/${asked.id}`)).body;

beforeAll(async () => {
  app = await testApp({ environment: { SAMVERKAN_DEMO: '1' } });
  [ida, samir] = [await app.signIn('ida.nordlund'), await app.signIn('samir.lund')];
  const plan = { title: 'Hemsk rubrik', kind: 'network', status: 'planned', visibility: 'county' };
  const { id } = (await ida.post<Action>('/api/actions', plan)).body;
  const organizationId = await organizationOf(app, 'municipality:2260');
  asked = (await ida.post<Cooperation>(`/api/actions/${id}/invitations`, { organizationId, role: 'owner' })).body;
});
afterAll(() => app.close());

describe('reminding of an invitation', () => {
  it('is refused until a week has passed without an answer', async () => {
    expect(asked).toMatchObject({ remindedAt: null, allowed: { remind: false, withdraw: true } });
    const answer = await remind(ida);
    expect([answer.status, answer.body.code]).toEqual([409, 'cooperation.reminded-lately']);
    await passes(6);
    expect((await remind(ida)).status).toBe(409);
  });

  it('sends those who answer one letter, that says nothing of what it is about, and rests for a week again', async () => {
    await passes(1);
    expect((await read()).allowed.remind).toBe(true);
    const { status, body } = await remind(ida);
    expect([status, body.allowed.remind, body.remindedAt !== null]).toEqual([200, false, true]);
    expect((await remind(ida)).body.code).toBe('cooperation.reminded-lately');
    const letters = await sent('Kramfors kommun bjöd för 7 dagar sedan in er', 1);
    expect(letters.map(({ to }) => to)).toContain('samir.lund@demo.example');
    expect(letters[0]?.subject).toBe('Påminnelse: en fråga väntar på svar i Samverkan');
    expect(letters[0]?.text).not.toContain('Hemsk rubrik');
    await passes(7);
    expect((await read()).allowed.remind).toBe(true);
  });

  it('is refused, and noted nowhere, where no letter would reach anybody', async () => {
    const everyone = `update app_user u set disabled_at = $1 where u.id in (select m.user_id from membership m join organization o on o.id = m.organization_id where o.key = 'municipality:2260')`;
    const before = (await read()).remindedAt;
    await app.sql(everyone, [new Date()]);
    const answer = await remind(ida);
    await app.sql(everyone, [null]);
    // An account that was closed has no session left.
    samir = await app.signIn('samir.lund');
    expect([answer.status, answer.body.code]).toEqual([409, 'cooperation.nobody-to-remind']);
    expect((await read()).remindedAt).toBe(before);
  });

  it('is the asking side’s alone, and over once there is an answer', async () => {
    expect((await remind(samir)).status).toBe(403);
    expect((await remind(await app.someone('partner', 'demo:lyktan'))).status).toBe(404);
    await samir.post(`/api/cooperations/${asked.id}/decline`, {});
    const answer = await remind(ida);
    expect([answer.status, answer.body.code]).toEqual([409, 'cooperation.is-answered']);
    await samir.post(`/api/cooperations/${asked.id}/undo`, {});
  });
});

describe('where there is no way to send letters', () => {
  it('reminding is not offered, and refused', async () => {
    const mail = jest.spyOn(app.get(Mail), 'isAvailable', 'get').mockReturnValue(false);
    try {
      expect((await read()).allowed.remind).toBe(false);
      const answer = await remind(ida);
      expect([answer.status, answer.body.code]).toEqual([409, 'mail.not-configured']);
    } finally {
      mail.mockRestore();
    }
    expect((await read()).allowed.remind).toBe(true);
  });
});

describe('the day’s letter', () => {
  const sentence = 'har väntat på ert svar i en vecka eller mer';
  const letter = async () => {
    const [who] = await app.sql<{ id: string }>('select id from app_user where email = $1', [
      'samir.lund@demo.example',
    ]);
    const before = (await sent('dagliga', 0)).length;
    if ((await app.get(Digests).tell(who?.id ?? '')) === 0) return '';
    const told = await sent('dagliga', before + 1);
    return told
      .slice(before)
      .map(({ text }) => text)
      .join();
  };

  it('tells of what has not been answered when a week is full, not the days after, and again after another', async () => {
    await app.sql(
      `update action_cooperation set asked_at = now() - interval '6 days', reminded_at = null, told_on = null`,
    );
    await letter();
    await passes(0);
    expect(await letter()).toBe('');
    await passes(1);
    expect(await letter()).toContain(sentence);
    await passes(1);
    expect(await letter()).not.toContain(sentence);
    await passes(6);
    expect(await letter()).toContain(sentence);
    // A day without letters on the very day is made up for the day after.
    await passes(8);
    expect(await letter()).toContain(sentence);
  });

  it('waits a week after a reminder that has been sent, and stands on the start page all the while', async () => {
    await app.sql(
      `update action_cooperation set asked_at = now() - interval '14 days', reminded_at = now() - interval '2 days', told_on = null`,
    );
    await passes(0);
    expect(await letter()).not.toContain(sentence);
    const { body } = await samir.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting');
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'actions.unanswered', count: 1 }));
    expect(body.items.map(({ kind }) => kind)).not.toContain('actions.cooperation');
  });
});
