import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { GeographyData } from '@samverkan/geography/portal';
import type { OfferSession } from '@samverkan/learning/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { learningWords } from './learning-words';
import { SessionDialog } from './session-dialog';

const stands = {
  day: '2026-12-01',
  lastDay: null,
  from: '09:00',
  to: '16:00',
  place: 'Folkets hus',
  link: '',
  seats: 30,
  quotas: [],
  registerBy: null,
};
const session = { ...stands, id: 'one', version: 1 } as unknown as OfferSession;

let fixture: ComponentFixture<SessionDialog>;
let http: HttpTestingController;
let saved: unknown;
const page = () => fixture.nativeElement as HTMLElement;
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done, 5));
    fixture.detectChanges();
  }
}
async function type(id: string, words: string): Promise<void> {
  const input = page().querySelector<HTMLInputElement>(`#${id}`)!;
  input.value = words;
  input.dispatchEvent(new Event('input'));
  await settle();
}
const save = async (): Promise<TestRequest> => {
  page().querySelector('form')?.dispatchEvent(new Event('submit'));
  await settle();
  return sent();
};
const sent = () => http.expectOne('/api/offers/training/sessions/one');
const refuse = async (request: TestRequest, version: number, fields: object): Promise<void> => {
  const current = { version, fields: { ...stands, ...fields } };
  request.flush({ code: 'stale-version', status: 409, current }, { status: 409, statusText: 'Conflict' });
  await settle();
};

beforeEach(async () => {
  saved = undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(learningWords),
      { provide: GeographyData, useValue: { counties: () => [], name: (code: string) => code } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(SessionDialog);
  fixture.componentRef.setInput('offerId', 'training');
  fixture.componentRef.setInput('session', session);
  fixture.componentInstance.saved.subscribe((offer) => (saved = offer));
  await settle();
});

describe('a session that a colleague has changed meanwhile', () => {
  it('shows both where they changed the same, and hers overwrites nothing before she has chosen', async () => {
    await type('session-seats', '40');
    await refuse(await save(), 2, { seats: 25 });
    const text = page().textContent ?? '';
    expect(text).toContain('Antal platser');
    expect([text.includes('25'), text.includes('40')]).toEqual([true, true]);
    http.expectNone('/api/offers/training/sessions/one');
    page().querySelector('sam-clash-dialog form, sam-clash-dialog')?.querySelector<HTMLInputElement>('input')?.click();
    await settle();
    [...page().querySelectorAll<HTMLButtonElement>('sam-clash-dialog button')].at(-1)?.click();
    await settle();
    const again = sent();
    expect([again.request.headers.get('If-Match'), again.request.body.seats]).toEqual(['"2"', 25]);
    again.flush({ id: 'training' });
    await settle();
    expect(saved).toEqual({ id: 'training' });
  });

  it('keeps both where they changed different things', async () => {
    await type('session-seats', '40');
    await refuse(await save(), 2, { place: 'Biblioteket', day: '2026-12-08' });
    const again = sent();
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toMatchObject({ seats: 40, place: 'Biblioteket', day: '2026-12-08' });
    // Somebody changes what she changed, in between.
    await refuse(again, 3, { place: 'Biblioteket', day: '2026-12-08', seats: 20 });
    expect(page().querySelector('sam-clash-dialog')).not.toBeNull();
    http.expectNone('/api/offers/training/sessions/one');
  });

  it('is asked of again by whoever leaves the choice', async () => {
    await type('session-seats', '40');
    await refuse(await save(), 2, { seats: 25 });
    fixture.componentInstance['clashes'].leave();
    await settle();
    const again = await save();
    expect(again.request.headers.get('If-Match')).toBe('"1"');
  });
});
