import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BulkDone, BulkPreview } from '@samverkan/actions/contract';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { actionsWords } from './actions-words';
import { BulkDialog } from './bulk-dialog';
import { PickedActions } from './picked-actions';

const preview: BulkPreview = {
  rows: [{ id: 'a', title: 'Utbildning', version: 3 }],
  same: 1,
  refused: [{ id: 'b', title: 'Nätverk', code: 'action.status-does-not-allow' }],
};
let fixture: ComponentFixture<BulkDialog>;
let page: HTMLElement;
let http: HttpTestingController;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    http.match(({ method }) => method === 'GET').forEach((request) => request.flush({ items: [] }));
    fixture.detectChanges();
  }
}
const choose = (id: string, value: string) => {
  const select = page.querySelector<HTMLSelectElement>(`#${id}`);
  if (select) select.value = value;
  select?.dispatchEvent(new Event('change'));
  fixture.detectChanges();
};
const button = (words: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(words));

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(actionsWords),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(BulkDialog);
  fixture.componentRef.setInput('of', { filter: { q: 'freda' } });
  page = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  await settle();
});
afterEach(() => fixture.destroy());

it('tells what will change, what is so and what refuses and why, before one press changes just that', async () => {
  let done: BulkDone | undefined;
  fixture.componentInstance.done.subscribe((answer) => (done = answer));
  choose('bulk-what', 'move');
  choose('bulk-value', 'complete');
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  const deed = { kind: 'move', verb: 'complete' };
  const asked = http.expectOne('/api/actions/bulk/preview');
  expect(asked.request.body).toEqual({ filter: { q: 'freda' }, deed });
  asked.flush(preview);
  await settle();
  const said = page.querySelector('[role=status]')?.textContent.replace(/\s+/g, ' ');
  for (const words of ['En insats ändras.', 'En har det redan.', 'Nätverk: Insatsen har fått en annan status.'])
    expect(said).toContain(words);
  button('Ändra en insats')?.click();
  const act = http.expectOne('/api/actions/bulk');
  expect(act.request.body).toEqual({ rows: [{ id: 'a', version: 3 }], deed });
  act.flush({ changed: 1, same: 0, refused: [], undo: [] });
  await settle();
  expect(done?.changed).toBe(1);
});

it('looks anew when something else is chosen, and asks for a value first', async () => {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
  http.expectNone('/api/actions/bulk/preview');
  expect(page.querySelector('[role=alert]')).not.toBeNull();
});

it('keeps what is picked page after page, and lets go of a page that is picked whole', () => {
  const picked = new PickedActions();
  picked.toggleEach(['a', 'b']);
  picked.toggle('c');
  expect(picked.list()).toEqual(['a', 'b', 'c']);
  picked.toggleEach(['a', 'b']);
  expect(picked.list()).toEqual(['c']);
  picked.all.set(true);
  expect(picked.has('x')).toBe(true);
  picked.toggle('c');
  expect([picked.all(), picked.list()]).toEqual([false, []]);
});
