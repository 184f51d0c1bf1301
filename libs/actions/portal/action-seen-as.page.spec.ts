import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const action = {
  id: 'freda',
  reference: 'I-2026-K7QX3M',
  title: 'FREDA-utbildning',
  description: '',
  kind: 'training',
  status: 'ongoing',
  statusSince: '2026-03-01',
  overdue: false,
  visibility: 'county',
  startsOn: null,
  endsOn: null,
  owners: [],
  partners: [],
  municipalityCodes: [],
  goals: [],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: null,
  responsibleFunctionId: null,
  cancelReason: null,
  lastUpdateOn: null,
  demo: false,
  version: 3,
  allowed: {
    edit: true,
    writeUpdate: true,
    changeVisibility: true,
    invite: true,
    propose: false,
    leave: false,
    verbs: ['pause'],
  },
};
const update = {
  id: 'rad',
  happenedOn: '2026-11-01',
  done: 'Partens rad',
  effect: null,
  counts: [],
  organization: { id: 'lyktan', name: 'Kvinnojouren Lyktan', kind: 'civil_society' },
  writtenBy: null,
  createdAt: '2026-11-01T08:00:00.000Z',
  removable: true,
};

let page: HTMLElement;
let http: HttpTestingController;
let harness: RouterTestingHarness;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  harness = await RouterTestingHarness.create('/insatser/freda/som/lyktan');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
});

const settle = async () => {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((done) => setTimeout(done, 20));
    harness.detectChanges();
  }
};

it('shows what the party is given, says whose eyes it is seen with, and offers no deed', async () => {
  http.expectOne('/api/organizations/lyktan').flush({ id: 'lyktan', name: 'Kvinnojouren Lyktan' });
  http.expectOne('/api/actions/freda?seenAs=lyktan').flush(action);
  http.expectOne('/api/actions/freda/updates?seenAs=lyktan').flush({ items: [update] });
  http.expectOne('/api/actions/freda/history?seenAs=lyktan').flush({ items: [] });
  await settle();
  expect(page.textContent).toContain('Så här ser Kvinnojouren Lyktan insatsen.');
  expect(page.textContent).toContain('De kan också ändra uppgifterna och skriva rader.');
  expect(page.textContent).toContain('Partens rad');
  expect([...page.querySelectorAll('button')].map((button) => button.textContent.trim())).toEqual([
    'Välj en annan part',
  ]);
  expect(page.querySelector('a.btn')?.getAttribute('href')).toBe('/insatser/freda');
});

it('says that the party does not see it, and how that is changed', async () => {
  http.expectOne('/api/organizations/lyktan').flush({ id: 'lyktan', name: 'Kvinnojouren Lyktan' });
  const gone = { code: 'not-seen-by-them', status: 404, title: '' };
  http
    .expectOne('/api/actions/freda?seenAs=lyktan')
    .flush(gone, { status: 404, statusText: 'Not Found', headers: { 'content-type': 'application/problem+json' } });
  await settle();
  expect(page.querySelector('h1')?.textContent).toBe('Insatsen syns inte för Kvinnojouren Lyktan');
  expect(page.textContent).toContain('lägga till dem som partner');
});
