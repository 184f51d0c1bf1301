import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Action } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const allowed: Action['allowed'] = {
  edit: true,
  writeUpdate: false,
  changeVisibility: true,
  invite: false,
  propose: false,
  leave: false,
  verbs: [],
};
const anAction = (fields: Partial<Action> = {}): Action => ({
  id: 'freda',
  reference: 'I-2026-K7QX3M',
  title: 'FREDA-utbildning',
  description: '',
  kind: 'training',
  status: 'planned',
  statusSince: '2026-03-01',
  alike: false,
  connectionAskedOn: null,
  overdue: false,
  visibility: 'county',
  startsOn: null,
  endsOn: null,
  owners: [{ id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' }],
  partners: [],
  municipalityCodes: ['2282'],
  goals: [],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: null,
  responsibleFunctionId: null,
  cancelReason: null,
  joinedInto: null,
  changedAt: '2026-03-01T08:00:00.000Z',
  createdAt: '2026-03-01T08:00:00.000Z',
  lastUpdateOn: null,
  demo: false,
  version: 3,
  allowed,
  ...fields,
});

let page: HTMLElement;
let stands: Action;
/** What was asked to be done, and is not answered yet. */
let deeds: TestRequest[];

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 12 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { method, url } = request.request;
      if (/drafts|presence/.test(url)) request.flush({ others: [] });
      else if (method !== 'GET') deeds.push(request);
      else request.flush(url === '/api/actions/freda' ? stands : { items: [] });
    }
  }
}
async function opened(action: Action): Promise<void> {
  localStorage.clear();
  [stands, deeds] = [action, []];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create('/insatser/freda');
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(() => page.querySelector('h1'));
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one) === name);
const undo = () => document.querySelector<HTMLButtonElement>('simple-snack-bar button');
const said = () => textOf(document.querySelector('simple-snack-bar'));
async function press(of: () => HTMLElement | null | undefined): Promise<TestRequest> {
  await settle(of);
  of()?.click();
  return asked();
}
async function asked(): Promise<TestRequest> {
  await settle(() => deeds.length > 0);
  return deeds.pop()!;
}
const told = ({ request: { method, url, headers, body } }: TestRequest) => [
  `${method} ${url}`,
  headers.get('if-match'),
  body as object,
];
const stale = { code: 'stale-version', current: { version: 5, fields: { title: 'Annat' } } };

describe('a change that was made by mistake', () => {
  async function changed(): Promise<void> {
    await opened(anAction());
    button('Ändra insatsen')?.click();
    const title = () => page.querySelector<HTMLInputElement>('sam-action-change sam-guarded-text input');
    await settle(() => title()?.value);
    title()!.value = 'FREDA';
    title()!.dispatchEvent(new Event('input', { bubbles: true }));
    page.querySelector('sam-action-change form')?.dispatchEvent(new Event('submit'));
    stands = anAction({ title: 'FREDA', version: 4 });
    (await asked()).flush(stands);
  }

  it('is taken back from the message: what stood in the field is put back, at the version the change left', async () => {
    await changed();
    const back = await press(undo);
    expect(told(back)).toEqual(['PATCH /api/actions/freda', '"4"', { title: 'FREDA-utbildning' }]);
    stands = anAction({ version: 5 });
    back.flush(stands);
    await settle(() => said() === 'Ändringen är ångrad.');
    expect([said(), textOf(page.querySelector('h1'))]).toEqual(['Ändringen är ångrad.', 'FREDA-utbildning']);
  });

  it('says so when somebody has changed the same since, and leaves theirs', async () => {
    await changed();
    const back = await press(undo);
    stands = anAction({ title: 'Annat', version: 5 });
    back.flush(stale, { status: 409, statusText: '' });
    await settle(() => textOf(page.querySelector('h1')) === 'Annat');
    await settle(() => (said() ?? '').includes('Någon annan'));
    expect(said()).toContain('Någon annan har ändrat samma text');
    expect(textOf(page.querySelector('h1'))).toBe('Annat');
  });
});

describe('a step of the status that was taken by mistake', () => {
  const start = ['start' as const, 'cancel' as const];
  const planned = anAction({ allowed: { ...allowed, verbs: start } });
  const ongoing = anAction({ status: 'ongoing', version: 4, allowed: { ...allowed, verbs: ['pause'] } });
  async function started(): Promise<void> {
    await opened(planned);
    const deed = await press(() => button('Starta'));
    stands = ongoing;
    deed.flush(ongoing);
  }

  it('is taken back from the message, as the step left it, and all of it is as before', async () => {
    await started();
    const back = await press(undo);
    expect(told(back)).toEqual(['POST /api/actions/freda/status/undo', '"4"', {}]);
    stands = { ...planned, version: 5 };
    back.flush(stands);
    await settle(() => button('Starta'));
    await settle(() => said() === 'Insatsens status är som förut.');
    expect([said(), button('Starta') !== undefined]).toEqual(['Insatsens status är som förut.', true]);
  });

  it('says so when somebody has moved it since', async () => {
    await started();
    const back = await press(undo);
    back.flush({ code: 'action.has-moved-on' }, { status: 409, statusText: '' });
    await settle(() => (said() ?? '').includes('inte att ångra'));
    expect(said()).toContain('Det går inte att ångra längre');
  });
});
