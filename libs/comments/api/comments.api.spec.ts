import type { Action } from '@samverkan/actions/contract';
import type {
  Comment,
  CommentInput,
  CommentWordings,
  Comments,
  CommentsToUs,
  Mentionables,
} from '@samverkan/comments/contract';
import { type Client, type TestApp, organizationOf, testApp } from '@samverkan/testing';

/** News, as far as it is looked at here: the area of it stands above this one. */
interface News {
  items: { objectId: string; kind: string; title: string; organization: { name: string } }[];
}

let app: TestApp;
/** Kramfors, Ånge, the county board, and a shelter's association. */
let [ida, samir, eva, maja]: Client[] = [];
let ange: string;
beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva, maja] = await Promise.all(
    ['ida.nordlund', 'samir.lund', 'eva.berglind', 'maja.ek'].map((name) => app.signIn(name)),
  );
  ange = await functionOf(samir!, { title: 'Kvinnofrid i Ånge', visibility: 'members' });
  await app.sql('delete from demo_mail');
});
afterAll(() => app.close());

async function functionOf(by: Client, fields: object): Promise<string> {
  const { status, body } = await by.post<{ id: string }>('/api/contacts', { visibility: 'county', ...fields });
  expect(status).toBe(201);
  return body.id;
}
const log = async (fields: object = {}) => {
  const given = { title: 'Hemsk rubrik', kind: 'network', status: 'planned', visibility: 'county', ...fields };
  return (await ida!.post<Action>('/api/actions', given)).body;
};
const say = async (by: Client, action: Action, input: Partial<CommentInput>) => {
  const { status, text, body } = await by.post<Comment>(`/api/actions/${action.id}/comments`, input);
  expect([status, text]).toEqual([201, text]);
  return body;
};
const heard = async (by: Client, action: Action) =>
  (await by.get<Comments>(`/api/actions/${action.id}/comments`)).body.items.map(({ text }) => text);
const waiting = async (by: Client) =>
  (await by.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
    ({ kind }) => kind === 'comments.mentions',
  )?.count ?? 0;

describe('what is said about an action', () => {
  it('is read by whoever sees it, oldest first, with the name of the writer for her colleagues alone', async () => {
    const action = await log();
    await say(ida!, action, { text: 'Vi börjar i mars.' });
    await say(samir!, action, { text: 'Vi är gärna med.' });
    const { body } = await samir!.get<Comments>(`/api/actions/${action.id}/comments`);
    expect(body).toMatchObject({ total: 2, aboutShelter: false, allowed: { write: true } });
    expect(body.items.map(({ text, writtenBy }) => [text, writtenBy])).toEqual([
      ['Vi börjar i mars.', null],
      ['Vi är gärna med.', 'Samir Lund'],
    ]);
  });

  it('does not exist for whoever does not see the action, and is found again when it is shown', async () => {
    const action = await log({ status: 'draft', visibility: 'own' });
    const { id } = await say(ida!, action, { text: 'Bara vi.' });
    for (const path of [`/api/actions/${action.id}/comments`, `/api/comments/${id}`, `/api/comments/${id}/wordings`])
      expect([path, (await samir!.get(path)).status]).toEqual([path, 404]);
    expect((await samir!.post(`/api/actions/${action.id}/comments`, { text: 'Hej' })).status).toBe(404);
    const shown = await log();
    const said = await say(ida!, shown, { text: 'Öppet.' });
    await ida!.put(`/api/actions/${shown.id}/visibility`, { visibility: 'own' });
    expect((await samir!.get(`/api/comments/${said.id}`)).status).toBe(404);
  });

  it('is the civil society’s to read and answer where it takes part or all members see', async () => {
    const [county, members] = [await log(), await log({ visibility: 'members' })];
    expect((await maja!.get(`/api/actions/${county.id}/comments`)).status).toBe(404);
    await say(maja!, members, { text: 'Jouren kan hjälpa till.' });
    expect(await heard(ida!, members)).toEqual(['Jouren kan hjälpa till.']);
  });

  it('is changed by whoever wrote it, with what it said before kept for her own organisation', async () => {
    const action = await log();
    const { id, version } = await say(ida!, action, { text: 'I mras.' });
    expect((await samir!.patch(`/api/comments/${id}`, { text: 'I maj.' }, version)).status).toBe(403);
    expect((await eva!.patch(`/api/comments/${id}`, { text: 'I maj.' }, version)).status).toBe(403);
    const { body } = await ida!.patch<Comment>(`/api/comments/${id}`, { text: 'I mars.' }, version);
    expect([body.text, body.changedAt]).toEqual(['I mars.', expect.any(String)]);
    expect((await ida!.patch(`/api/comments/${id}`, { text: 'I april.' }, version)).body).toMatchObject({
      code: 'stale-version',
    });
    const before = async (by: Client) => (await by.get<CommentWordings>(`/api/comments/${id}/wordings`)).body.items;
    expect((await before(ida!)).map(({ text }) => text)).toEqual(['I mras.']);
    expect(await before(samir!)).toEqual([]);
  });

  it('is taken back by its own organisation, and put back', async () => {
    const action = await log();
    const { id } = await say(ida!, action, { text: 'Hoppsan.' });
    expect((await samir!.delete(`/api/comments/${id}`)).status).toBe(403);
    expect((await ida!.delete(`/api/comments/${id}`)).status).toBe(204);
    expect([await heard(ida!, action), await heard(samir!, action)]).toEqual([[], []]);
    expect((await ida!.get(`/api/comments/${id}`)).status).toBe(404);
    expect((await samir!.post(`/api/comments/${id}/restoration`, {})).status).toBe(404);
    expect((await ida!.post(`/api/comments/${id}/restoration`, {})).status).toBe(200);
    expect(await heard(samir!, action)).toEqual(['Hoppsan.']);
  });

  it('is stopped where it holds a personal number, or an address in what is about sheltered housing', async () => {
    const [plain, shelter] = [await log(), await log({ title: 'Skyddat boende i länet' })];
    const write = (action: Action, text: string) =>
      ida!.post<{ issues?: unknown }>(`/api/actions/${action.id}/comments`, { text });
    const number = await write(plain, 'Ärendet 18900101-9802');
    expect([number.status, number.text]).toEqual([400, expect.not.stringContaining('9802')]);
    expect((await write(plain, 'Vi ses på Storgatan 12.')).status).toBe(201);
    expect((await write(shelter, 'Vi ses på Storgatan 12.')).body.issues).toEqual([
      { path: 'text', code: 'text.shelter-address' },
    ]);
  });
});

describe('a function that is mentioned', () => {
  it('is told once: where it waits, among news and by letter, which say nothing of the action', async () => {
    const action = await log();
    const before = await waiting(samir!);
    const { id } = await say(ida!, action, { text: 'Kan @[1] hjälpa till?', functionIds: [ange] });
    expect(await waiting(samir!)).toBe(before + 1);
    const { body } = await samir!.get<CommentsToUs>('/api/comments?unread=true');
    expect(body.items.find((one) => one.id === id)).toMatchObject({ unread: true, action: { title: 'Hemsk rubrik' } });
    const news = (await samir!.get<News>('/api/activity?size=50')).body.items;
    expect(news.filter(({ objectId }) => objectId === id)).toMatchObject([
      { kind: 'comment.mentioned', title: 'Hemsk rubrik', organization: { name: 'Kramfors kommun' } },
    ]);
    const others = (await eva!.get<News>('/api/activity?size=50')).body.items;
    expect(others.filter(({ objectId }) => objectId === id).map(({ kind }) => kind)).toEqual(['comment.written']);
    const [letter] = await letters('Kramfors kommun nämner funktionen Kvinnofrid i Ånge');
    expect(letter).toMatchObject({
      to: 'samir.lund@demo.example',
      subject: 'Ni nämns i en kommentar i Samverkan',
      path: `/kommentarer/${id}`,
    });
    expect(letter?.text).not.toMatch(/Hemsk rubrik|hjälpa till/);
  });

  it('waits no longer when somebody there has read it, and waits again when she says so', async () => {
    const action = await log();
    const { id } = await say(ida!, action, { text: '@[1]?', functionIds: [ange] });
    const now = await waiting(samir!);
    expect((await ida!.post<Comment>(`/api/comments/${id}/seen`, {})).status).toBe(200);
    expect(await waiting(samir!)).toBe(now);
    expect((await samir!.post<Comment>(`/api/comments/${id}/seen`, {})).body.unread).toBe(false);
    expect(await waiting(samir!)).toBe(now - 1);
    expect((await samir!.delete<Comment>(`/api/comments/${id}/seen`)).body.unread).toBe(true);
    await samir!.post(`/api/comments/${id}/seen`, {});
    const { body } = await ida!.get<Comment>(`/api/comments/${id}`);
    await ida!.patch(`/api/comments/${id}`, { text: '@[1]!', functionIds: [ange] }, body.version);
    expect(await waiting(samir!)).toBe(now - 1);
  });

  it('hears nothing of what its organisation does not see, and the writer is told so before she sends', async () => {
    const action = await log({ status: 'draft', visibility: 'own' });
    const choices = async () =>
      (await ida!.get<Mentionables>(`/api/actions/${action.id}/mentionables?q=${encodeURIComponent('kvinnofrid ång')}`))
        .body.items;
    expect((await choices()).find(({ id }) => id === ange)).toMatchObject({
      title: 'Kvinnofrid i Ånge',
      organization: { name: 'Ånge kommun' },
      reads: false,
    });
    const before = await waiting(samir!);
    const { id } = await say(ida!, action, { text: 'Fråga @[1] sen.', functionIds: [ange] });
    expect(await waiting(samir!)).toBe(before);
    expect((await samir!.get<News>('/api/activity?size=50')).text).not.toContain(id);
    const sent = await app.sql(
      `select from samverkan_jobs.job where name = 'comments.mention-letter' and data ->> 'commentId' = $1`,
      [id],
    );
    expect(sent).toHaveLength(0);
  });

  it('is called by its name only to whoever sees it, and never by its holder’s', async () => {
    const inside = await functionOf(ida!, { title: 'Hemlig funktion', visibility: 'own' });
    await ida!.post(`/api/contacts/${inside}/holders`, { naming: 'inside', name: 'Namn Inombords' });
    const action = await log();
    const { id } = await say(ida!, action, { text: 'Tack @[1].', functionIds: [inside] });
    const { body, text } = await samir!.get<Comment>(`/api/comments/${id}`);
    expect(body.mentions).toEqual([{ position: 1, function: null }]);
    expect(text).not.toMatch(/Hemlig|Inombords/);
    expect((await ida!.get(`/api/comments/${id}`)).text).not.toContain('Inombords');
    // Somebody else's hidden function cannot be mentioned, nor found.
    const tried = await samir!.post<{ issues: unknown }>(`/api/actions/${action.id}/comments`, {
      text: '@[1]',
      functionIds: [inside],
    });
    expect([tried.status, tried.body.issues]).toEqual([400, [{ path: 'functionIds.0', code: 'field.not-a-choice' }]]);
    expect((await samir!.get(`/api/actions/${action.id}/mentionables?q=hemlig`)).text).not.toContain('Hemlig');
  });
});

it('is shown to the owner as another party gets it', async () => {
  const action = await log();
  await say(ida!, action, { text: 'Öppet i länet.' });
  const as = async (key: string) =>
    ida!.get<Comments>(`/api/actions/${action.id}/comments?seenAs=${await organizationOf(app, key)}`);
  expect((await as('municipality:2260')).body.items).toMatchObject([{ text: 'Öppet i länet.', writtenBy: null }]);
  expect((await as('region:23')).body).toMatchObject({ code: 'not-seen-by-them' });
});

interface Sent {
  to: string;
  subject: string;
  text: string;
  path: string;
}
/** The letters that say it, when one has come. */
async function letters(words: string): Promise<Sent[]> {
  for (let n = 0; ; n++) {
    const rows = await app.sql<{ to: string; subject: string; text: string; link: string }>(
      `select to_address as "to", subject, subject || ' ' || text as text, link from demo_mail where subject || ' ' || text like $1 order by id`,
      [`%${words}%`],
    );
    if (rows.length > 0 || n > 100) return rows.map(({ link, ...row }) => ({ ...row, path: new URL(link).pathname }));
    await new Promise((next) => setTimeout(next, 100));
  }
}
