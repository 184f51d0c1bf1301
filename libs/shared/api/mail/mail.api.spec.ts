import { type TestApp, testApp, until } from '@samverkan/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Db } from '../db/db';
import type { Letter } from './letter';
import { Mail } from './mail';

const letter: Letter = {
  to: 'ida.nordlund@kramfors.example',
  subject: { sv: 'Något väntar på dig i Samverkan', en: 'Something awaits you in Samverkan' },
  body: { sv: ['Åsa & Örjan <hälsar>'], en: ['Greetings'] },
  link: { url: 'https://samverkan.example/inbjudan#hemlig-kod', words: { sv: 'Öppna', en: 'Open' } },
};

describe('mail where there is a mail server', () => {
  const received: ParsedMail[] = [];
  let refuse = 1;
  let server: SMTPServer;
  let app: TestApp;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        void simpleParser(stream).then((mail) => {
          if (refuse-- > 0) return done(Object.assign(new Error('busy'), { responseCode: 451 }));
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
  });
  const waiting = async () =>
    (
      await app.sql<{ n: number }>(
        `select count(*)::int as n from samverkan_jobs.job where name = 'mail.send' and state in ('created', 'active', 'retry')`,
      )
    )[0]?.n;
  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('arrives in Swedish and English, as text and as HTML, also when the server was busy at first', async () => {
    await app.get(Db).transaction(() => app.get(Mail).send(letter));
    await until(() => received.length > 0);
    const [mail] = received;
    expect(mail?.subject).toBe(letter.subject.sv);
    expect(mail?.from?.text).toContain('samverkan@lst.example');
    expect(mail?.text).toMatch(/Åsa & Örjan <hälsar>[\s\S]*Öppna:\nhttps:[\s\S]*Greetings/);
    expect(mail?.html).toContain('Åsa &amp; Örjan &lt;hälsar&gt;');
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@/);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  }, 30_000);

  it('waits sealed: neither the address nor the code can be read in the queue', async () => {
    const rows = await app.sql<{ row: string }>(`select row_to_json(j)::text as row from samverkan_jobs.job j`);
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).toContain('mail.send');
    expect(text).not.toMatch(/nordlund|kramfors|hemlig-kod/i);
  });

  it('stays when its area no longer wants it, and those after it go', async () => {
    const stopped = '01900000-0000-7000-8000-00000000000a';
    const told: string[] = [];
    app.get(Mail).listen('post', {
      wanted: async (id) => id !== stopped,
      outcome: async (id, outcome) => void told.push(`${id.slice(-1)} ${outcome}`),
    });
    const before = received.length;
    const to = (id: string): Letter => ({ ...letter, message: { area: 'post', id } });
    await app
      .get(Db)
      .transaction(() => app.get(Mail).sendAll([to(stopped), to('01900000-0000-7000-8000-00000000000b')]));
    await until(() => told.length > 0);
    await until(async () => (await waiting()) === 0);
    expect([told, received.length - before]).toEqual([['b sent'], 1]);
  }, 30_000);

  it('shows no outbox when mail really leaves', async () => {
    expect((await (await app.stranger()).get('/api/demo/outbox')).status).toBe(404);
  });
});

describe('mail without a mail server', () => {
  it('stands in the outbox of the demo, with the link it would have had', async () => {
    const app = await testApp();
    try {
      await app.get(Db).transaction(() => app.get(Mail).send(letter));
      const client = await app.stranger();
      const read = async () => (await client.get<{ letters: { to: string; link: string }[] }>('/api/demo/outbox')).body;
      await until(async () => (await read()).letters.length > 0);
      expect((await read()).letters).toMatchObject([
        { to: letter.to, link: letter.link?.url, subject: letter.subject.sv },
      ]);
    } finally {
      await app.close();
    }
  }, 30_000);

  it('says so outside demo mode, where it would go nowhere', async () => {
    const app = await testApp({ environment: { SAMVERKAN_DEMO: '0' } });
    try {
      expect(app.get(Mail).isAvailable).toBe(false);
      await expect(app.get(Db).transaction(() => app.get(Mail).send(letter))).rejects.toThrow('mail.not-configured');
      expect((await (await app.stranger()).get('/api/demo/outbox')).status).toBe(404);
    } finally {
      await app.close();
    }
  }, 30_000);
});
