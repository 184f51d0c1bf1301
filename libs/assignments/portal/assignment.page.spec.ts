import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Assignment } from '@samverkan/assignments/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { assignmentsRoutes } from './assignments.routes';

const board = { id: 'y', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' as const };
const part = { id: 'r1', kind: 'part' as const, dueOn: '2026-01-15', reportedOn: null, reported: 0, overdue: true };
const anAssignment = (fields: Partial<Assignment> = {}): Assignment => ({
  id: 'uppdraget',
  title: 'Kartlägga stödet',
  dnr: null,
  status: 'ongoing',
  visibility: 'members',
  organization: board,
  boards: [board],
  allBoards: false,
  startsOn: null,
  endsOn: null,
  next: part,
  goalCount: 0,
  actionCount: 0,
  changedAt: '2026-03-01T08:00:00.000Z',
  demo: false,
  version: 1,
  text: '',
  legalBasis: '',
  reportedTo: '',
  decidedOn: null,
  function: null,
  reports: [part],
  goals: [],
  actions: [],
  statusSince: '2026-03-01',
  allowed: { edit: false, changeVisibility: false, answer: false, verbs: [] },
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;

async function settle(assignment: Assignment): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((done) => setTimeout(done));
    http.match('/api/assignments/uppdraget').forEach((request) => request.flush(assignment));
    http.match('/api/assignments/uppdraget/history').forEach((request) => request.flush({ items: [] }));
  }
}

async function open(assignment: Assignment): Promise<RouterTestingHarness> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'uppdrag', children: assignmentsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create('/uppdrag/uppdraget');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(assignment);
  harness.detectChanges();
  await settle(assignment);
  harness.detectChanges();
  return harness;
}

const buttons = () => [...page.querySelectorAll('button')].map((button) => button.textContent.trim());

describe('the page of a government assignment', () => {
  it('says in words that a report should have been given', async () => {
    await open(anAssignment());
    expect(page.querySelector('h1')?.textContent).toContain('Kartlägga stödet');
    expect(page.textContent).toContain('Skulle ha redovisats');
    expect(page.textContent).toContain('Delredovisning');
  });

  it('offers no deed to whoever may only read', async () => {
    await open(anAssignment());
    for (const words of ['Avsluta', 'Koppla ett mål', 'Koppla en insats', 'Vi har redovisat'])
      expect(buttons()).not.toContain(words);
  });

  it('offers the steps that are open, and leads to what changes it', async () => {
    const allowed: Assignment['allowed'] = {
      edit: true,
      changeVisibility: true,
      answer: true,
      verbs: ['report', 'close', 'undo'],
    };
    await open(anAssignment({ allowed }));
    expect(buttons()).toEqual(expect.arrayContaining(['Allt är redovisat', 'Avsluta', 'Koppla ett mål']));
    expect(buttons()).not.toContain('Ångra');
    expect(page.querySelector('a[href="/uppdrag/uppdraget/andra"]')).not.toBeNull();
  });

  it('tells actions that answer through a goal from those tied by themselves', async () => {
    const action = {
      title: 'Utbildning',
      status: 'ongoing' as const,
      overdue: false,
      owners: [board],
      removable: false,
    };
    await open(
      anAssignment({
        actionCount: 2,
        actions: [
          { ...action, id: 'a', by: board },
          { ...action, id: 'b', title: 'Nätverk', by: null },
        ],
      }),
    );
    const rows = [...page.querySelectorAll('li')].filter((row) => row.querySelector('a[href^="/insatser/"]'));
    expect(rows.map((row) => row.textContent.includes('genom sitt mål'))).toEqual([false, true]);
  });
});
