import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SearchAnswer } from '@samverkan/search/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { marked } from './marked';
import { searchRoutes } from './search.routes';
import { SearchSuggest } from './search-suggest';

const hit = (title: string, path = '/insatser/1', about: string | null = 'Kramfors kommun') => ({
  id: title,
  title,
  about,
  path,
});
const answer = (fields: Partial<SearchAnswer> = {}): SearchAnswer => ({
  nearly: false,
  synonym: null,
  also: [],
  groups: [
    {
      group: 'actions',
      total: 7,
      capped: false,
      items: [hit('FREDA-utbildning'), hit('Mer om FREDA', '/insatser/2')],
      list: '/insatser',
    },
    {
      group: 'organizations',
      total: 1,
      capped: false,
      items: [hit('Fredagsjouren', '/parter/3', null)],
      list: '/parter?scope=all',
    },
  ],
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;
const providers = [
  provideRouter(
    [
      { path: 'sok', children: searchRoutes },
      { path: '**', children: [] },
    ],
    withComponentInputBinding(),
  ),
  provideHttpClient(),
  provideHttpClientTesting(),
  ...provideLanguage(),
];
async function respond(given: SearchAnswer): Promise<void> {
  for (let round = 0; round < 12; round++) {
    await new Promise((next) => setTimeout(next, 5));
    http.match(({ url }) => url === '/api/search').forEach((request) => request.flush(given));
  }
}
async function open(address: string, given: SearchAnswer): Promise<void> {
  TestBed.configureTestingModule({ providers });
  const harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await respond(given);
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one)?.startsWith(name));

describe('the page of a search', () => {
  it('shows each kind of thing with its count, the words marked, and the way on to the list', async () => {
    await open('/sok?q=freda', answer());
    expect([...page.querySelectorAll('h2')].map(textOf)).toEqual(['Insatser', 'Parter']);
    expect([...page.querySelectorAll('.chip')].map(textOf)).toEqual(['Allt 8', 'Insatser 7', 'Parter 1']);
    expect([...page.querySelectorAll('mark')].map(textOf)).toEqual(['FREDA', 'FREDA', 'Fredagsjouren']);
    expect(textOf(page.querySelector('[role=status]'))).toContain('8 träffar på ”freda”');
    expect(page.querySelector('a[href="/insatser?q=freda"]')).not.toBeNull();
  });

  it('shows one kind alone when asked, and its address can be sent', async () => {
    await open('/sok?q=freda', answer());
    button('Visa fler av 7')?.click();
    await respond(answer());
    expect(TestBed.inject(Router).url).toBe('/sok?q=freda&group=actions');
  });

  it('opens the list as wide as it looked itself', async () => {
    await open('/sok?q=freda&group=organizations', answer());
    expect(page.querySelector('a[href="/parter?scope=all&q=freda"]')).not.toBeNull();
  });

  it('says that nothing is spelt so but nearly so, and what to do when there is nothing', async () => {
    await open('/sok?q=fredda', answer({ nearly: true }));
    expect(textOf(page.querySelector('[role=status]'))).toBe(
      'Inget stavas precis ”fredda”. Det här liknar det du skrev.',
    );
    TestBed.resetTestingModule();
    await open('/sok?q=partnervald', answer({ synonym: 'freda', also: ['kvinnofrid'] }));
    expect(textOf(page.querySelector('[role=status]'))).toContain('innehåller ”freda”, som hör ihop med det');
    expect(page.querySelector('a[href="/sok?q=kvinnofrid"]')).not.toBeNull();
    expect(page.querySelector('mark')?.textContent).toBe('FREDA');
    TestBed.resetTestingModule();
    await open('/sok?q=xyz', answer({ groups: [] }));
    expect(page.textContent).toContain('Pröva färre ord');
  });
});

describe('what is suggested while one types', () => {
  it('is walked with the arrows from the box and opened with Enter; Escape leaves it', async () => {
    TestBed.configureTestingModule({ providers });
    http = TestBed.inject(HttpTestingController);
    let left = 0;
    const brought: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      brought.push(this.id);
    };
    const fixture = TestBed.createComponent(SearchSuggest);
    fixture.componentRef.setInput('words', 'freda');
    fixture.componentRef.setInput('left', () => left++);
    fixture.autoDetectChanges();
    await respond(answer());
    page = fixture.nativeElement as HTMLElement;
    const list = fixture.componentInstance;
    const chosen = () => [...page.querySelectorAll('[aria-selected=true]')].map((one) => one.id);
    expect(list.press('Enter')).toBe(false);
    list.press('ArrowDown');
    list.press('ArrowDown');
    await fixture.whenStable();
    expect(chosen()).toEqual(['hit-Mer om FREDA']);
    expect(list.active()).toBe('hit-Mer om FREDA');
    expect(brought.at(-1)).toBe('hit-Mer om FREDA');
    expect(list.press('Enter')).toBe(true);
    await fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/insatser/2');
    expect(list.press('Escape')).toBe(true);
    expect(left).toBe(2);
  });
});

describe('marking', () => {
  const hits = (text: string, q: string) =>
    marked(text, q)
      .filter((piece) => piece.hit)
      .map((piece) => piece.text);
  it('finds words by their beginning, whatever their case and ending, and nothing in the midst of them', () => {
    expect(hits('Jämställdheten i länet', 'jämställdhet')).toEqual(['Jämställdheten']);
    expect(hits('Våld och våldsutövare', 'våld')).toEqual(['Våld', 'våldsutövare']);
    expect(hits('Grundutbildning', 'utbildning')).toEqual([]);
    expect(hits('Utbildningar', 'utbildningen')).toEqual(['Utbildningar']);
    expect(
      marked('Aldrig <b>kod</b>', 'b')
        .map((piece) => piece.text)
        .join(''),
    ).toBe('Aldrig <b>kod</b>');
  });
});
