import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Publication, PublicationHistoryEntry } from '@samverkan/publications/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { publicationsRoutes } from './publications.routes';

const board = { id: 'y', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' as const };
const none = {
  edit: false,
  changeVisibility: false,
  publish: false,
  withdraw: false,
  discard: false,
  leave: false,
  hideText: false,
};
const aPublication = (fields: Partial<Publication> = {}): Publication => ({
  id: 'skriften',
  title: 'Ett jämställt Västernorrland',
  type: 'strategy',
  series: 'Rapport',
  number: '2017:18',
  year: 2017,
  language: 'sv',
  summary: 'En strategi.',
  summaryEn: '',
  status: 'published',
  visibility: 'public',
  organization: board,
  owners: [board],
  countyCodes: ['22'],
  fileCount: 0,
  supersededBy: [],
  stale: false,
  changedAt: '2026-03-01T08:00:00.000Z',
  demo: false,
  version: 1,
  dnr: null,
  isbn: null,
  issn: '1403-624X',
  pages: 16,
  authors: '',
  function: null,
  strategy: null,
  supersedes: [],
  files: [],
  links: [],
  publishedOn: null,
  reviewedOn: null,
  reviewOn: null,
  withdrawnMotive: null,
  named: null,
  allowed: none,
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;
let history: PublicationHistoryEntry[] = [];
afterEach(() => (history = []));

async function settle(publication: Publication): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done));
    http.match('/api/publications/skriften').forEach((request) => request.flush(publication));
    http.match('/api/publications/skriften/format-requests').forEach((request) => request.flush({ items: [] }));
    http.match('/api/publications/skriften/history').forEach((request) => request.flush({ items: history }));
  }
}

async function open(publication: Publication): Promise<RouterTestingHarness> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'publikationer', children: publicationsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create('/publikationer/skriften');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(publication);
  harness.detectChanges();
  await settle(publication);
  harness.detectChanges();
  return harness;
}
const text = () => (page.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => (one.textContent ?? '').trim() === name);

describe('the page of a publication', () => {
  it('says first what has come in its place, and how it is referred to', async () => {
    await open(aPublication({ supersededBy: [{ id: 'nya', title: 'Den nya strategin', year: 2024, number: null }] }));
    expect(page.querySelector('.note a')?.getAttribute('href')).toBe('/publikationer/nya');
    expect(text()).toContain(
      'Länsstyrelsen Västernorrland (2017). Ett jämställt Västernorrland. Rapport 2017:18. ISSN 1403-624X.',
    );
  });

  it('shows a file with its size, language, accessibility and checksum, and says when its text cannot be read', async () => {
    const file = { type: 'pdf' as const, size: 840_000, pages: 16, sha256: 'ab'.repeat(32), unread: true };
    const one = { id: 'f', title: 'Skriften.pdf', language: 'sv' as const, accessibility: 'not_accessible' as const };
    await open(aPublication({ files: [{ ...one, file, createdAt: '2026-03-01T08:00:00.000Z', version: 1 }] }));
    expect(text()).toContain('Pdf · 16 sidor · 840 kB · Svenska · Inte tillgänglig');
    expect(text()).toContain('ab'.repeat(32));
    expect(text()).toContain('Texten går inte att läsa');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/publication-files/f/file');
  });

  it('offers a reader nothing to change', async () => {
    await open(aPublication());
    for (const name of ['Publicera', 'Dra in', 'Lägg till fil']) expect(button(name)).toBeUndefined();
  });

  it('tells a board that another has named it an owner, until it has said that it is right', async () => {
    const other = { id: 'z', name: 'Länsstyrelsen Jämtland', kind: 'county_board' as const };
    const named = { by: other, on: '2026-11-03' };
    const allowed = { ...none, edit: true, leave: true };
    const harness = await open(aPublication({ named, allowed, owners: [other, board] }));
    expect(text()).toContain('Länsstyrelsen Jämtland angav er som ägare 3 november');
    button('Det stämmer')?.click();
    http.expectOne('/api/publications/skriften/owning/seen').flush(aPublication({ allowed, owners: [other, board] }));
    await settle(aPublication({ allowed, owners: [other, board] }));
    harness.detectChanges();
    expect(text()).not.toContain('angav er som ägare');
    expect(button('Vi är inte ägare')).toBeDefined();
  });

  it('lets an owner leave, and come back in one press', async () => {
    await open(aPublication({ allowed: { ...none, edit: true, leave: true } }));
    button('Vi är inte ägare')?.click();
    http.expectOne('/api/publications/skriften/leave').flush(null, { status: 204, statusText: 'No Content' });
    let undo: HTMLButtonElement | undefined;
    for (let turn = 0; turn < 100 && !undo; turn += 1) {
      await new Promise((done) => setTimeout(done, 5));
      undo = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Ångra');
    }
    expect(document.body.textContent).toContain('Bara de andra ägarna ser att ni har lämnat.');
    undo?.click();
    http.expectOne('/api/publications/skriften/leave/undo');
  });

  it('says in its history who left and who came back, apart from owners whom others have changed', async () => {
    const [one, other] = [
      { ...board, id: 'a' },
      { ...board, id: 'b' },
    ];
    const entry = (id: string, by: typeof board, before: string[], after: string[]): PublicationHistoryEntry => ({
      id,
      at: '2026-11-03T08:00:00.000Z',
      what: 'ownerIds',
      before,
      after,
      organization: by,
    });
    history = [
      entry('3', other, ['a'], ['a', 'b']),
      entry('2', other, ['a', 'b'], ['a']),
      entry('1', one, ['a'], ['a', 'b']),
    ];
    await open(aPublication());
    expect(text()).toContain('Är ägare igen');
    expect(text()).toContain('Lämnade publikationen: är inte ägare');
    expect(text()).toContain('Ändrade: Ges ut av');
  });

  it('publishes a draft in one press', async () => {
    const draft = aPublication({ status: 'draft', allowed: { ...none, edit: true, publish: true, discard: true } });
    const harness = await open(draft);
    button('Publicera')?.click();
    const request = http.expectOne('/api/publications/skriften/publication');
    expect(request.request.method).toBe('POST');
    request.flush(aPublication());
    await settle(aPublication());
    harness.detectChanges();
    expect(text()).not.toContain('Utkast');
  });

  it('stays a draft where something else has come in the old one’s place, and leads to it with whose it is', async () => {
    const draft = aPublication({ status: 'draft', allowed: { ...none, edit: true, publish: true, discard: true } });
    const harness = await open(draft);
    button('Publicera')?.click();
    const current = { id: 'annan', title: 'Den andra', year: 2026, number: null, organization: board };
    http
      .expectOne('/api/publications/skriften/publication')
      .flush({ code: 'publication.already-superseded', current }, { status: 409, statusText: 'Conflict' });
    await settle(draft);
    harness.detectChanges();
    const told = page.querySelector('[role=alert]');
    expect(told?.textContent).toContain('ersätter redan');
    expect(told?.textContent).toContain('Länsstyrelsen Västernorrland');
    expect(told?.querySelector('a')?.getAttribute('href')).toBe('/publikationer/annan');
    expect(text()).toContain('Utkast');
  });
});
