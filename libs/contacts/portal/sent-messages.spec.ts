import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ContactRefusal, ContactSending } from '@samverkan/contacts/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { contactsRoutes, refusalRoutes } from './contacts.routes';

const functionOf = (title: string) => ({
  id: title.toLowerCase(),
  title,
  organization: { id: 'a', name: 'Ånge kommun' },
});
const message = {
  id: 'traff',
  sentAt: '2026-11-20T09:00:00.000Z',
  sentBy: 'Ida Nordlund',
  subject: 'Nätverksträff',
  text: 'Välkomna den 3 december.',
  replyTo: 'samordning@kramfors.example',
  recipients: 3,
  waiting: 1,
  sent: 1,
  failed: 1,
  declined: 1,
  againOf: null,
  againIn: null,
  outcomes: [
    { mailbox: 'fel@ange.example', state: 'failed', reason: 'refused', functions: [functionOf('Familjerätten')] },
    { mailbox: 'ny@ange.example', state: 'waiting', reason: null, functions: [functionOf('Skolan')] },
    { mailbox: 'borta@ange.example', state: 'sent', reason: null, functions: [] },
  ],
} as unknown as ContactSending;
const arrived = { ...message, waiting: 0, sent: 2 } as ContactSending;

let harness: RouterTestingHarness;
let http: HttpTestingController;
let page: HTMLElement;

async function open(address: string): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'kontakter', children: contactsRoutes },
          { path: 'nej-tack', children: refusalRoutes },
        ],
        withComponentInputBinding(),
      ),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create(address);
  page = harness.fixture.nativeElement as HTMLElement;
  await settled();
}
async function settled(rounds = 10): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise((next) => setTimeout(next, 5));
  harness.fixture.detectChanges();
}
const textOf = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const buttons = () => [...page.querySelectorAll('button')].map((one) => one.textContent?.trim() ?? '');
async function press(words: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].filter((one) => one.textContent?.trim() === words).at(-1);
  if (!button) throw new Error(`No button says ${words}; there are ${buttons().join(' | ')}`);
  button.click();
  await settled();
}

describe('what the organisation has sent', () => {
  it('stands in a list with how each went, and a message whose words have served their time says so', async () => {
    await open('/kontakter/skickat');
    const old = { ...arrived, id: 'gammal', subject: null, sentBy: null, failed: 0 };
    http
      .expectOne(({ url }) => url === '/api/contacts/sendings')
      .flush({ items: [message, old], page: 1, size: 25, total: 2, capped: false });
    await settled();
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(rows[0]).toContain('Ida Nordlund');
    expect(rows[0]).toContain('Ett mejl kom inte fram');
    expect(rows[1]).toContain('Texten är borttagen');
    expect(rows[1]).toContain('Någon som har slutat');
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/kontakter/skickat/traff');
  });

  it('says what to do where nothing has been sent', async () => {
    await open('/kontakter/skickat');
    http
      .expectOne(({ url }) => url === '/api/contacts/sendings')
      .flush({ items: [], page: 1, size: 25, total: 0, capped: false });
    await settled();
    expect(page.textContent).toContain('Välj funktioner under Utskick och skriv ett meddelande');
  });
});

describe('the receipt of a message', () => {
  it('says of each mailbox how it went, why not, and never who is out of sight', async () => {
    await open('/kontakter/skickat/traff');
    http.expectOne('/api/contacts/sendings/traff').flush(message);
    await settled();
    const [failed, waiting, unseen] = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(failed).toContain('Mottagarens mejlserver tar inte emot. Stämmer adressen?');
    expect(waiting).toContain('På väg');
    expect(unseen).toContain('En funktion som du inte längre ser');
    expect(textOf('[role=status]')).toContain('Ett mejl är på väg');
    expect(textOf('section')).toContain('En brevlåda har sagt nej tack');
    // Until all have had their turn there is nothing to try again.
    expect(buttons().filter((words) => words.startsWith('Skicka igen'))).toEqual([]);
  });

  it('sends again to those alone it did not reach, after a question, and opens the new one', async () => {
    await open('/kontakter/skickat/traff');
    http.expectOne('/api/contacts/sendings/traff').flush(arrived);
    await settled();
    await press('Skicka igen till den som inte fick det');
    expect(textOf('dialog')).toContain('till de brevlådor som funktionerna har nu');
    await press('Skicka igen');
    const sent = http.expectOne('/api/contacts/sendings/traff/again');
    expect(sent.request.body).toEqual({ recipients: 1 });
    sent.flush({ ...message, id: 'igen' });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/kontakter/skickat/igen');
  });

  it('says why where it cannot be sent again, and stays', async () => {
    await open('/kontakter/skickat/traff');
    http.expectOne('/api/contacts/sendings/traff').flush(arrived);
    await settled();
    await press('Skicka igen till den som inte fick det');
    await press('Skicka igen');
    http
      .expectOne('/api/contacts/sendings/traff/again')
      .flush({ status: 409, code: 'sending.recipients-changed' }, { status: 409, statusText: 'Conflict' });
    await settled();
    expect(textOf('[role=alert]')).not.toBe('');
    expect(TestBed.inject(Router).url).toBe('/kontakter/skickat/traff');
    http.match('/api/contacts/sendings/traff').forEach((one) => one.flush(arrived));
  });
});

describe('no thanks, from the letter', () => {
  const token = 'x'.repeat(60);
  const said: ContactRefusal = { sender: 'Kramfors kommun', senderRefused: false, everybodyRefused: false };
  const comes = async (which: string) => {
    await open(`/nej-tack?till=${which}#${token}`);
    const asked = http.expectOne('/api/contact-refusals');
    expect(asked.request.body).toEqual({ token });
    asked.flush(said);
    await settled();
  };

  it('is said by a press and never by opening, to the sender first or to everybody, as the letter’s link was', async () => {
    await comes('avsandaren');
    expect(http.match('/api/contact-refusals/decision')).toEqual([]);
    const [first, second] = [...page.querySelectorAll('.acts button')].map((one) => one.textContent?.trim() ?? '');
    expect([first, second].map((words) => words?.includes('Kramfors kommun'))).toEqual([true, false]);
    await press(first ?? '');
    const sent = http.expectOne('/api/contact-refusals/decision');
    expect(sent.request.body).toEqual({ token, to: 'sender', refused: true });
    sent.flush({ ...said, senderRefused: true });
    await settled();
    expect(textOf('.note.ok')).toContain('Kramfors kommun');
    expect([...page.querySelectorAll('.acts button')]).toHaveLength(1);
  });

  it('is taken back by the same page', async () => {
    await comes('alla');
    await press([...page.querySelectorAll('.acts button')][0]?.textContent?.trim() ?? '');
    http.expectOne('/api/contact-refusals/decision').flush({ ...said, everybodyRefused: true });
    await settled();
    await press(page.querySelector('.note.ok button')?.textContent?.trim() ?? '');
    const back = http.expectOne('/api/contact-refusals/decision');
    expect(back.request.body).toEqual({ token, to: 'everybody', refused: false });
    back.flush(said);
    await settled();
    expect(page.querySelector('.note.ok')).toBeNull();
  });

  it('says so where the link has lost its code or the code is good no more', async () => {
    await open('/nej-tack');
    expect(http.match('/api/contact-refusals')).toEqual([]);
    expect(buttons()).toEqual([]);
    TestBed.resetTestingModule();
    await open(`/nej-tack#${token}`);
    http
      .expectOne('/api/contact-refusals')
      .flush({ status: 404, code: 'refusal.code-not-good' }, { status: 404, statusText: 'Not Found' });
    await settled();
    expect(textOf('[role=alert]')).not.toBe('');
  });
});
