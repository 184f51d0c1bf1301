// The pages that a guest without an account comes to are valid HTML in both languages, from the form to the certificate and the questions afterwards.
import type { Offer, Registrations } from '@samverkan/learning/contract';
import { type Client, type TestApp, htmlFaults, testApp, until } from '@samverkan/testing';
import { EvaluationService } from './evaluation.service';

let app: TestApp;
let eva: Client;
let session: string;
let at: string;
/** Paths without the language's part. */
let door: string;
beforeAll(async () => {
  app = await testApp({ environment: { SAMVERKAN_JOBS: '1' } });
  eva = await app.signIn('eva.berglind');
  const { body: made } = await eva.post<Offer>('/api/offers', {
    kind: 'training_day',
    title: 'Att fråga om våld',
    visibility: 'members',
  });
  const [{ day } = { day: '' }] = await app.sql<{ day: string }>('select (today() + 30)::text as day');
  await eva.post(`/api/offers/${made.id}/sessions`, { day, from: '09:00', to: '16:00', place: 'Härnösand', seats: 1 });
  const { body: offer } = await eva.post<Offer>(`/api/offers/${made.id}/open`, {});
  session = offer.sessions[0]?.id ?? '';
  at = `/api/offers/${offer.id}/sessions/${session}`;
  door = new URL((await eva.post<{ url: string }>(`${at}/link`, {})).body.url).pathname;
});
afterAll(() => app.close());

const pathIn = async (address: string, like: string): Promise<string> => {
  const ask = () =>
    app.sql<{ link: string }>(
      'select link from demo_mail where to_address = $1 and text like $2 order by id desc limit 1',
      [address, `%${like}%`],
    );
  await until(async () => (await ask()).length > 0, Boolean, 12_000);
  return new URL((await ask())[0]?.link ?? '').pathname;
};
const send = (path: string, fields: Record<string, string>) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const guest = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@kommun.example`,
  organization: 'Socialtjänsten',
  municipalityCode: '',
  profession: 'social_workers',
});

/** What is wrong with each page, after having made sure that it is the page that was meant. */
async function expectValid(pages: [path: string, status: number, form?: Record<string, string>][]): Promise<void> {
  for (const [path, status, form] of pages)
    for (const language of form ? [''] : ['', '/en']) {
      const page = await (form ? send(path, form) : fetch(app.url + language + path));
      expect([language + path, page.status, await htmlFaults(await page.text())]).toEqual([
        language + path,
        status,
        [],
      ]);
    }
}

describe('the pages of whoever registers without an account', () => {
  it('are valid HTML: the form, a form that was wrong, the receipt and the page of her own', async () => {
    await expectValid([
      [door, 200],
      [door, 400, { ...guest('Fel'), email: 'ingen adress' }],
      [door, 200, guest('Maja')],
      [door, 200, guest('Noor')],
    ]);
    const own = await pathIn('maja@kommun.example', 'Du har en plats');
    const waiting = await pathIn('noor@kommun.example', 'väntelista');
    await expectValid([
      [own, 200],
      [waiting, 200],
      [`${own}/intyg`, 404],
    ]);
  });

  it('are valid HTML afterwards: the certificate and the questions', async () => {
    const own = await pathIn('maja@kommun.example', 'Du har en plats');
    await app.sql('update offer_session set day = today() - 1 where id = $1', [session]);
    const { items } = (await eva.get<Registrations>(`${at}/registrations`)).body;
    const maja = items.find(({ email }) => email === 'maja@kommun.example');
    await eva.put(`${at}/attendance`, { came: [{ id: maja?.id, attended: true }] });
    await app.get(EvaluationService).ask();
    const questions = await pathIn('maja@kommun.example', 'Vad tyckte du');
    await expectValid([
      [`${own}/intyg`, 200],
      [questions, 200],
      [questions, 400, { useful: '5' }],
      [questions, 200, { useful: '5', level: '4', practical: '3', act: '2' }],
      [questions, 404],
    ]);
  });
});
