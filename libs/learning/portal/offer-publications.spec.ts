import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { OfferPublications } from '@samverkan/learning/contract';
import { Toasts, provideLanguage, provideWords } from '@samverkan/shared/portal';
import { learningWords } from './learning-words';
import { OfferPublicationsSection } from './offer-publications';

const url = '/api/offers/one/publications';
const whole = { stepId: null, title: 'En vecka fri från våld', link: 'https://exempel.se' };

let fixture: ComponentFixture<OfferPublicationsSection>;
let page: HTMLElement;
let http: HttpTestingController;
const text = () => (page.textContent ?? '').replace(/\s+/g, ' ').trim();

async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await new Promise((next) => setTimeout(next, 20));
    fixture.detectChanges();
  }
}
async function open(answer: OfferPublications): Promise<void> {
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
  fixture = TestBed.createComponent(OfferPublicationsSection);
  fixture.componentRef.setInput('offerId', 'one');
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne(url).flush(answer);
  await settle();
}
const press = (name: RegExp) =>
  [...page.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))?.click();

describe('what of a training has been published', () => {
  it('is not spoken of where there is nothing, and nothing she may do', async () => {
    await open({ items: [], materials: [] });
    expect(text()).toBe('');
  });

  it('leads to each publication, and says which are drafts', async () => {
    await open({
      items: [
        { id: 'a', title: 'Handboken', year: 2026, number: null, status: 'published', stepId: null },
        { id: 'b', title: 'Affischen', year: null, number: null, status: 'draft', stepId: 'poster' },
      ],
      materials: [],
    });
    expect(text()).toContain('Finns som publikation: Handboken (2026)');
    expect(text()).toContain('Utkast till publikation: Affischen');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/publikationer/a');
  });

  it('is begun with one press, which leads to the draft’s form', async () => {
    await open({ items: [], materials: [whole] });
    const going = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    press(/Gör till publikation/);
    const sent = http.expectOne({ method: 'POST', url });
    expect(sent.request.body).toEqual({ stepId: null });
    sent.flush({ id: 'draft', version: 1, summaryCut: false });
    await settle();
    expect(going).toHaveBeenCalledWith(['/publikationer', 'draft', 'andra']);
  });

  it('says why it was not begun, and asks anew what stands', async () => {
    await open({ items: [], materials: [whole] });
    press(/Gör till publikation/);
    http
      .expectOne({ method: 'POST', url })
      .flush({ code: 'offer.is-publication' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('finns redan som publikation');
    http.expectOne({ method: 'GET', url }).flush({ items: [], materials: [] });
  });

  it('is taken back as it was begun, and says why where it could not be', async () => {
    await open({ items: [], materials: [whole] });
    const going = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const shown = jest.spyOn(TestBed.inject(Toasts), 'show').mockResolvedValue(undefined as never);
    press(/Gör till publikation/);
    http.expectOne({ method: 'POST', url }).flush({ id: 'draft', version: 3, summaryCut: true });
    await settle();
    const [words, act] = shown.mock.calls[0] ?? [];
    expect(words).toContain('de sista meningarna är inte med');
    going.mockClear();
    act?.run();
    const taken = http.expectOne({ method: 'DELETE', url: '/api/publications/draft' });
    expect(taken.request.headers.get('If-Match')).toBe('"3"');
    taken.flush({ code: 'stale-version' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(shown.mock.lastCall?.[0]).toContain('Någon annan har ändrat');
    expect(going).not.toHaveBeenCalled();
  });
});
