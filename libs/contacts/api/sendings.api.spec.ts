import {
  type ContactFunction,
  type ContactSending,
  type ContactSendingPage,
  mostSendingsADay,
} from '@samverkan/contacts/contract';
import type { SensitiveText } from '@samverkan/shared/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const at = '/api/contacts/sendings';
const received: ParsedMail[] = [];
let server: SMTPServer;
let app: TestApp;
let [ida, samir, eva]: Client[] = [];
let replyTo = '';

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('borta@') ? 550 : address.startsWith('senare@') ? 451 : null;
      done(code ? Object.assign(new Error('not now, or never'), { responseCode: code }) : null);
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  app = await testApp({
    environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Samverkan <samverkan@lst.example>' },
  });
  [ida, samir, eva] = await Promise.all(['ida.nordlund', 'samir.lund', 'eva.berglind'].map((who) => app.signIn(who)));
  replyTo = (await add({ title: 'Samordning', mailbox: 'samordning@kramfors.example' })).id;
}, 60_000);
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const add = async (fields: object, client = ida!) =>
  (await client.post<ContactFunction>('/api/contacts', { title: 'Funktion', visibility: 'county', ...fields })).body;
const send = (functionIds: string[], recipients: number, more: object = {}, client = ida!, headers = {}) =>
  client.post<ContactSending>(
    at,
    {
      functionIds,
      recipients,
      replyTo,
      subject: 'Nätverksträff i mars',
      text: 'Hej!\n\nVälkomna den 12 mars.',
      ...more,
    },
    headers,
  );
const settled = async (id: string, client = ida!) => {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    const { body } = await client.get<ContactSending>(`${at}/${id}`);
    if (body.waiting === 0) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Letters still wait.');
};
const lettersTo = (mailbox: string) =>
  received.filter((mail) => [mail.to].flat().some((to) => to?.text.toLowerCase() === mailbox));
const forgetToday = () => app.sql(`update contact_sending set sent_at = sent_at - interval '2 days'`);
afterEach(forgetToday);

describe('a message to functions', () => {
  it('comes to each mailbox as a letter of its own, with who wrote it, where answers go and how to be left alone', async () => {
    const one = await add({ title: 'Ett', mailbox: 'ett@sending.example' });
    const two = await add({ title: 'Två', mailbox: 'delad@sending.example' });
    const three = await add({ title: 'Tre', mailbox: 'Delad@sending.example' });
    const { body } = await send([one.id, two.id, three.id], 2);
    expect(body).toMatchObject({ recipients: 2, subject: 'Nätverksträff i mars', sentBy: 'Ida Nordlund' });
    expect(await settled(body.id)).toMatchObject({ sent: 2, failed: 0, waiting: 0 });
    const [mail] = lettersTo('ett@sending.example');
    expect(mail?.subject).toBe('Nätverksträff i mars');
    expect(mail?.replyTo?.text).toBe('samordning@kramfors.example');
    expect(mail?.text).toMatch(/Meddelande från Samordning, Kramfors kommun:\s+Hej!\s+Välkomna den 12 mars\./);
    expect(mail?.text).toContain('Ni får det här för att Ett, Kramfors kommun finns bland kontakterna');
    expect(mail?.text).toContain('svaret till samordning@kramfors.example');
    expect(mail?.text).toMatch(/nej-tack\?till=avsandaren#[\w.-]{40}/);
    expect(mail?.cc ?? mail?.bcc).toBeUndefined();
    expect(JSON.stringify(mail)).not.toContain('delad@');
    expect(lettersTo('delad@sending.example')).toHaveLength(1);
  });

  it('tells which functions it could not reach, and is sent again to those alone once their mailbox is right', async () => {
    const good = await add({ title: 'Finns', mailbox: 'finns@sending.example' });
    const bad = await add({ title: 'Fel adress', mailbox: 'borta@sending.example' });
    const { body } = await send([good.id, bad.id], 2);
    const first = await settled(body.id);
    expect(first).toMatchObject({ sent: 1, failed: 1 });
    expect(first.outcomes[0]).toMatchObject({
      state: 'failed',
      reason: 'refused',
      functions: [{ title: 'Fel adress' }],
    });
    await ida!.patch(`/api/contacts/${bad.id}`, { mailbox: 'hemma@sending.example' }, bad.version);
    const again = await ida!.post<ContactSending>(`${at}/${body.id}/again`, { recipients: 1 });
    expect(await settled(again.body.id)).toMatchObject({ sent: 1, failed: 0, againOf: body.id });
    expect(lettersTo('hemma@sending.example')).toHaveLength(1);
    expect(lettersTo('finns@sending.example')).toHaveLength(1);
    expect((await ida!.post(`${at}/${body.id}/again`, { recipients: 1 })).body).toMatchObject({
      code: 'sending.not-again',
    });
  });

  it('is not sent at all when it would reach another number than was confirmed, and tells both', async () => {
    const one = await add({ mailbox: 'antal@sending.example' });
    const answer = await send([one.id], 3);
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'sending.recipients-changed', current: { confirmed: 3, now: 1 } },
    ]);
    expect(await app.sql(`select 1 from contact_sending_recipient where mailbox = 'antal@sending.example'`)).toEqual(
      [],
    );
  });

  it('reaches only what its sender may see, whatever ids she knows of', async () => {
    const hidden = await add({ title: 'Bara vi', visibility: 'own', mailbox: 'vi@sending.example' });
    const open = await add({ title: 'Alla', mailbox: 'alla@sending.example' });
    const own = await add({ title: 'Ånge svarar', mailbox: 'svar@ange.example' }, samir!);
    const answer = await send([hidden.id, open.id], 2, { replyTo: own.id }, samir!);
    expect(answer.body).toMatchObject({ code: 'sending.recipients-changed', current: { now: 1 } });
  });

  it('is sent once however often the same deed is repeated', async () => {
    const one = await add({ mailbox: 'en-gang@sending.example' });
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = [await send([one.id], 1, {}, ida!, headers), await send([one.id], 1, {}, ida!, headers)];
    expect(second.body.id).toBe(first.body.id);
    await settled(first.body.id);
    expect(lettersTo('en-gang@sending.example')).toHaveLength(1);
  });

  it('has an own function that others see and can write to behind it', async () => {
    const one = await add({ mailbox: 'till@sending.example' });
    const without = await add({ title: 'Utan brevlåda' });
    const unseen = await add({ title: 'Inombords', visibility: 'own', mailbox: 'in@kramfors.example' });
    const others = await add({ title: 'Ånges', mailbox: 'ange@ange.example' }, samir!);
    for (const { id } of [without, unseen, others])
      expect((await send([one.id], 1, { replyTo: id })).body).toMatchObject({
        issues: [{ path: 'replyTo', code: 'sending.reply-to' }],
      });
  });

  it('names the function and the organisation it is from, and never a person', async () => {
    const one = await add({ mailbox: 'namn@sending.example' });
    const message = { functionIds: [one.id], replyTo, subject: 'Prov', text: 'Prov.' };
    const { body } = await ida!.post<{ text: string }>(`${at}/preview`, message);
    expect(body.text).toContain('Meddelande från Samordning');
    expect(body.text).not.toContain('Nordlund');
  });

  it('passes the guard in subject and text', async () => {
    const one = await add({ mailbox: 'vakt@sending.example' });
    for (const path of ['subject', 'text'])
      expect((await send([one.id], 1, { [path]: 'Om 19811218-9876.' })).body).toMatchObject({
        issues: [{ path, code: 'text.personal-number' }],
      });
  });

  it('may be sent ten times a day by one person, also when all are sent at once', async () => {
    const one = await add({ mailbox: 'manga@sending.example' });
    const answers = await Promise.all(Array.from({ length: mostSendingsADay + 2 }, () => send([one.id], 1)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(mostSendingsADay);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  }, 30_000);

  it('stands among what its organisation has sent, and is not there for others', async () => {
    const one = await add({ mailbox: 'lista@sending.example' });
    const { body } = await send([one.id], 1, { subject: 'Bara vårt' });
    const listed = (await ida!.get<ContactSendingPage>(at)).body.items;
    expect(listed[0]).toMatchObject({ id: body.id, subject: 'Bara vårt', sentBy: 'Ida Nordlund', recipients: 1 });
    for (const client of [samir!, eva!]) {
      expect((await client.get(`${at}/${body.id}`)).status).toBe(404);
      expect((await client.get(at)).text).not.toContain('Bara vårt');
      expect((await client.post(`${at}/${body.id}/again`, { recipients: 1 })).status).toBe(404);
    }
  });
});

describe('no thanks', () => {
  const tokenOf = (mailbox: string) => /#([\w.-]{40,})/.exec(lettersTo(mailbox).at(-1)?.text ?? '')?.[1] ?? '';
  const decide = async (token: string, to: string, refused: boolean) =>
    (await (await app.stranger()).post('/api/contact-refusals/decision', { token, to, refused })).body;

  it('is said from the letter without an account, keeps that sender away, and is taken back the same way', async () => {
    const one = await add({ title: 'Vill inte', mailbox: 'vill-inte@sending.example' });
    const two = await add({ title: 'Vill', mailbox: 'vill@sending.example' });
    await settled((await send([one.id], 1)).body.id);
    const token = tokenOf('vill-inte@sending.example');
    expect(await decide(token, 'sender', true)).toEqual({
      sender: 'Kramfors kommun',
      senderRefused: true,
      everybodyRefused: false,
    });
    expect((await send([one.id, two.id], 2)).body).toMatchObject({ code: 'sending.recipients-changed' });
    const { body } = await send([one.id, two.id], 1);
    expect(await settled(body.id)).toMatchObject({ recipients: 1, declined: 1 });
    expect(lettersTo('vill-inte@sending.example')).toHaveLength(1);
    // To another sender it is as before.
    const other = await add({ title: 'Ånge skriver', mailbox: 'skriver@ange.example' }, samir!);
    expect((await send([one.id], 1, { replyTo: other.id }, samir!)).status).toBe(201);
    await decide(token, 'sender', false);
    expect((await send([one.id], 1)).status).toBe(201);
  });

  it('to everybody keeps every sender away', async () => {
    const one = await add({ mailbox: 'ingen@sending.example' });
    await settled((await send([one.id], 1)).body.id);
    await decide(tokenOf('ingen@sending.example'), 'everybody', true);
    const other = await add({ title: 'Ånge igen', mailbox: 'igen@ange.example' }, samir!);
    expect((await send([one.id], 1, { replyTo: other.id }, samir!)).body).toMatchObject({ code: 'sending.nobody' });
  });

  it('needs a code that came in a letter', async () => {
    const stranger = await app.stranger();
    expect((await stranger.post('/api/contact-refusals', { token: 'x'.repeat(60) })).body).toMatchObject({
      code: 'refusal.code-not-good',
    });
    expect(
      await app.sql(`select 1 from contact_refusal where encode(mailbox_hash, 'escape') like '%sending%'`),
    ).toEqual([]);
  });
});

describe('a message that names somebody', () => {
  it('is gone from what was sent, with every try of it, and letters that wait are stopped; its senders clean it', async () => {
    const away = await add({ title: 'Fel väg', mailbox: 'borta@names.example' });
    const later = await add({ title: 'Svarar sen', mailbox: 'senare@names.example' });
    const words = { subject: 'Om Gunnel', text: 'Gunnel flyttar.' };
    const { body: first } = await send([away.id, later.id], 2, words);
    for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50)))
      if ((await ida!.get<ContactSending>(`${at}/${first.id}`)).body.failed === 1) break;
    await ida!.patch(`/api/contacts/${away.id}`, { mailbox: 'senare@names.example' }, away.version);
    const { body: again } = await ida!.post<ContactSending>(`${at}/${first.id}/again`, { recipients: 1 });
    const report = { area: 'contacts', kind: 'sending', objectId: again.id };
    expect((await samir!.post('/api/sensitive-texts', report)).status).toBe(404);
    const hidden = (await ida!.post<SensitiveText>('/api/sensitive-texts', report)).body;
    for (const { id } of [first, again]) expect((await ida!.get(`${at}/${id}`)).status).toBe(404);
    expect((await ida!.get(at)).text).not.toContain('Gunnel');

    const texts = { subject: 'Om stöd', messageText: 'Någon flyttar.' };
    expect((await ida!.post(`/api/sensitive-texts/${hidden.id}/purge`, { texts })).status).toBe(204);
    const shown = (await ida!.get<ContactSending>(`${at}/${first.id}`)).body;
    expect(shown).toMatchObject({ subject: 'Om stöd', text: 'Någon flyttar.', waiting: 0, failed: 2 });
    expect(shown.outcomes.map(({ reason }) => reason).sort()).toEqual(['hidden', 'refused']);
    expect((await ida!.get<ContactSending>(`${at}/${again.id}`)).body.subject).toBe('Om stöd');
  });
});

describe('what was sent', () => {
  const night = (rule: string) =>
    app.sql(
      `select id from retention_${rule}_take(now(), array(select id from retention_${rule}_due(now()) where organization_id is not null))`,
    );

  it('loses its words and its addresses after a year, and is still known to have been sent', async () => {
    const one = await add({ mailbox: 'gammal@sending.example' });
    const { body } = await send([one.id], 1);
    await settled(body.id);
    await app.sql(`update contact_sending set sent_at = now() - interval '13 months' where id = $1`, [body.id]);
    await night('sendings');
    const [kept] = [(await ida!.get<ContactSending>(`${at}/${body.id}`)).body];
    expect(kept).toMatchObject({ subject: null, text: null, replyTo: null, sent: 1, outcomes: [{ mailbox: null }] });
    expect((await ida!.post(`${at}/${body.id}/again`, { recipients: 1 })).body).toMatchObject({
      code: 'sending.not-again',
    });
  });

  it('leaves no group behind thirty days after it was removed', async () => {
    const group = async (name: string) =>
      (await ida!.post<{ id: string }>('/api/contacts/groups', { name, choice: {} })).body.id;
    const [old, recent] = [await group('Gammal'), await group('Nyss')];
    for (const id of [old, recent]) {
      await ida!.patch(`/api/contacts/groups/${id}`, { name: 'Nytt namn' }, 1);
      await ida!.post(`/api/contacts/groups/${id}/removal`, {});
    }
    await app.sql(`update contact_group set removed_at = now() - interval '31 days' where id = $1`, [old]);
    await night('groups');
    expect((await ida!.post(`/api/contacts/groups/${old}/restoration`, {})).status).toBe(404);
    expect((await ida!.post(`/api/contacts/groups/${recent}/restoration`, {})).status).toBe(200);
    expect(
      await app.sql('select object_id as id, field from change_log where object_id = any ($1)', [[old, recent]]),
    ).toEqual([{ id: recent, field: 'name' }]);
  });
});
