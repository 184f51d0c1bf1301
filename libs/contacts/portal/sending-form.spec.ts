import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContactSending } from '@samverkan/contacts/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { contactsWords } from './contacts-words';
import { SendingForm } from './sending-form';

const at = '/api/contacts/sendings';
const id = (last: string) => `01900000-0000-7000-8000-00000000000${last}`;
const letter = (recipients: number) => ({
  recipients,
  declined: 1,
  from: 'Samverkan',
  to: 'ett@example.org',
  replyTo: 'samordning@example.org',
  subject: 'Träff',
  text: 'Meddelande från Ida Nordlund:\n\nVälkomna.',
});

let fixture: ComponentFixture<SendingForm>;
let page: HTMLElement;
let http: HttpTestingController;
let sent: ContactSending[];

const settled = async () => {
  for (let round = 0; round < 8; round++) await new Promise((next) => setTimeout(next, 5));
  fixture.detectChanges();
};
const write = async (selector: string, text: string) => {
  const field = page.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`The form has no ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};
const press = async (words: string) => {
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)?.click();
  await settled();
};
const look = async () => {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
};

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(contactsWords),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(SendingForm);
  fixture.componentRef.setInput('functionIds', [id('1'), id('2')]);
  fixture.componentRef.setInput('count', 2);
  fixture.componentInstance.sent.subscribe((sending) => sent.push(sending));
  page = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  await settled();
  http
    .expectOne({ method: 'GET', url: '/api/drafts/contact:sending' })
    .flush({ key: 'contact:sending', content: {}, updatedAt: null });
  const functions = [
    { id: id('8'), title: 'Mottagning', mailbox: 'mottagning@example.org', visibility: 'county', subjects: [] },
    {
      id: id('9'),
      title: 'Samordning',
      mailbox: 'samordning@example.org',
      visibility: 'county',
      subjects: ['coordination'],
    },
    { id: id('7'), title: 'Inombords', mailbox: 'inne@example.org', visibility: 'own', subjects: [] },
    { id: id('6'), title: 'Utan brevlåda', mailbox: null, visibility: 'county', subjects: [] },
  ];
  http
    .expectOne(({ url }) => url === '/api/contacts')
    .flush({ items: functions, page: 1, size: 100, total: 4, capped: false });
  await settled();
});
afterEach(() => fixture.destroy());

describe('writing a message', () => {
  it('offers only own functions that others see and can write to, the coordinating one first', () => {
    expect([...page.querySelectorAll('option')].map((one) => one.textContent?.trim())).toEqual([
      'Mottagning, mottagning@example.org',
      'Samordning, samordning@example.org',
    ]);
    expect(page.querySelector('select')?.value).toBe(id('9'));
  });

  it('shows the letter as it arrives with the number, and sends to exactly that many', async () => {
    await write('input[autocomplete]', 'Träff');
    await write('textarea', 'Välkomna.');
    await look();
    http.expectOne({ method: 'POST', url: `${at}/preview` }).flush(letter(2));
    await settled();
    expect(page.querySelector('dialog')?.textContent).toContain('Skicka till 2 brevlådor?');
    expect(page.querySelector('dialog')?.textContent).toContain('Det går inte att ångra');
    expect(page.querySelector('dialog')?.textContent).toContain('En brevlåda i urvalet har sagt nej tack');
    await press('Skicka 2 mejl');
    const request = http.expectOne({ method: 'POST', url: at });
    expect(request.request.body).toMatchObject({ recipients: 2, replyTo: id('9'), functionIds: [id('1'), id('2')] });
    request.flush({ id: id('5') });
    await settled();
    http.expectOne({ method: 'DELETE', url: '/api/drafts/contact:sending' }).flush(null);
    await settled();
    expect(sent).toEqual([{ id: id('5') }]);
  });

  it('asks anew with both numbers when it would reach others by now, and under another key', async () => {
    await write('input[autocomplete]', 'Träff');
    await write('textarea', 'Välkomna.');
    await look();
    http.expectOne(`${at}/preview`).flush(letter(2));
    await settled();
    await press('Skicka 2 mejl');
    const first = http.expectOne({ method: 'POST', url: at });
    first.flush(
      { status: 409, code: 'sending.recipients-changed', title: 'x', current: { confirmed: 2, now: 1 } },
      { status: 409, statusText: 'Conflict' },
    );
    await settled();
    http.expectOne(`${at}/preview`).flush(letter(1));
    await settled();
    expect(page.querySelector('dialog [role="alert"]')?.textContent).toContain(
      'När du granskade gick meddelandet till 2 brevlådor, nu går det till 1. Inget har skickats.',
    );
    await press('Skicka mejlet');
    const second = http.expectOne({ method: 'POST', url: at });
    expect(second.request.body).toMatchObject({ recipients: 1 });
    expect(second.request.headers.get('Idempotency-Key')).not.toBe(first.request.headers.get('Idempotency-Key'));
  });

  it('does not let a personal number out of the browser', async () => {
    await write('input[autocomplete]', 'Träff');
    await write('textarea', 'Om 18900101-9802.');
    await look();
    http.expectNone(`${at}/preview`);
    expect(page.textContent).toContain('Rätta det som är markerat');
  });
});
