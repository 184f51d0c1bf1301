import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Offer, Reach } from '@samverkan/learning/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { learningWords } from './learning-words';
import { OfferReach } from './offer-reach';

const sheet = { id: 'sheet', importedOn: '2025-04-02', startsOn: '2025-01-01', endsOn: '2025-03-31' };
const reached: Reach = {
  professions: ['police'],
  rows: [{ municipalityCode: '2282', cells: [40], total: 40 }],
  totals: [40],
  total: 40,
  of: null,
  about: false,
  source: '',
  imports: [sheet],
};

let fixture: ComponentFixture<OfferReach>;
let page: HTMLElement;
let http: HttpTestingController;

async function settle(): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
  }
}
async function open(): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(learningWords),
    ],
  });
  fixture = TestBed.createComponent(OfferReach);
  const offer = { id: 'course', kind: 'web_course', allowed: { host: true }, sessions: [] } as unknown as Offer;
  fixture.componentRef.setInput('offer', offer);
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne('/api/offers/course/reach').flush(reached);
  await settle();
}
const buttons = (name: RegExp) =>
  [...page.querySelectorAll('button')].filter((one) => name.test(one.textContent ?? ''));
const dialog = () => page.querySelector('dialog');

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});

describe('a sheet of completions', () => {
  it('is taken back when she has read what goes and said yes, and once however often she presses', async () => {
    await open();
    expect(page.textContent).toContain('1 januari 2025 – 31 mars 2025');
    buttons(/Ta tillbaka importen/)[0]?.click();
    await settle();
    expect(dialog()?.textContent).toContain('Alla siffror som den här filen gav för 1 januari 2025 – 31 mars 2025');
    http.expectNone({ method: 'DELETE' });
    const yes = [...(dialog()?.querySelectorAll('button') ?? [])].at(-1);
    yes?.click();
    yes?.click();
    const sent = http.match({ method: 'DELETE', url: '/api/offers/course/import/sheet' });
    expect(sent).toHaveLength(1);
    sent[0]?.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(dialog()).toBeNull();
    http.expectOne('/api/offers/course/reach').flush({ ...reached, rows: [], imports: [] });
  });
});
