import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { ActionMethod, ActionMethods } from '@samverkan/methods/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
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

/** Waits for what the page comes to, however long the machine takes over it. */
async function until<T>(holds: () => T): Promise<NonNullable<T>> {
  for (let turn = 0; turn < 500; turn++) {
    const seen = holds();
    if (seen) return seen;
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
  }
  throw new Error(`Never: ${String(holds)}`);
}

/** Opens the section; `words` stand in it once it is drawn. */
async function open(list: Partial<ActionMethods>, words = ''): Promise<void> {
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
  await firstValueFrom(TestBed.inject(TranslocoService).load('sv'));
  await until(() => fixture.componentInstance['list']() && page.textContent.includes(words));
}
const some = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);
/** Sends the form, and gives what it sent, if it did. */
function submitted(): TestRequest | undefined {
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
  return http.match({ method: 'POST', url })[0];
}
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

describe('the methods of an action', () => {
  it('says nothing to whoever can name none where none is named', async () => {
    await open({});
    expect(page.querySelector('section')).toBeNull();
  });

  it('asks which method is introduced until one is named', async () => {
    await open({ wanted: true, mayTie: true }, 'Vilken metod införs?');
    expect(button('Koppla en metod')).toBeDefined();
  });

  it('says in a sentence what lies outside, leads to the right way, and tells why it was chosen', async () => {
    const items = [aTie({ warnings: [retired], reason: 'Vi avslutar det vi har börjat.' })];
    await open({ items }, 'Metoden används inte längre. Den avslutades 29 september.');
    expect(page.querySelector('a[href="/metoder/01900000-0000-7000-8000-000000000002"]')?.textContent).toBe('Den nya');
    expect(page.textContent).toContain('Vald ändå, därför att: Vi avslutar det vi har börjat.');
    expect(button('Koppla bort')).toBeUndefined();
  });

  it('asks why before it ties what lies outside, and sends the answer', async () => {
    await open({ mayTie: true }, 'Koppla en metod');
    button('Koppla en metod')?.click();
    const search = await until(() => page.querySelector<HTMLInputElement>('#method-choice'));
    search.value = 'freda';
    search.dispatchEvent(new Event('input'));
    const [found] = await until(() => some(http.match((request) => request.url === '/api/methods')));
    found?.flush({ items: [freda] });
    (await until(() => button('FREDA-kortfrågor'))).click();
    const first = await until(submitted);
    first.flush(
      { code: 'method.outside-purpose', status: 409, current: { warnings: [retired] } },
      { status: 409, statusText: 'Conflict' },
    );
    await until(() => page.textContent.includes('Varför väljer ni den ändå?'));
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    http.expectNone({ method: 'POST', url });
    const reason = [...page.querySelectorAll<HTMLInputElement>('sam-guarded-text input')].at(-1)!;
    reason.value = 'Vi har börjat.';
    reason.dispatchEvent(new Event('input'));
    const sent = await until(submitted);
    expect(sent.request.body).toMatchObject({ methodId: freda.id, reason: 'Vi har börjat.' });
    expect(sent.request.headers.get('Idempotency-Key')).not.toBe(first.request.headers.get('Idempotency-Key'));
    sent.flush({ items: [aTie({ warnings: [retired], reason: 'Vi har börjat.' })], wanted: false, mayTie: true });
    await until(() => page.textContent.includes('Vald ändå, därför att: Vi har börjat.'));
  });
});
