import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@samverkan/identity/portal';
import type { ActionImportPreview } from '@samverkan/intake/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { intakeRoutes } from './intake.routes';

@Component({ selector: 'sam-elsewhere', template: 'Någon annanstans' })
class Elsewhere {}

const at = '/api/actions/import';
const preview: ActionImportPreview = {
  headings: ['Rubrik', 'Typ'],
  columns: ['title', 'kind'],
  rows: [{ line: 2, outcome: 'new', title: 'Grundkurs', fields: [], issues: [], actionId: null, like: null }],
  counts: { new: 1, changed: 0, same: 0, wrong: 0 },
};
const done = { added: [{ id: 'action-1', version: 1 }], same: 0 };

let harness: RouterTestingHarness;
let http: HttpTestingController;
const page = () => harness.fixture.nativeElement as HTMLElement;
const text = () => page().textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (words: string) =>
  [...page().querySelectorAll('button')].find((one) => one.textContent?.includes(words));

/** Lets the page do its work; gives the last of the requests asked for. */
async function until<T>(found: () => T | undefined | null | false): Promise<T> {
  for (let round = 0; round < 400; round++) {
    await new Promise((next) => setTimeout(next, 5));
    harness.detectChanges();
    http.match('/api/vocabularies').forEach((request) => request.flush({ items: [] }));
    const there = found();
    if (there) return there;
  }
  throw new Error(`It did not come: ${text()}`);
}
const asked = (url: string) => until((): TestRequest | undefined => http.match((request) => request.url === url)[0]);
const answered = (state: string, fields = {}) => ({ state, done: 0, of: 0, answer: null, ...fields });

async function opened(membership = 'membership-1'): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'insatser', children: intakeRoutes },
        { path: 'annat', component: Elsewhere },
      ]),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: SessionStore, useValue: { acting: signal({ id: membership, organization: { name: 'Kramfors' } }) } },
      ...provideLanguage(),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create('/insatser/importera');
}

/** A file is chosen and its import begun; gives the request that writes it. */
async function begun(): Promise<TestRequest> {
  const input = await until(() => page().querySelector('input[type=file]'));
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'insatser.csv')] });
  input.dispatchEvent(new Event('change'));
  (await asked(`${at}/preview`)).flush(preview);
  await until(() => button('Importera en rad'));
  button('Importera en rad')?.click();
  return asked(at);
}

describe('the page where actions come from a sheet', () => {
  afterEach(() => sessionStorage.clear());

  it('shows how far the import has come', async () => {
    await opened();
    const writing = await begun();
    const looked = await asked(`${at}/progress`);
    expect(looked.request.params.get('key')).toBe(writing.request.headers.get('Idempotency-Key'));
    looked.flush(answered('running', { done: 700, of: 2000 }));
    await until(() => text().includes('700 av 2000'));
    writing.flush(done);
    await until(() => text().includes('Ångra importen') || button('Ångra'));
    expect(sessionStorage).toHaveLength(0);
  });

  it('tells whoever left it and comes back how the import goes and what it came to', async () => {
    await opened();
    const writing = await begun();
    await harness.navigateByUrl('/annat');
    await harness.navigateByUrl('/insatser/importera');
    (await asked(`${at}/progress`)).flush(answered('none'));
    await until(() => text().includes('Du kan lämna sidan'));
    writing.flush(done);
    (await asked(`${at}/progress`)).flush(answered('done', { answer: done }));
    await until(() => button('Ångra'));
    expect(text()).not.toContain('Importerar.');
    await harness.navigateByUrl('/annat');
    await harness.navigateByUrl('/insatser/importera');
    await until(() => page().querySelector('input[type=file]'));
    expect(http.match(({ url }) => url === `${at}/progress`)).toHaveLength(0);
  });

  it('says that nothing was written when the one she began came to nothing', async () => {
    await opened();
    const writing = await begun();
    await harness.navigateByUrl('/annat');
    writing.error(new ProgressEvent('error'), new HttpErrorResponse({ status: 0 }));
    await harness.navigateByUrl('/insatser/importera');
    (await asked(`${at}/progress`)).flush(answered('none'));
    await until(() => text().includes('Importen som du började blev inte av. Inget skrevs.'));
  });

  it('asks after nobody else’s import in the same window', async () => {
    await opened();
    await begun();
    TestBed.resetTestingModule();
    await opened('membership-2');
    await until(() => page().querySelector('input[type=file]'));
    expect(http.match(({ url }) => url.includes('progress'))).toHaveLength(0);
  });
});
