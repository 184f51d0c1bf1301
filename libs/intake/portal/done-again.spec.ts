import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTION_FORM_START, actionsRoutes } from '@samverkan/actions/portal';
import type { ActionTemplate, Recurrence } from '@samverkan/intake/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionFormStart } from './form-start.lazy';
import { intakeRoutes } from './intake.routes';

const former = '00000000-0000-4000-8000-000000000001';
const content: ActionTemplate['content'] = {
  kind: 'training',
  title: 'Grundkurs 2026',
  description: 'Två halvdagar.',
  goalIds: [],
  municipalityCodes: [],
  targetGroups: ['professionals'],
  forms: ['honour'],
  phases: ['detect'],
  responsibleFunction: null,
  responsibleFunctionId: null,
  partnerIds: [],
  partnerNames: ['Elevhälsa'],
  visibility: 'county',
};
const template: ActionTemplate = {
  id: '00000000-0000-4000-8000-000000000002',
  name: 'Vår grundkurs',
  content: { ...content, title: 'Grundkurs' },
  changedAt: '2026-03-01T08:00:00.000Z',
  version: 3,
};
const action = {
  ...content,
  id: former,
  startsOn: '2026-09-01',
  endsOn: '2026-09-30',
  goals: [],
  partners: [{ name: 'Elevhälsa', organization: null }],
};
const recurrence: Partial<Recurrence> = { every: 'term', occurrences: [], nextId: null };

let page: HTMLElement;
let http: HttpTestingController;
let posted: { url: string; body: Record<string, unknown> }[] = [];

async function settle(until: () => unknown): Promise<void> {
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const { request, flush } of http
      .match(() => true)
      .map((one) => ({ request: one.request, flush: (body: object | null) => one.flush(body) }))) {
      const { url, method, body } = request;
      if (method !== 'GET' && !url.includes('/drafts')) posted.push({ url, body: body as Record<string, unknown> });
      if (url.endsWith('/suggestion')) flush(null);
      else if (url.endsWith('/recurrence')) flush(recurrence);
      else if (url === `/api/actions/${former}`) flush(action);
      else if (url === '/api/action-templates') flush({ items: [template], mayChange: true });
      else if (url.startsWith('/api/action-templates/')) flush(template);
      else flush({ items: [] });
    }
  }
}
async function open(address: string, until: () => unknown): Promise<void> {
  localStorage.clear();
  posted = [];
  const own = intakeRoutes.map((route) => ({ ...route, path: `insatser/${route.path}` }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([...own, { path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
      { provide: ACTION_FORM_START, useValue: actionFormStart },
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(until);
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => textOf(one)?.startsWith(name));
const labelled = (name: string) => {
  const label = [...page.querySelectorAll('label')].find((one) => textOf(one)?.startsWith(name));
  return page.querySelector<HTMLInputElement & HTMLSelectElement>(`#${label?.htmlFor}`);
};

describe('the form of a new action', () => {
  it('begins with the next time of what is done again, and logs it tied to the former', async () => {
    await open(`/insatser/ny?again=${former}`, () => labelled('Rubrik')?.value);
    expect(labelled('Rubrik')?.value).toMatch(/^Grundkurs 20\d\d$/);
    expect(labelled('Typ')?.value).toBe('training');
    expect(String(labelled('Startar')?.value) > '2026-09-01').toBe(true);
    expect(labelled('Startar')?.value).toMatch(/-0[39]-01$/);
    button('Spara insatsen')?.click();
    await settle(() => posted.length > 0);
    expect(posted[0]).toMatchObject({
      url: `/api/actions/${former}/again`,
      body: { targetGroups: ['professionals'], partnerNames: ['Elevhälsa'], status: 'planned' },
    });
    expect(Object.keys(posted[0]?.body ?? {})).not.toContain('logAt');
  });

  it('is filled in from a template by one choice, and the days stay as they were', async () => {
    await open('/insatser/ny', () => labelled('Börja från en mall'));
    const days = [labelled('Startar')?.value, labelled('Slutar')?.value];
    const choice = labelled('Börja från en mall');
    if (choice) choice.value = template.id;
    choice?.dispatchEvent(new Event('change'));
    await settle(() => labelled('Rubrik')?.value);
    expect([labelled('Rubrik')?.value, labelled('Beskrivning')?.value]).toEqual(['Grundkurs', 'Två halvdagar.']);
    expect([labelled('Startar')?.value, labelled('Slutar')?.value]).toEqual(days);
    button('Spara insatsen')?.click();
    await settle(() => posted.length > 0);
    expect(posted[0]).toMatchObject({ url: '/api/actions', body: { title: 'Grundkurs', forms: ['honour'] } });
  });
});

describe('the page of templates', () => {
  it('changes one and puts it back, and takes one away', async () => {
    await open('/insatser/mallar', () => button('Ändra'));
    expect(textOf(page.querySelector('tbody tr'))).toContain('Vår grundkurs');
    button('Ändra')?.click();
    await settle(() => labelled('Mallens namn'));
    const name = labelled('Mallens namn');
    if (name) name.value = 'Grundkurs för alla';
    name?.dispatchEvent(new Event('input'));
    button('Spara mallen')?.click();
    await settle(() => posted.length > 0);
    expect(posted[0]).toMatchObject({ body: { name: 'Grundkurs för alla', content: { title: 'Grundkurs' } } });
    await settle(() => button('Ångra'));
    button('Ångra')?.click();
    await settle(() => posted.length > 1);
    expect(posted[1]?.body).toEqual({ name: 'Vår grundkurs', content: template.content });
    button('Ta bort')?.click();
    await settle(() => posted.length > 2);
    expect(posted[2]?.url).toBe(`/api/action-templates/${template.id}/removal`);
  });
});
