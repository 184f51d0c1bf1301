// Whoever is asked about a draft is told: by letter, on the start page, and again before the last day.
import type { ConsultationAnswers, ConsultationList } from '@samverkan/consultations/contract';
import {
  type Client,
  type TestApp,
  noComment as rest,
  organizationOf,
  aRound as roundOf,
  roundAt as at,
  sendAnswer as send,
  testApp,
  writeAnswer as write,
  until,
} from '@samverkan/testing';
import { ConsultationMail } from './consultation-mail';

let app: TestApp;
let [eva, ida, samir, maja]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  samir = await app.signIn('samir.lund');
  maja = await app.signIn('maja.ek');
});
afterAll(() => app.close());

const idOf = (key: string) => organizationOf(app, key);
const aRound = (more?: object, goals?: string[]) => roundOf(app, eva!, more, goals);

describe('whoever is asked is told', () => {
  const letters = async (words: string) =>
    app.sql<{ to_address: string; subject: string; text: string; link: string }>(
      `select to_address, subject, text, link from demo_mail where subject like $1 order by to_address`,
      [`%${words}%`],
    );

  it('by letter with the way to the answer and no goal in it, on the start page, and with a receipt', async () => {
    await app.sql('delete from demo_mail');
    const { id } = await aRound();
    const asked = ['ida.nordlund@demo.example', 'maja.ek@demo.example'];
    const sent = await until(async () => {
      const here = await letters('En remiss väntar på ert svar i Samverkan');
      return asked.every((to) => here.some(({ to_address }) => to_address === to)) ? here : null;
    });
    expect(sent.map(({ link }) => new URL(link).pathname)).toContain(`/remisser/${id}`);
    expect(sent.some(({ text }) => text.includes('Upptäcka'))).toBe(false);
    // The title stands in the letter alone: a subject is read on a locked screen.
    expect(sent.every(({ text }) => text.includes('Handlingsplan 2027–2030'))).toBe(true);
    expect(sent.some(({ subject }) => subject.includes('Handlingsplan'))).toBe(false);
    const waits = await ida!.get('/api/activity/waiting');
    expect(waits.text).toMatch(/remiss(er)? väntar på ert svar/);
    await rest(ida, id);
    await send(ida, id);
    await until(async () => (await letters('Kvitto på ert remissvar')).length > 0);
    expect((await letters('Kvitto på ert remissvar'))[0]).toMatchObject({ to_address: 'ida.nordlund@demo.example' });
  });

  it('again by hand, once a day, and by itself a week and two days before the last day', async () => {
    const { id } = await aRound();
    const both = [await idOf('municipality:2282'), await idOf('demo:lyktan')];
    await rest(ida, id);
    await send(ida, id);
    const once = (await eva!.post<ConsultationAnswers>(at(id, '/reminders'), { organizationIds: both })).body;
    expect(once.invited.map(({ remindedOn }) => remindedOn !== null)).toEqual([false, true]);
    const mail = app.get(ConsultationMail);
    await app.sql(`update consultation set last_day = samverkan.today() - 30 where id <> $1`, [id]);
    const days = async (left: number) => {
      await app.sql(`update consultation set last_day = samverkan.today() + $2::int where id = $1`, [id, left]);
      await app.sql(
        `update consultation_invitation set invited_at = now() - interval '20 days', reminded_on = reminded_on - 1 where consultation_id = $1`,
        [id],
      );
      return mail.remindDue();
    };
    expect([await days(10), await days(7), await days(6), await days(2), await days(1)]).toEqual([0, 1, 0, 1, 0]);
  });

  it('one asked by mistake is asked no longer, unless it has begun', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, 'Vi har börjat.');
    expect((await eva!.delete(at(id, `/invitations/${await idOf('municipality:2282')}`))).body).toMatchObject({
      code: 'consultation.has-begun',
    });
    expect((await eva!.delete(at(id, `/invitations/${await idOf('demo:lyktan')}`))).status).toBe(200);
    expect((await maja!.get(at(id))).status).toBe(404);
    await eva!.post(at(id, '/invitations'), { organizationIds: [await idOf('municipality:2260')] });
    expect((await samir!.get<ConsultationList>('/api/consultations')).body.items.map((item) => item.id)).toContain(id);
  });
});
