import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@samverkan/identity/portal';
import type { PublicText, PublicTextVersion } from '@samverkan/public/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { publicRoutes } from './public.routes';

const aVersion = (fields: Partial<PublicTextVersion> = {}): PublicTextVersion => ({
  id: 'utkastet',
  countyCode: '22',
  piece: 'about',
  sv: 'Om oss.',
  en: 'About us.',
  state: 'draft',
  shownFrom: null,
  changedAt: '2026-11-20T08:00:00.000Z',
  by: null,
  version: 3,
  ...fields,
});
const aText = (fields: Partial<PublicText> = {}): PublicText => ({
  piece: 'about',
  address: '/offentligt/lan/vasternorrland/om',
  shown: null,
  national: { sv: 'Den nationella.', en: 'The national one.' },
  pending: null,
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;
let harness: RouterTestingHarness;
const text = () => (page.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => (one.textContent ?? '').trim() === name);

async function settle(one: PublicText, history: PublicTextVersion[] = []): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done));
    http.match('/api/public-texts/22').forEach((request) => request.flush({ countyCode: '22', items: [one] }));
    http.match('/api/public-texts/22/about/history').forEach((request) => request.flush({ items: history }));
    http
      .match('/api/drafts/public-text:22:about')
      .forEach((request) => request.flush({ key: '', content: {}, updatedAt: null }));
    harness.detectChanges();
  }
}

async function open(one: PublicText, history: PublicTextVersion[] = []): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'offentliga-sidor', children: publicRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
      { provide: SessionStore, useValue: { acting: signal({ countyCodes: ['22'] }) } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create('/offentliga-sidor/about');
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(one, history);
}

describe('the page where a public text is written', () => {
  it('begins with what stands there, both languages side by side', async () => {
    await open(aText());
    expect([...page.querySelectorAll('textarea')].map(({ value }) => value)).toEqual([
      'Den nationella.',
      'The national one.',
    ]);
    expect(text()).toContain('Den nationella texten visas.');
    expect(button('Släng utkastet')).toBeUndefined();
  });

  it('keeps a draft at the version it was read at, and shows it when the writer says so', async () => {
    await open(aText({ pending: aVersion() }));
    const field = page.querySelector('textarea')!;
    field.value = 'Om oss och vårt arbete.';
    field.dispatchEvent(new Event('input'));
    await settle(aText({ pending: aVersion() }));
    button('Publicera …')?.click();
    await settle(aText({ pending: aVersion() }));
    const kept = http.expectOne('/api/public-texts/22/about/draft');
    expect([kept.request.headers.get('If-Match'), kept.request.body]).toEqual([
      '"3"',
      { sv: 'Om oss och vårt arbete.', guardConfirmed: [] },
    ]);
    kept.flush(aVersion({ sv: 'Om oss och vårt arbete.', version: 4 }));
    await settle(aText({ pending: aVersion({ version: 4 }) }));
    expect(text()).toContain('Texten blir synlig för alla');
    button('Publicera nu')?.click();
    await settle(aText());
    const sent = http.expectOne('/api/public-texts/22/about/publication');
    expect([sent.request.headers.get('If-Match'), sent.request.body]).toEqual(['"4"', { at: null }]);
  });

  it('keeps what is not sent yet before the draft is thrown away, so that the undo gives back all of it', async () => {
    await open(aText({ pending: aVersion() }));
    const field = page.querySelector('textarea')!;
    field.value = 'Skrivet men inte sänt.';
    field.dispatchEvent(new Event('input'));
    await settle(aText({ pending: aVersion() }));
    button('Släng utkastet')?.click();
    await settle(aText({ pending: aVersion() }));
    http.expectNone({ method: 'DELETE', url: '/api/public-texts/22/about/draft' });
    const kept = http.expectOne({ method: 'PUT', url: '/api/public-texts/22/about/draft' });
    expect(kept.request.body).toMatchObject({ sv: 'Skrivet men inte sänt.' });
    kept.flush(aVersion({ sv: 'Skrivet men inte sänt.', version: 4 }));
    await settle(aText({ pending: aVersion({ version: 4 }) }));
    http.expectOne({ method: 'DELETE', url: '/api/public-texts/22/about/draft' });
  });

  it('says when a text waits for its time, and leaves it alone until it is called back', async () => {
    const planned = aVersion({ state: 'scheduled', shownFrom: '2026-12-31T23:00:00.000Z', by: 'Utvecklingsledare' });
    await open(aText({ pending: planned }));
    expect(text()).toContain('En ny text visas från');
    expect(page.querySelector('textarea')).toBeNull();
    button('Ta tillbaka och ändra')?.click();
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/public-texts/22/about/publication/undo').flush(aVersion());
  });

  it('has every wording that stood there, with the function that published it, and can show one again', async () => {
    const past = aVersion({
      id: 'gamla',
      state: 'past',
      shownFrom: '2026-01-01T08:00:00.000Z',
      by: 'Utvecklingsledare',
    });
    await open(aText(), [past]);
    expect(text()).toContain('Utvecklingsledare');
    button('Visa den här igen')?.click();
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/public-texts/versions/gamla/restoration').flush(past);
  });
});
