// Whoever is asked to hold a training hears of it by letter, is reminded at most once a week, and told in the day's letter; no letter says what it is about.
import { Digests } from '@samverkan/activity/api';
import type { Hosting, Hostings, Offer } from '@samverkan/learning/contract';
import { Mail } from '@samverkan/shared/api';
import { type Client, type TestApp, organizationOf, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let per: Client;
let asked: Hosting;
let offerId: string;
const letters = async (words: string, most: number) => {
  for (let n = 0; ; n++) {
    const rows = await app.sql<{ to: string; subject: string; text: string; link: string }>(
      `select to_address as "to", subject, subject || ' ' || text as text, link from demo_mail where subject || ' ' || text like $1 order by id`,
      [`%${words}%`],
    );
    if (rows.length >= most || n > 100) return rows;
    await new Promise((next) => setTimeout(next, 100));
  }
};
const passes = (days: number) =>
  app.sql(
    `update offer_hosting set asked_at = asked_at - $1 * interval '1 day', reminded_at = reminded_at - $1 * interval '1 day', told_on = told_on - $1::int`,
    [days],
  );
const say = (by: Client, verb: string, body: object = {}) =>
  by.post<Hosting & { code?: string }>(`/api/hostings/${asked.id}/${verb}`, body);
const read = async () => (await eva.get<Hosting>(`/api/hostings/${asked.id}`)).body;

beforeAll(async () => {
  app = await testApp({ environment: { SAMVERKAN_DEMO: '1' } });
  [eva, per] = [await app.signIn('eva.berglind'), await app.signIn('per.ost')];
  await app.sql('delete from demo_mail');
  const hostIds = [await organizationOf(app, 'county_board:23')];
  const training = { kind: 'conference', title: 'Hemsk rubrik', visibility: 'members', hostIds };
  const { id } = (await eva.post<Offer>('/api/offers', training)).body;
  offerId = id;
  asked = (await eva.get<Hostings>(`/api/offers/${id}/hostings`)).body.items[0] as Hosting;
});
afterAll(() => app.close());

describe('a question to hold a training together', () => {
  it('goes by letter to those who answer, who are reminded when a week has passed, and no more than that', async () => {
    const sent = await letters('frågar om ni vill hålla en utbildning tillsammans', 1);
    expect(sent[0]).toMatchObject({ to: 'per.ost@demo.example', subject: 'En fråga väntar på svar i Samverkan' });
    expect(new URL(sent[0]?.link ?? '').pathname).toBe(`/utbildningar/tillsammans/${asked.id}`);
    expect((await say(eva, 'reminder')).body.code).toBe('cooperation.reminded-lately');
    await passes(7);
    expect((await read()).allowed.remind).toBe(true);
    const { status, body } = await say(eva, 'reminder');
    expect([status, body.allowed.remind, body.remindedAt !== null]).toEqual([200, false, true]);
    expect((await say(eva, 'reminder')).body.code).toBe('cooperation.reminded-lately');
    const reminded = await letters('frågade för 7 dagar sedan om ni vill hålla', 1);
    expect(reminded[0]?.subject).toBe('Påminnelse: en fråga väntar på svar i Samverkan');
    expect((await say(per, 'reminder')).status).toBe(403);
    for (const { text } of [...sent, ...reminded]) expect(text).not.toContain('Hemsk rubrik');
  });

  it('is not reminded of where no letter would reach anybody, or none can be sent', async () => {
    await passes(7);
    const everyone = `update app_user u set disabled_at = $1 where u.id in (select m.user_id from membership m join organization o on o.id = m.organization_id where o.key = 'county_board:23')`;
    await app.sql(everyone, [new Date()]);
    expect((await say(eva, 'reminder')).body.code).toBe('cooperation.nobody-to-remind');
    await app.sql(everyone, [null]);
    // An account that was closed has no session left.
    per = await app.signIn('per.ost');
    const mail = jest.spyOn(app.get(Mail), 'isAvailable', 'get').mockReturnValue(false);
    try {
      expect((await read()).allowed.remind).toBe(false);
      expect((await say(eva, 'reminder')).body.code).toBe('mail.not-configured');
    } finally {
      mail.mockRestore();
    }
  });

  it('is told in the day’s letter when a week is full, not the days after, and stands on the start page all the while', async () => {
    const sentence = 'har väntat på ert svar i en vecka eller mer';
    const day = async (days: number) => {
      await passes(days);
      await app.sql('update digest_mark set sent_on = sent_on - 1, told_until = clock_timestamp()');
      const [who] = await app.sql<{ id: string }>(`select id from app_user where email = 'per.ost@demo.example'`);
      const before = (await letters('dagliga', 0)).length;
      if ((await app.get(Digests).tell(who?.id ?? '')) === 0) return '';
      const told = await letters('dagliga', before + 1);
      return told
        .slice(before)
        .map(({ text }) => text)
        .join();
    };
    await app.sql(`update offer_hosting set asked_at = now() - interval '6 days', reminded_at = null, told_on = null`);
    await day(0);
    expect(await day(1)).toContain(sentence);
    expect(await day(1)).not.toContain(sentence);
    expect(await day(6)).toContain(sentence);
    const { body } = await per.get<{ items: { kind: string; path: string }[] }>('/api/activity/waiting');
    expect(body.items).toContainEqual(
      expect.objectContaining({ kind: 'learning.hosting-unanswered', path: '/utbildningar/tillsammans' }),
    );
  });

  it('tells those who asked of the answer by letter, without its words', async () => {
    await say(per, 'decline', { answer: 'Inte i år.' });
    const sent = await letters('har sagt nej den här gången', 1);
    expect(sent.map(({ to }) => to)).toContain('eva.berglind@demo.example');
    expect(sent.map(({ to }) => to)).not.toContain('per.ost@demo.example');
    for (const { subject, text } of sent) {
      expect(subject).toBe('Ni har fått svar i Samverkan');
      expect(text).not.toMatch(/Hemsk rubrik|Inte i år/);
    }
    expect((await say(eva, 'reminder')).body.code).toBe('cooperation.is-answered');
    // Also those who hold it and did not ask: whoever asked may have left since.
    await say(per, 'undo');
    await app.sql('delete from demo_mail');
    await app.sql(
      `update offer set host_ids = host_ids || (select id from organization where key = 'municipality:2282') where id = $1`,
      [offerId],
    );
    await say(per, 'decline');
    const told = await letters('har sagt nej den här gången', 2);
    expect(told.map(({ to }) => to)).toContain('ida.nordlund@demo.example');
  });
});
