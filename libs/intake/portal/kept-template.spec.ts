import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ActionTemplate } from '@samverkan/intake/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { DoneAgain } from './done-again';

const content: ActionTemplate['content'] = {
  kind: 'training',
  title: 'Grundkurs',
  description: 'Två halvdagar.',
  goalIds: [],
  municipalityCodes: [],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: null,
  responsibleFunctionId: null,
  partnerIds: [],
  partnerNames: [],
  visibility: 'county',
};
const template: ActionTemplate = {
  id: 'mall',
  name: 'Vår grundkurs',
  content,
  changedAt: '2026-03-01T08:00:00.000Z',
  version: 3,
};
const action = { ...content, title: 'En annan kurs', id: 'kurs', goals: [], partners: [] };

let fixture: ComponentFixture<DoneAgain>;
let deeds: TestRequest[];
const page = () => fixture.nativeElement as HTMLElement;
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => textOf(one) === name);
const said = () => textOf(document.querySelector('simple-snack-bar'));

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { url, method } = request.request;
      if (method !== 'GET') deeds.push(request);
      else if (url.endsWith('/recurrence'))
        request.flush({ every: null, occurrences: [], mayChange: true, nextId: null });
      else if (url === '/api/actions/kurs') request.flush(action);
      else if (url === '/api/action-templates') request.flush({ items: [template], mayChange: true });
      else request.flush({ items: [] });
    }
  }
}
async function press(name: string): Promise<void> {
  await settle(() => button(name));
  button(name)?.click();
}
async function asked(): Promise<TestRequest> {
  await settle(() => deeds.length > 0);
  return deeds.pop()!;
}
const version = ({ request }: TestRequest) => request.headers.get('if-match');

beforeEach(async () => {
  localStorage.clear();
  deeds = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  fixture = TestBed.createComponent(DoneAgain);
  fixture.autoDetectChanges();
  fixture.componentRef.setInput('actionId', 'kurs');
  await press('Spara som mall');
});

describe('a template that an action took the place of by mistake', () => {
  async function replaced(): Promise<void> {
    const which = () => page().querySelector<HTMLSelectElement>('#template-which');
    await settle(() => which()?.options.length === 2);
    which()!.value = template.id;
    which()!.dispatchEvent(new Event('change'));
    await press('Spara mallen');
    const deed = await asked();
    expect(deed.request.body).toEqual({ content: { ...content, title: 'En annan kurs' } });
    deed.flush({ ...template, content: { ...content, title: 'En annan kurs' }, version: 4 });
    await press('Ångra');
  }

  it('has what stood in it put back from the message', async () => {
    await replaced();
    const back = await asked();
    expect([version(back), back.request.body]).toEqual(['"4"', { name: 'Vår grundkurs', content }]);
    back.flush({ ...template, version: 5 });
    await settle(() => said() === 'Mallen Vår grundkurs är som förut.');
    expect(said()).toBe('Mallen Vår grundkurs är som förut.');
  });

  it('stays as a colleague has made it since, and the message says so', async () => {
    await replaced();
    (await asked()).flush({ code: 'stale-version' }, { status: 409, statusText: '' });
    await settle(() => said()?.startsWith('Någon annan har ändrat'));
    expect(said()).toContain('Någon annan har ändrat samma text');
  });
});

it('takes a new template away again from its message', async () => {
  await settle(() => page().querySelector('sam-template-dialog input'));
  const name = page().querySelector<HTMLInputElement>('sam-template-dialog input')!;
  name.value = 'Råkade bli en';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await press('Spara mallen');
  (await asked()).flush({ ...template, id: 'ny', name: 'Råkade bli en', version: 1 });
  await press('Ångra');
  const gone = await asked();
  expect(gone.request.url).toBe('/api/action-templates/ny/removal');
  gone.flush({ ...template, id: 'ny', name: 'Råkade bli en', version: 2 });
  await settle(() => said() === 'Mallen Råkade bli en är borttagen.');
  expect(said()).toBe('Mallen Råkade bli en är borttagen.');
});
