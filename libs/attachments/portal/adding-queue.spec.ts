import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Attachment, Attachments } from '@samverkan/attachments/contract';
import type { Session } from '@samverkan/identity/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { UnsavedForms, provideLanguage } from '@samverkan/shared/portal';
import { ActionAttachments } from './action-attachments';
import { AddingQueue } from './adding-queue';
import { LineFiles } from './line-files';

const as = (user: string, party: string): Session => {
  const organization = { id: party, name: party, kind: 'municipality' as const };
  const acting = { id: `${user}-${party}`, organization, role: 'coordinator' as const, title: '', countyCodes: ['22'] };
  return {
    user: { id: user, name: user, email: `${user}@kramfors.example` },
    acting,
    memberships: [acting],
    demo: true,
    shortcuts: true,
  };
};
const plan: Attachment = {
  id: 'one',
  kind: 'file',
  title: 'Plan.pdf',
  address: null,
  file: { type: 'pdf', size: 840_000, pages: 1 },
  update: null,
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  addedBy: null,
  createdAt: '2025-03-03T08:00:00.000Z',
  removable: true,
};
const refusal = { status: 400, statusText: 'Bad Request' };
const asked = { code: 'field.invalid', issues: [{ path: 'accepted.author', code: 'file.names-author' }] };
const locked = { code: 'field.invalid', issues: [{ path: 'file', code: 'file.locked' }] };
const line = { actionId: 'freda', updateId: 'line' };

let http: HttpTestingController;
let store: SessionStore;
let open: ComponentFixture<unknown>[] = [];
beforeEach(async () => {
  localStorage.clear();
  open = [];
  document.querySelectorAll('mat-snack-bar-container').forEach((bar) => bar.remove());
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), ...provideLanguage()],
  });
  http = TestBed.inject(HttpTestingController);
  store = TestBed.inject(SessionStore);
  await store.enter(as('ida', 'kramfors'));
});

/** What hangs at each action is answered with nothing; what is sent waits for the test. */
async function settle(items: Attachment[] = []): Promise<void> {
  for (let n = 0; n < 6; n++) {
    await new Promise((next) => setTimeout(next, 15));
    TestBed.tick();
    open.forEach((fixture) => fixture.detectChanges());
    http
      .match(({ url, method }) => method === 'GET' && url.endsWith('/attachments'))
      .forEach((one) => one.flush({ items, mayAdd: true } satisfies Attachments));
  }
}
async function shown<T>(part: new () => T, inputs: Record<string, unknown>): Promise<ComponentFixture<T>> {
  const fixture = TestBed.createComponent(part);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  open.push(fixture);
  await settle();
  return fixture;
}
const page = (fixture: ComponentFixture<unknown>) => fixture.nativeElement as HTMLElement;
async function leave(fixture: ComponentFixture<unknown>): Promise<void> {
  open = open.filter((one) => one !== fixture);
  fixture.destroy();
  await settle();
}
async function choose(fixture: ComponentFixture<unknown>, ...names: string[]): Promise<void> {
  const input = page(fixture).querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { value: names.map((name) => new File(['%PDF'], name)), configurable: true });
  input.dispatchEvent(new Event('change'));
  await settle();
}
/** What has been sent since it was last asked, to be answered. */
const sent = (): TestRequest[] => http.match(({ url }) => url.endsWith('/attachments/files'));
const names = (requests: TestRequest[]) => requests.map(({ request }) => request.params.get('name'));
async function answer(request: TestRequest | undefined, body: object, how?: typeof refusal): Promise<void> {
  request?.flush(body, how);
  await settle();
}
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const toast = async (words: string): Promise<string | undefined> => {
  const told = () => text(document.querySelector('mat-snack-bar-container'));
  for (let n = 0; n < 20 && !told()?.includes(words); n++) await settle();
  return told();
};

describe('what is on its way', () => {
  it.each([
    ['acts for another party', (): Promise<void> => store.actAs(as('ida', 'ange').acting)],
    ['has signed out', (): Promise<void> => store.signOut()],
  ])('is neither sent nor shown when she %s', async (_, leaves) => {
    const first = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(first, 'Låst.pdf', 'Plan.pdf', 'Program.pdf');
    await answer(sent()[0], locked, refusal);
    expect(text(page(first).querySelector('[role=alert]'))).toContain('Låst.pdf lades inte till.');
    const [underway] = sent();
    const left = leaves();
    http.match('/api/session').forEach((one) => one.flush(null));
    http.match('/api/session/acting').forEach((one) => one.flush(as('ida', 'ange')));
    await left;
    expect(TestBed.inject(UnsavedForms).question()).toBeNull();
    await answer(underway, { items: [plan], mayAdd: true });
    expect(sent()).toEqual([]);
    await leave(first);
    const next = await shown(ActionAttachments, { actionId: 'freda' });
    expect(page(next).querySelectorAll('[role=alert], progress, .waiting')).toHaveLength(0);
    expect(sent()).toEqual([]);
  });

  it('shows what waits for its turn', async () => {
    const section = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(section, 'Plan.pdf', 'Program.pdf');
    expect([...page(section).querySelectorAll('.waiting')].map(text)).toEqual(['Program.pdf väntar på sin tur']);
  });

  it('asks where its action is open, and stops nobody else once that page is left', async () => {
    const freda = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(freda, 'Plan.pdf');
    await answer(sent()[0], asked, refusal);
    expect(page(freda).querySelector('sam-concerns-dialog')).not.toBeNull();
    expect(TestBed.inject(UnsavedForms).question()).toBe('attachments.leave.stopped');
    // The same page, for another action.
    freda.componentRef.setInput('actionId', 'alva');
    await settle();
    expect(page(freda).querySelector('sam-concerns-dialog')).toBeNull();
    await choose(freda, 'Program.pdf');
    expect(names(sent())).toEqual(['Program.pdf']);
  });

  it.each([
    ['is asked about', asked, 'Plan.pdf lades inte till. Det fanns något att svara på först.'],
    ['is refused', locked, 'Plan.pdf lades inte till. Filen är låst med ett lösenord.'],
  ])('says which file, why and where when it %s after the page has been left', async (_, why, words) => {
    const freda = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(freda, 'Plan.pdf');
    const [late] = sent();
    await leave(freda);
    const alva = await shown(ActionAttachments, { actionId: 'alva' });
    await choose(alva, 'Program.pdf');
    expect(sent()).toEqual([]);
    await answer(late, why, refusal);
    expect(names(sent())).toEqual(['Program.pdf']);
    const told = await toast(words);
    expect(told).toContain(words);
    expect(told).toContain('Till insatsen');
  });

  it('says of each file that came to nothing after the page had been left, and of what was added nothing over it', async () => {
    const freda = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(freda, 'Plan.pdf', 'Program.pdf', 'Foto.jpg');
    const [late] = sent();
    await leave(freda);
    await answer(late, locked, refusal);
    await answer(sent()[0], asked, refusal);
    await answer(sent()[0], { items: [plan], mayAdd: true });
    expect(await toast('Program.pdf')).toMatch(/Plan\.pdf lades inte till\..*Program\.pdf lades inte till\./);
  });

  it('says so when its line has been hidden or taken back meanwhile, and holds nobody on the page', async () => {
    await shown(ActionAttachments, { actionId: 'freda' });
    const under = await shown(LineFiles, line);
    await choose(under, 'Plan.pdf');
    const [late] = sent();
    await leave(under);
    await answer(late, locked, refusal);
    expect(await toast('Plan.pdf lades inte till.')).toContain('Plan.pdf lades inte till.');
    expect(TestBed.inject(UnsavedForms).question()).toBeNull();
  });

  it('is answered for while another is being read, and goes on with the answer', async () => {
    const section = await shown(ActionAttachments, { actionId: 'freda' });
    await choose(section, 'Plan.pdf', 'Program.pdf');
    await answer(sent()[0], asked, refusal);
    expect(sent()).toEqual([]);
    const [one] = TestBed.inject(AddingQueue).at({ actionId: 'freda', updateId: null });
    TestBed.inject(AddingQueue).answer(one!, ['author']);
    const [again] = sent();
    expect([again?.request.params.get('name'), again?.request.params.get('accepted')]).toEqual(['Plan.pdf', 'author']);
    await answer(again, { items: [plan], mayAdd: true });
    expect(names(sent())).toEqual(['Program.pdf']);
  });
});

it('does not show her own list where she looks with others’ eyes', async () => {
  const own = await shown(ActionAttachments, { actionId: 'freda' });
  await choose(own, 'Plan.pdf');
  const [late] = sent();
  await leave(own);
  const lent = await shown(ActionAttachments, { actionId: 'freda', seenAs: 'ange' });
  await answer(late, { items: [plan], mayAdd: true });
  expect(page(lent).textContent).toContain('Inget har lagts till än.');
  expect(page(lent).textContent).not.toContain('Plan.pdf');
});

it('counts one page as one', async () => {
  const fixture = TestBed.createComponent(ActionAttachments);
  fixture.componentRef.setInput('actionId', 'freda');
  open.push(fixture);
  await settle([plan]);
  expect(page(fixture).textContent).toMatch(/\b1 sida\b/);
});
