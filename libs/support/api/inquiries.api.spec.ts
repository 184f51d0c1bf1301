// Whoever has no account asks for support on the county's public page: the address is confirmed by a letter, and the county board takes it in or says no.
import type { SupportInquiries, SupportInquiry, SupportRequest } from '@samverkan/support/contract';
import { type Client, type TestApp, testApp, until } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, per]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, ida, per] = await Promise.all(['eva.berglind', 'ida.nordlund', 'per.ost'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const door = '/kompetensstod/vasternorrland';
const whole = {
  party: '2282',
  workplace: 'Enhetschef, individ- och familjeomsorgen',
  title: 'Handledning i att ställa frågor om våld',
  text: 'Vi är åtta handläggare.',
  form: 'supervision',
  urgency: 'quarter',
  replyTo: 'enhetschef@kommun.example',
};
let mailbox = 0;
/** An address of its own for each try: few letters go to one. */
const fresh = () => `nagon${(mailbox += 1)}@kommun.example`;
const send = async (fields: Record<string, string>, path = door) => {
  const answer = await fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
/** The latest letter to the address, once the queue has carried it. */
const letterTo = (to: string, many = 1) =>
  until(async () => {
    const sent = await app.sql<{ text: string; link: string }>(
      'select text, link from demo_mail where to_address = $1 order by id',
      [to],
    );
    return sent[many - 1];
  });
const linkTo = async (to: string) => new URL((await letterTo(to)).link).pathname;
const asked = async (fields: Partial<typeof whole> = {}) => {
  const replyTo = fresh();
  expect((await send({ ...whole, ...fields, replyTo })).status).toBe(201);
  return { replyTo, link: await linkTo(replyTo) };
};
const confirmed = async (fields: Partial<typeof whole> = {}) => {
  const { replyTo, link } = await asked(fields);
  expect((await send({}, link)).status).toBe(200);
  const found = (await listed()).find((one) => one.replyTo === replyTo);
  if (!found) throw new Error('Nothing has come.');
  return found;
};
const listed = async (client = eva!) => (await client.get<SupportInquiries>('/api/support-inquiries')).body.items;
const taken = (id: string, fields: object, client = eva!) =>
  client.post<SupportInquiry>(`/api/support-inquiries/${id}/take`, { subject: 'methods', ...fields });

describe('the form on the county’s page', () => {
  it('is led to from the page, and needs neither a script nor a cookie', async () => {
    expect(await (await fetch(`${app.url}/offentligt/lan/vasternorrland`)).text()).toContain(`href="${door}"`);
    const form = await fetch(app.url + door);
    expect([form.status, form.headers.get('set-cookie'), form.headers.get('cache-control')]).toEqual([
      200,
      null,
      'no-store',
    ]);
    expect(await form.text()).toContain('<option value="2282" lang="sv">Kramfors</option>');
    expect((await fetch(`${app.url}/kompetensstod/finns-inte`)).status).toBe(404);
    expect(await (await fetch(`${app.url}/en${door}`)).text()).toContain('Where do you work?');
  });

  it('is closed where nobody at the county board reads what comes in, and says where to turn', async () => {
    const form = await (await fetch(`${app.url}/kompetensstod/gotland`)).text();
    expect([form.includes('<form'), form.includes('Formuläret är inte öppet')]).toEqual([false, true]);
    expect((await send({ ...whole, party: 'region' }, '/kompetensstod/gotland')).status).toBe(409);
  });

  it('says what must be put right, with what was written still there, and keeps nothing that points out a person', async () => {
    const wrong = await send({ ...whole, party: '0180', replyTo: 'inte en adress', title: 'Råd' });
    expect(wrong.status).toBe(400);
    for (const part of ['party-error', 'replyTo-error', 'title-error', 'Vi är åtta handläggare.'])
      expect([part, wrong.text.includes(part)]).toEqual([part, true]);
    const number = await send({ ...whole, text: 'Det gäller 19121212-1212.' });
    expect([number.status, number.text.includes('text-error')]).toEqual([400, true]);
    // An address stops when any other field tells that it is about sheltered housing; and no number hides in a mail address.
    const shelter = await send({ ...whole, title: 'Stöd till skyddat boende', text: 'Det ligger på Storgatan 5.' });
    expect([shelter.status, shelter.text.includes('text-error')]).toEqual([400, true]);
    const mail = await send({ ...whole, replyTo: '191212121212@kommun.example' });
    expect([mail.status, mail.text.includes('replyTo-error')]).toEqual([400, true]);
    expect(await app.sql('select 1 from support_inquiry where workplace = $1', [whole.workplace])).toEqual([]);
  });

  it('bothers nobody until the address is confirmed by a press, and a letter that is only opened confirms nothing', async () => {
    const { replyTo, link } = await asked();
    const page = await fetch(app.url + link);
    expect([page.status, (await page.text()).includes(whole.title)]).toEqual([200, true]);
    expect((await listed()).some((one) => one.replyTo === replyTo)).toBe(false);
    expect((await send({}, link)).status).toBe(200);
    expect((await listed()).some((one) => one.replyTo === replyTo)).toBe(true);
    expect([(await send({}, link)).status, (await fetch(app.url + link)).status]).toEqual([404, 404]);
  });

  it('tells nothing of what was asked for in the letter: the address may be somebody else’s', async () => {
    const { replyTo } = await asked();
    const { text } = await letterTo(replyTo);
    expect(text).toContain('Någon har skrivit till länsstyrelsen');
    expect(text).not.toContain('Handledning');
  });

  it('sends few letters to one address, whatever follows its plus, and gives back what was typed when it sends none', async () => {
    const [name, domain] = fresh().split('@');
    const answers = [];
    for (const tag of ['', '+ett', '+tva'])
      answers.push(await send({ ...whole, replyTo: `${name}${tag}@${domain}`.toUpperCase() }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers[2]?.text).toContain('Vi är åtta handläggare.');
    // Another's address is not closed by it.
    expect((await send({ ...whole, replyTo: fresh() })).status).toBe(201);
  });

  it('has a link that is good for seven days', async () => {
    const { replyTo, link } = await asked();
    await app.sql(`update support_inquiry set received_at = now() - interval '8 days' where reply_to = $1`, [replyTo]);
    expect([(await fetch(app.url + link)).status, (await send({}, link)).status]).toEqual([404, 404]);
    expect((await listed()).some((one) => one.replyTo === replyTo)).toBe(false);
  });
});

describe('what has come by the form', () => {
  it('is the county board’s to read, and waits on its start page', async () => {
    const one = await confirmed({ party: 'region' });
    expect(one).toMatchObject({
      party: { name: 'Region Västernorrland' },
      workplace: whole.workplace,
      title: whole.title,
      settledAt: null,
    });
    expect((await ida!.get('/api/support-inquiries')).status).toBe(403);
    expect(await listed(per!)).toEqual([]);
    const waits = await eva!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('support.inquiry');
    expect((await taken(one.id, { organizationId: one.party?.id }, per!)).status).toBe(404);
  });

  it('leaves a line in the audit each time the address is read', async () => {
    const reads = async () =>
      (
        await app.sql<{ n: number }>(
          `select count(*)::int as n from audit where verb in ('contact.read', 'contacts.listed') and area = 'support'`,
        )
      )[0]?.n ?? 0;
    const before = await reads();
    await listed();
    expect(await reads()).toBe(before + 1);
  });

  it('becomes a request of the party in the board’s hand, and whoever wrote is told what it is called', async () => {
    const one = await confirmed();
    const answer = await taken(one.id, { organizationId: one.party?.id });
    expect(answer.body).toMatchObject({ settledBy: expect.any(String) as string, title: whole.title, text: '' });
    // The words stand in the request alone, so that cleaning it there cleans them.
    expect(await app.sql('select title, text from support_inquiry where id = $1', [one.id])).toEqual([
      { title: answer.body.reference, text: '' },
    ]);
    expect((await listed()).find(({ id }) => id === one.id)?.replyTo).toBeNull();
    const request = await ida!.get<SupportRequest>(`/api/support/${answer.body.requestId}`);
    expect(request.body).toMatchObject({
      reference: answer.body.reference,
      title: whole.title,
      status: 'in_progress',
      captured: true,
      asker: { name: 'Kramfors kommun' },
    });
    // The municipality follows the need, not who wrote from which address.
    expect(request.text).not.toContain(one.replyTo);
    expect((await letterTo(one.replyTo ?? '', 2)).text).toContain(answer.body.reference);
    const of = (client: Client) => client.get<SupportInquiries>(`/api/support-inquiries/of/${answer.body.requestId}`);
    expect((await of(eva!)).body.items[0]?.replyTo).toBe(one.replyTo);
    expect((await of(per!)).body.items).toEqual([]);
    const again = await taken(one.id, { organizationId: one.party?.id });
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([409, 'support-inquiry.settled']);
  });

  it('is answered with a no and why, and the address is gone then', async () => {
    const one = await confirmed();
    const answer = await eva!.post<SupportInquiry>(`/api/support-inquiries/${one.id}/decline`, {
      reason: 'Vänd er till regionen.',
    });
    expect([answer.status, answer.body.replyTo, answer.body.reason]).toEqual([200, null, 'Vänd er till regionen.']);
    expect((await letterTo(one.replyTo ?? '', 2)).text).toContain('Vänd er till regionen.');
    expect(await app.sql('select reply_to from support_inquiry where id = $1', [one.id])).toEqual([{ reply_to: null }]);
  });

  it('is taken in for the party that the board says, and not for one of another county', async () => {
    const one = await confirmed();
    const [timra] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2262'`);
    const [umea] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2480'`);
    const wrong = await taken(one.id, { organizationId: umea?.id });
    expect([wrong.status, wrong.text.includes('"path"')]).toEqual([400, true]);
    const { body } = await taken(one.id, { organizationId: timra?.id });
    const request = await eva!.get<SupportRequest>(`/api/support/${body.requestId}`);
    expect(request.body.asker.name).toBe('Timrå kommun');
    expect((await ida!.get(`/api/support/${body.requestId}`)).status).toBe(404);
  });

  it('is thrown away without an answer when it is nonsense, and the address with it', async () => {
    const one = await confirmed();
    const answer = await eva!.post<SupportInquiry>(`/api/support-inquiries/${one.id}/discard`, {});
    expect([answer.status, answer.body.replyTo, answer.body.reason]).toEqual([200, null, '']);
    const sent = await app.sql('select 1 from demo_mail where to_address = $1', [one.replyTo]);
    expect(sent).toHaveLength(1);
  });

  it('is not kept longer than it is needed', async () => {
    await app.sql('delete from support_inquiry');
    const { replyTo } = await asked();
    const [waiting, no, yes] = [await confirmed(), await confirmed(), await confirmed()];
    await eva!.post(`/api/support-inquiries/${no.id}/decline`, { reason: 'Vänd er till regionen.' });
    const { requestId } = (await taken(yes.id, { organizationId: yes.party?.id })).body;
    const due = async (days: number) => {
      const rows = await app.sql<{ id: string }>(
        `with night as (select set_config('samverkan.role', '', false)) select d.id from night, retention_support_inquiries_due(now() + make_interval(days => $1)) d`,
        [days],
      );
      return rows.map(({ id }) => id);
    };
    const [unconfirmed] = await app.sql<{ id: string }>('select id from support_inquiry where reply_to = $1', [
      replyTo,
    ]);
    expect(await due(6)).toEqual([]);
    expect(await due(8)).toEqual([unconfirmed?.id]);
    expect((await due(61)).sort()).toEqual([unconfirmed?.id, no.id].sort());
    await eva!.post(`/api/support/${requestId}/close`, { outcome: 'Två tillfällen.' });
    // Three months after it is closed for now it is asked what it led to; she is written to until then.
    expect(await due(140)).not.toContain(yes.id);
    expect(await due(160)).toContain(yes.id);
    expect(await due(160)).not.toContain(waiting.id);
    expect(await due(366)).toContain(waiting.id);
  });
});
