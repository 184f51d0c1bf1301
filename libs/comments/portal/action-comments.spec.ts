import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import type { Comment, Comments, Mentionables } from '@samverkan/comments/contract';
import { UnsavedForms, provideLanguage } from '@samverkan/shared/portal';
import { of } from 'rxjs';
import { ActionComments } from './action-comments';

const kramfors = { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' as const };
const ange = { id: 'ange', name: 'Ånge kommun', kind: 'municipality' as const };
const aComment = (fields: Partial<Comment> = {}): Comment => ({
  id: 'first',
  actionId: 'freda',
  text: 'Vi börjar i mars.',
  mentions: [],
  organization: kramfors,
  writtenBy: null,
  createdAt: '2026-03-01T08:00:00.000Z',
  changedAt: null,
  unread: false,
  version: 1,
  allowed: { edit: false, takeBack: false },
  ...fields,
});
const choices: Mentionables = {
  items: [
    { id: 'a', title: 'Kvinnofrid', organization: ange, reads: false },
    { id: 'b', title: 'Samordnare', organization: kramfors, reads: true },
  ],
};

let fixture: ComponentFixture<ActionComments>;
let page: HTMLElement;
let http: HttpTestingController;

/** What is asked for in the background is answered; what a test looks at it answers itself. */
async function settle(): Promise<void> {
  for (let n = 0; n < 6; n++) {
    http
      .match(({ url }) => url.startsWith('/api/drafts'))
      .forEach((one) => one.flush({ content: {}, updatedAt: null }));
    http.match(({ url }) => url.endsWith('/mentionables')).forEach((one) => one.flush(choices));
    await new Promise((next) => setTimeout(next, 40));
    fixture.detectChanges();
  }
}

/** What comes when it comes: the guard and the choices are fetched. */
async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !holds(); n++) await settle();
  expect(holds()).toBe(true);
}

async function open(list: Partial<Comments>, fragment: string | null = null): Promise<void> {
  localStorage.clear();
  // jsdom draws nothing, so there is nowhere to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ActivatedRoute, useValue: { fragment: of(fragment) } },
    ],
  });
  fixture = TestBed.createComponent(ActionComments);
  fixture.componentRef.setInput('actionId', 'freda');
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  const items = list.items ?? [];
  http
    .expectOne('/api/actions/freda/comments')
    .flush({ items, total: items.length, aboutShelter: false, allowed: { write: true }, ...list });
  await settle();
}
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));
const field = () => page.querySelector('textarea') as HTMLTextAreaElement;
async function type(text: string): Promise<void> {
  field().value = text;
  field().setSelectionRange(text.length, text.length);
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}
async function press(key: string): Promise<void> {
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
}
const options = () => [...page.querySelectorAll('[role="option"]')].map((one) => one.getAttribute('aria-selected'));

describe('what is said about an action', () => {
  it('is counted in the heading and says so where nobody has said anything', async () => {
    await open({ items: [aComment(), aComment({ id: 'second' })] });
    expect(page.querySelector('h2')?.textContent?.trim()).toBe('Kommentarer (2)');
    TestBed.resetTestingModule();
    await open({});
    expect(page.textContent).toContain('Ingen har kommenterat insatsen än.');
  });

  it('lets only its own be changed and taken back, and nothing where one only reads', async () => {
    await open({ items: [aComment(), aComment({ id: 'own', allowed: { edit: true, takeBack: true } })] });
    expect([...page.querySelectorAll('button')].filter((one) => one.textContent?.trim() === 'Ändra')).toHaveLength(1);
    TestBed.resetTestingModule();
    await open({ items: [aComment()], allowed: { write: false } });
    expect([page.querySelector('textarea'), button('Ta tillbaka')]).toEqual([null, undefined]);
  });

  it('is taken back in one press, and put back in another', async () => {
    await open({ items: [aComment({ allowed: { edit: true, takeBack: true } })] });
    button('Ta tillbaka')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/comments/first' }).flush(null);
    await settle();
    http
      .expectOne('/api/actions/freda/comments')
      .flush({ items: [], total: 0, aboutShelter: false, allowed: { write: true } });
    await settle();
    expect(page.textContent).not.toContain('Vi börjar i mars.');
    const undo = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('Ångra'));
    undo?.click();
    http.expectOne({ method: 'POST', url: '/api/comments/first/restoration' }).flush(aComment());
  });

  it('asks for the earlier ones where the address leads to one of them', async () => {
    await open({ items: [aComment({ id: 'latest' })], total: 2 }, 'kommentar-first');
    http.expectOne('/api/actions/freda/comments?all=true').flush({
      items: [aComment(), aComment({ id: 'latest' })],
      total: 2,
      aboutShelter: false,
      allowed: { write: true },
    });
    await settle();
    expect(page.querySelector('.led')?.id).toBe('kommentar-first');
  });
});

describe('a mention', () => {
  it('is picked by arrows and Enter, tells that it will not be heard, and is sent as its function', async () => {
    await open({});
    await type('Hej @kvi');
    await until(() => options().length === 2);
    expect(options()).toEqual(['true', 'false']);
    expect(field().getAttribute('aria-activedescendant')).toBe(page.querySelector('[role="option"]')?.id);
    await press('ArrowDown');
    expect(options()).toEqual(['false', 'true']);
    await press('ArrowDown');
    await press('Enter');
    expect(field().value).toBe('Hej @Kvinnofrid, Ånge kommun ');
    expect(page.textContent).toContain('Kvinnofrid, Ånge kommun ser inte insatsen och får inte veta');
    await until(() => button('Skicka')?.getAttribute('aria-disabled') === 'false');
    button('Skicka')?.click();
    const sent = http.expectOne({ method: 'POST', url: '/api/actions/freda/comments' });
    expect(sent.request.body).toEqual({ text: 'Hej @[1]', functionIds: ['a'], guardConfirmed: [] });
    sent.flush(aComment({ id: 'new' }));
    await settle();
    expect(field().value).toBe('');
  });

  it('is let be with Esc, and the words are sent as they stand', async () => {
    await open({});
    await type('Hej @kvi');
    await until(() => options().length === 2);
    await press('Escape');
    expect([options(), field().hasAttribute('aria-controls')]).toEqual([[], false]);
    await type('Hej @kvinnofrid');
    expect(options()).toEqual([]);
  });

  it('leads to the function, or says only that somebody is meant', async () => {
    const mentions = [
      { position: 1, function: { id: 'a', title: 'Kvinnofrid', organization: ange } },
      { position: 2, function: null },
    ];
    await open({ items: [aComment({ text: 'Hej @[1] och @[2].', mentions })] });
    expect(page.querySelector('.typed a')?.getAttribute('href')).toBe('/kontakter/a');
    expect(page.querySelector('.typed')?.textContent?.replace(/\s+/g, ' ').trim()).toContain(
      'Hej @Kvinnofrid, Ånge kommun och @en funktion',
    );
  });

  it('asks before the page is left while it holds words that the guard stops, which are kept nowhere', async () => {
    await open({});
    const held = () => TestBed.inject(UnsavedForms).question() !== null;
    await type('Vi ses på torsdag.');
    expect(held()).toBe(false);
    await type('Hon har 20000101-2384.');
    await until(held);
    TestBed.resetTestingModule();
  });
});
