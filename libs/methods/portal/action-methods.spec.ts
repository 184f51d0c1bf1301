import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ActionMethod, ActionMethods } from '@samverkan/methods/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { ActionMethodsSection } from './action-methods';

const url = '/api/actions/one/methods';
const freda = { id: '01900000-0000-7000-8000-000000000001', name: 'FREDA-kortfrågor' };
const retired = {
  kind: 'retired' as const,
  codes: [],
  municipalityCodes: [],
  on: '2026-09-29',
  replacedBy: { id: '01900000-0000-7000-8000-000000000002', name: 'Den nya' },
};
const aTie = (fields: Partial<ActionMethod> = {}): ActionMethod => ({
  id: 'tie',
  method: freda,
  professions: [],
  tiedOn: '2026-11-01',
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  endedOn: null,
  warnings: [],
  reason: '',
  ...fields,
});

let fixture: ComponentFixture<ActionMethodsSection>;
let page: HTMLElement;
let http: HttpTestingController;

async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await new Promise((next) => setTimeout(next, 20));
    fixture.detectChanges();
  }
}
async function open(list: Partial<ActionMethods>): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  fixture = TestBed.createComponent(ActionMethodsSection);
  fixture.componentRef.setInput('actionId', 'one');
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne(url).flush({ items: [], wanted: false, mayTie: false, ...list });
  await settle();
}
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

describe('the methods of an action', () => {
  it('says nothing to whoever can name none where none is named', async () => {
    await open({});
    expect(page.querySelector('section')).toBeNull();
  });

  it('asks which method is introduced until one is named', async () => {
    await open({ wanted: true, mayTie: true });
    expect(page.textContent).toContain('Vilken metod införs?');
    expect(button('Koppla en metod')).toBeDefined();
  });

  it('says in a sentence what lies outside, leads to the right way, and tells why it was chosen', async () => {
    await open({ items: [aTie({ warnings: [retired], reason: 'Vi avslutar det vi har börjat.' })] });
    expect(page.textContent).toContain('Metoden används inte längre. Den avslutades 29 september.');
    expect(page.querySelector('a[href="/metoder/01900000-0000-7000-8000-000000000002"]')?.textContent).toBe('Den nya');
    expect(page.textContent).toContain('Vald ändå, därför att: Vi avslutar det vi har börjat.');
    expect(button('Koppla bort')).toBeUndefined();
  });

  it('asks why before it ties what lies outside, and sends the answer', async () => {
    await open({ mayTie: true });
    button('Koppla en metod')?.click();
    await settle();
    const search = page.querySelector<HTMLInputElement>('#method-choice')!;
    search.value = 'freda';
    search.dispatchEvent(new Event('input'));
    await new Promise((next) => setTimeout(next, 400));
    fixture.detectChanges();
    await settle();
    http.expectOne((request) => request.url === '/api/methods').flush({ items: [freda] });
    await settle();
    button('FREDA-kortfrågor')?.click();
    await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const first = http.expectOne({ method: 'POST', url });
    first.flush(
      { code: 'method.outside-purpose', status: 409, current: { warnings: [retired] } },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(page.textContent).toContain('Varför väljer ni den ändå?');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    http.expectNone({ method: 'POST', url });
    const reason = [...page.querySelectorAll<HTMLInputElement>('sam-guarded-text input')].at(-1)!;
    reason.value = 'Vi har börjat.';
    reason.dispatchEvent(new Event('input'));
    await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const sent = http.expectOne({ method: 'POST', url });
    expect(sent.request.body).toMatchObject({ methodId: freda.id, reason: 'Vi har börjat.' });
    expect(sent.request.headers.get('Idempotency-Key')).not.toBe(first.request.headers.get('Idempotency-Key'));
    sent.flush({ items: [aTie({ warnings: [retired], reason: 'Vi har börjat.' })], wanted: false, mayTie: true });
    await settle();
    expect(page.textContent).toContain('Vald ändå, därför att: Vi har börjat.');
  });
});
