// Whoever is asked to do something together hears of it by letter, and whoever asked of the answer; no letter says what it is about.
import type { Action, Connections, Cooperation } from '@samverkan/actions/contract';
import { type Client, type TestApp, organizationOf, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let samir: Client;
let eva: Client;
let maja: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  samir = await app.signIn('samir.lund');
  eva = await app.signIn('eva.berglind');
  maja = await app.signIn('maja.ek');
  await app.sql('delete from demo_mail');
});
afterAll(() => app.close());

const log = async (by: Client, fields: object = {}) => {
  const given = { title: 'Hemsk rubrik', kind: 'network', status: 'planned', visibility: 'county', ...fields };
  return (await by.post<Action>('/api/actions', given)).body;
};
interface Sent {
  to: string;
  subject: string;
  text: string;
  path: string;
}
/** The letters that say it, when as many as are waited for have come. */
async function letters(words: string, most = 1): Promise<Sent[]> {
  for (let n = 0; ; n++) {
    const rows = await app.sql<{ to: string; subject: string; text: string; link: string }>(
      `select to_address as "to", subject, subject || ' ' || text as text, link from demo_mail where subject || ' ' || text like $1 order by 1`,
      [`%${words}%`],
    );
    if (rows.length >= most || n > 100)
      return rows.map(({ link, ...row }) => ({ ...row, path: new URL(link).pathname }));
    await new Promise((next) => setTimeout(next, 100));
  }
}

it('goes to those who answer, and the answer to those who asked', async () => {
  const theirs = await log(samir);
  const { body: asked } = await ida.post<Cooperation>(`/api/actions/${theirs.id}/proposals`, { message: 'Ska vi?' });
  const asking = await letters('Kramfors kommun planerar något liknande');
  expect(asking[0]).toMatchObject({ to: 'samir.lund@demo.example', path: `/insatser/samarbete/${asked.id}` });
  await samir.post(`/api/cooperations/${asked.id}/decline`, { answer: 'Inte i år.' });
  const answers = await letters('Ånge kommun har sagt nej');
  expect(answers.map(({ to }) => to)).toContain('ida.nordlund@demo.example');
  for (const { text } of [...asking, ...answers]) expect(text).not.toMatch(/Hemsk rubrik|Ska vi|Inte i år/);
  // A subject is read on a locked screen: it names nobody.
  expect(asking.map(({ subject }) => subject)).toEqual(asking.map(() => 'En fråga väntar på svar i Samverkan'));
  expect(answers.map(({ subject }) => subject)).toEqual(answers.map(() => 'Ni har fått svar i Samverkan'));
});

it('goes to the mailbox of the function that is asked, where it has one', async () => {
  const own = await log(ida, { visibility: 'own' });
  const organizationId = await organizationOf(app, 'county_board:22');
  const box = { title: 'Samverkan mot våld', visibility: 'members', mailbox: 'samverkan.prov@example.se' };
  const { body: post } = await eva.post<{ id: string }>('/api/contacts', box);
  const asked = { organizationId, role: 'owner', functionId: post.id };
  const { body } = await ida.post<Cooperation>(`/api/actions/${own.id}/invitations`, asked);
  expect((await letters('Kramfors kommun bjuder in')).map(({ to }) => to)).toEqual(['samverkan.prov@example.se']);
  await eva.post(`/api/cooperations/${body.id}/accept`, {});
  expect((await letters('Länsstyrelsen Västernorrland har sagt ja')).map(({ to }) => to)).toContain(
    'ida.nordlund@demo.example',
  );
});

it('goes to whoever the county’s question may concern, and says nothing of who asks', async () => {
  await app.sql(`update action set status = 'cancelled' where visibility <= 1`);
  await log(maja, { title: 'Vårt eget', kind: 'support', status: 'draft', visibility: 'own' });
  const own = await log(ida, { kind: 'support' });
  await ida.post(`/api/actions/${own.id}/connection`, {});
  const { body } = await eva.get<Connections>('/api/connections');
  const task = body.items.find(({ action }) => action.id === own.id);
  await eva.post(`/api/connections/${task?.id}/forward`, {});
  const sent = await letters('Länsstyrelsen undrar');
  expect(sent.map(({ to }) => to)).toContain('maja.ek@demo.example');
  for (const { text } of sent) expect(text).not.toMatch(/Kramfors|Hemsk rubrik|Vårt eget/);
});
