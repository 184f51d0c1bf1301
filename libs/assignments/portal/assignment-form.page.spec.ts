import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { assignmentsRoutes } from './assignments.routes';

const board = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Länsstyrelsen Västernorrland',
  kind: 'county_board',
};
const standing = {
  id: 'uppdraget',
  title: 'Kartlägga stödet',
  text: 'Som en kollega skrev det.',
  dnr: null,
  legalBasis: '',
  reportedTo: '',
  status: 'ongoing',
  visibility: 'members',
  organization: board,
  boards: [board],
  allBoards: false,
  decidedOn: null,
  startsOn: null,
  endsOn: null,
  function: null,
  reports: [],
  version: 4,
};

let http: HttpTestingController;
let page: HTMLElement;

/** Opens the form where this is kept of it, lets it settle, and sends it. */
async function sendAfter(content: Record<string, unknown>, words?: string): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'uppdrag', children: assignmentsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create('/uppdrag/uppdraget/andra');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      await new Promise((done) => setTimeout(done, 5));
      http.match({ method: 'GET', url: '/api/assignments/uppdraget' }).forEach((one) => one.flush(standing));
      http.match('/api/drafts/assignment:uppdraget').forEach((one) => one.flush({ content, updatedAt: 'i dag' }));
      harness.detectChanges();
    }
  };
  await settle();
  if (words) {
    const field = [...page.querySelectorAll('input')].find(({ value }) => value === standing.title);
    if (!field) throw new Error('The form has no title.');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
  await settle();
}

describe('a change of an assignment that was interrupted', () => {
  it('is taken up as a change of what its writer had read, and of nothing else', async () => {
    await sendAfter({ version: 2, change: { dnr: '801-12-2026' } });
    expect(page.textContent).toContain('Du fortsätter på det du hade börjat skriva.');
    const { request } = http.expectOne({ method: 'PATCH', url: '/api/assignments/uppdraget' });
    expect(request.headers.get('If-Match')).toBe('"2"');
    expect(request.body).toEqual({ dnr: '801-12-2026' });
  });

  it('is none where nothing of it is left', async () => {
    await sendAfter({ version: 2, change: {} }, 'Kartlägga stödet i länet');
    expect(page.textContent).not.toContain('Du fortsätter');
    const { request } = http.expectOne({ method: 'PATCH', url: '/api/assignments/uppdraget' });
    expect(request.headers.get('If-Match')).toBe('"4"');
  });
});
