import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Organization } from '@samverkan/organizations/contract';
import { ACTING_COUNTY, provideLanguage, provideWords } from '@samverkan/shared/portal';
import { organizationsWords } from './organizations.words';
import { PartyChange } from './party-change';

const lyktan = {
  id: 'lyktan',
  version: 3,
  kind: 'civil_society',
  name: 'Kvinnojouren Lyktan',
  names: [{ name: 'Kvinnojouren Lyktan', usage: 'name', validFrom: null, validTo: null, verification: 'unverified' }],
  website: null,
  description: 'Stöd i Ådalen.',
  countyCodes: ['22'],
  municipalityCodes: [],
  allowed: { edit: true, editKind: true, editPlaces: true },
} as unknown as Organization;

let fixture: ComponentFixture<PartyChange>;
let page: HTMLElement;
let http: HttpTestingController;
let kept: Record<string, unknown>;
let closed: number;

/** Opens the form as whoever left it would: the drafts are those of the person, whatever became of her session. */
async function open(party = lyktan): Promise<void> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      ...provideWords(organizationsWords),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  fixture = TestBed.createComponent(PartyChange);
  fixture.componentRef.setInput('party', party);
  closed = 0;
  fixture.componentInstance.closed.subscribe(() => (closed += 1));
  http = TestBed.inject(HttpTestingController);
  page = fixture.nativeElement as HTMLElement;
  await settled(() => page.querySelector('#party-website') !== null);
  await settled(() => true);
}

/** Lets the form rest until something has come about, answering for the store of drafts as the server does. */
async function settled(done: () => boolean): Promise<void> {
  for (let round = 0; round < 500 && (round < 10 || !done()); round++) {
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
    for (const asked of http.match('/api/drafts/organization:lyktan')) {
      if (asked.request.method === 'PUT') kept = (asked.request.body as { content: Record<string, unknown> }).content;
      if (asked.request.method === 'DELETE') kept = {};
      asked.flush({ key: 'organization:lyktan', content: kept, updatedAt: Object.keys(kept).length ? 'i dag' : null });
    }
    http.match('/api/counties').forEach((one) => one.flush({ items: [] }));
  }
}

const field = (selector: string): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};
function write(selector: string, text: string): void {
  field(selector).value = text;
  field(selector).dispatchEvent(new Event('input', { bubbles: true }));
}
async function writeUntilKept(selector: string, text: string): Promise<void> {
  write(selector, text);
  await settled(() => JSON.stringify(kept).includes(text));
  await settled(() => true);
}
async function press(words: string): Promise<void> {
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)?.click();
  await settled(() => true);
}

beforeEach(() => {
  sessionStorage.clear();
  kept = {};
});

describe('a change of a party that is interrupted', () => {
  it('is there when the form is opened again, as a change of what its writer had read', async () => {
    await open();
    await press('Gäller från en dag');
    await writeUntilKept('#party-website', 'lyktan.example');
    expect(page.querySelector('.autosave')?.textContent).toContain('Sparat');
    expect(fixture.componentInstance.unsaved()).toBe(false);

    await open({ ...lyktan, version: 5, description: 'Stöd i hela Ådalen.' });
    expect(page.textContent).toContain('Du fortsätter på det du hade börjat skriva.');
    expect(field('#party-website').value).toBe('lyktan.example');
    expect(page.querySelector('#party-since')).not.toBeNull();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled(() => true);
    const { request } = http.expectOne({ method: 'PATCH', url: '/api/organizations/lyktan' });
    expect(request.headers.get('If-Match')).toBe('"3"');
    expect(Object.keys(request.body as object).sort()).toEqual(['from', 'website']);
  });

  it('is thrown away by whoever wants it so, and nothing of it is left', async () => {
    await open();
    await writeUntilKept('#party-website', 'lyktan.example');
    await open();
    await press('Börja om');
    expect(field('#party-website').value).toBe('');
    await writeUntilKept('#party-website', 'lyktan.example');
    await press('Avbryt');
    expect({ closed, kept }).toEqual({ closed: 1, kept: {} });
  });

  it('keeps no number that may be a person', async () => {
    await open();
    write('#party-number', '900101-9802');
    await writeUntilKept('#party-website', 'lyktan.example');
    expect(kept).toEqual({ version: 3, change: { website: 'lyktan.example' } });
    expect(sessionStorage).toHaveLength(0);
  });
});
