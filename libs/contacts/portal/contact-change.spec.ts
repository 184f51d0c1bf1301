import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContactFunction } from '@samverkan/contacts/contract';
import { ACTING_COUNTY, provideLanguage, provideWords } from '@samverkan/shared/portal';
import { ContactChange } from './contact-change';
import { contactsWords } from './contacts-words';

const contact = {
  id: 'samordnare',
  version: 3,
  title: 'Kvinnofridssamordnare',
  subjects: ['coordination'],
  municipalityCodes: ['2282'],
  countyCodes: ['22'],
  mailbox: 'kvinnofrid@kommun.example',
  phone: null,
  note: 'Ring helst på förmiddagen.',
} as unknown as ContactFunction;

let fixture: ComponentFixture<ContactChange>;
let page: HTMLElement;
let http: HttpTestingController;
let saved: ContactFunction[];

const settled = async () => {
  for (let round = 0; round < 8; round++) {
    await new Promise((next) => setTimeout(next, 5));
    http
      .match(({ url }) => url.startsWith('/api/drafts/'))
      .forEach((one) => one.flush({ content: {}, updatedAt: null }));
  }
  fixture.detectChanges();
};
const send = async () => {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  return http.expectOne({ method: 'PATCH', url: '/api/contacts/samordnare' });
};
const refuse = async (request: TestRequest, fields: Record<string, unknown>) => {
  request.flush(
    { status: 409, code: 'stale-version', title: 'x', current: { version: 4, fields } },
    { status: 409, statusText: 'Conflict' },
  );
  await settled();
};
const write = async (text: string) => {
  const field = page.querySelector<HTMLTextAreaElement>('textarea');
  if (!field) throw new Error('The form has no text');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};
const choose = async (words: string) => {
  const choice = [...page.querySelectorAll('dialog label')].find((one) => one.textContent?.includes(words));
  choice?.querySelector('input')?.dispatchEvent(new Event('change'));
  await settled();
};
const press = async (words: string) => {
  [...page.querySelectorAll<HTMLButtonElement>('dialog button')]
    .find((one) => one.textContent?.trim() === words)
    ?.click();
  await settled();
};

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      ...provideWords(contactsWords),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  fixture = TestBed.createComponent(ContactChange);
  fixture.componentRef.setInput('contact', contact);
  saved = [];
  fixture.componentInstance.changed.subscribe((one) => saved.push(one));
  http = TestBed.inject(HttpTestingController);
  page = fixture.nativeElement as HTMLElement;
  await settled();
  await settled();
});

describe('two who change the same function', () => {
  it('are shown both texts when they wrote of the same thing, and hers stands until she chooses', async () => {
    await write('Ring måndag till onsdag.');
    const first = await send();
    expect(first.request.body).toEqual({ note: 'Ring måndag till onsdag.' });
    await refuse(first, { note: 'Ny telefontid: 9–11.' });
    const dialog = page.querySelector('dialog')?.textContent ?? '';
    expect(dialog).toContain('Ny telefontid: 9–11.');
    expect(dialog).toContain('Ring måndag till onsdag.');
    expect(dialog).toContain('Bra att veta');
    await press('Spara så');
    const second = http.expectOne({ method: 'PATCH', url: '/api/contacts/samordnare' });
    expect(second.request.headers.get('If-Match')).toBe('"4"');
    expect(second.request.body).toEqual({ note: 'Ring måndag till onsdag.' });
    second.flush({ ...contact, version: 5 });
    await settled();
    expect(saved).toHaveLength(1);
  });

  it('are asked again when she has left the choice, and nothing is written over unseen', async () => {
    await write('Ring måndag till onsdag.');
    await refuse(await send(), { note: 'Ny telefontid: 9–11.' });
    page.querySelector('dialog')?.dispatchEvent(new Event('close'));
    await settled();
    expect(page.querySelector('dialog')).toBeNull();
    const again = await send();
    expect(again.request.headers.get('If-Match')).toBe('"3"');
    await refuse(again, { note: 'Ny telefontid: 9–11.' });
    expect(page.querySelector('dialog')?.textContent).toContain('Ny telefontid: 9–11.');
  });

  it('may keep both, one after the other', async () => {
    await write('Ring måndag till onsdag.');
    await refuse(await send(), { note: 'Ny telefontid: 9–11.' });
    await choose('Båda, efter varandra');
    await press('Spara så');
    const second = http.expectOne({ method: 'PATCH', url: '/api/contacts/samordnare' });
    expect(second.request.body).toEqual({ note: 'Ny telefontid: 9–11.\n\nRing måndag till onsdag.' });
  });
});
