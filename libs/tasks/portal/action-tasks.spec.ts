import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import type { ActionTasks, Task } from '@samverkan/tasks/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { of } from 'rxjs';
import { ActionTasksSection } from './action-tasks';

const ange = { id: 'ange', name: 'Ånge kommun', kind: 'municipality' as const };
const aTask = (fields: Partial<Task> = {}): Task => ({
  id: 'one',
  action: { id: 'freda', title: 'FREDA' },
  title: 'Boka lokalen',
  organization: ange,
  function: { id: 'post', title: 'Lokaler' },
  dueOn: '2099-05-01',
  overdue: false,
  outcome: null,
  endedAt: null,
  endedBy: null,
  endedByName: null,
  version: 3,
  allowed: { set: false, end: false },
  ...fields,
});
const url = '/api/actions/freda/tasks';

let fixture: ComponentFixture<ActionTasksSection>;
let page: HTMLElement;
let http: HttpTestingController;

async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await new Promise((next) => setTimeout(next, 20));
    fixture.detectChanges();
  }
}
async function open(list: Partial<ActionTasks>): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ActivatedRoute, useValue: { fragment: of(null) } },
    ],
  });
  fixture = TestBed.createComponent(ActionTasksSection);
  fixture.componentRef.setInput('actionId', 'freda');
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne(url).flush({ items: [], parties: [], allowed: { set: false }, ...list });
  await settle();
}
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

describe('what is to be done in an action', () => {
  it('says nothing to whoever can set nothing where nothing is to be done', async () => {
    await open({});
    expect(page.querySelector('section')).toBeNull();
  });

  it('shows what is late first and in words, and what is ended put away', async () => {
    const ended = aTask({ id: 'two', outcome: 'done', endedAt: '2026-03-01T08:00:00.000Z', endedBy: ange });
    await open({ items: [aTask({ overdue: true, dueOn: '2026-01-15' }), ended] });
    expect(page.querySelector('h2')?.textContent?.trim()).toBe('Uppgifter (1 att göra)');
    expect(page.querySelector('li.hot')?.textContent).toContain('Skulle ha varit klar 15 januari');
    expect(page.querySelector('details')?.textContent).toContain('Klar');
    expect(button('Klar')).toBeUndefined();
  });

  it('is done in one press, and opened again in another', async () => {
    await open({ items: [aTask({ allowed: { set: false, end: true } })] });
    button('Klar')?.click();
    http.expectOne({ method: 'POST', url: '/api/tasks/one/done' }).flush(aTask({ outcome: 'done' }));
    await settle();
    const ended = aTask({ outcome: 'done', endedAt: '2026-03-01T08:00:00.000Z', allowed: { set: false, end: true } });
    http.expectOne(url).flush({ items: [ended], parties: [], allowed: { set: false } });
    await settle();
    button('Öppna igen')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/tasks/one/done' }).flush(aTask());
  });

  it('is set for one of those who do it, by its day, and asks for what is missing', async () => {
    const parties = [{ organization: ange, functions: [{ id: 'post', title: 'Lokaler' }] }];
    await open({ parties, allowed: { set: true } });
    button('Ny uppgift')?.click();
    await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http.expectNone({ method: 'POST', url });
    const type = (selector: string, value: string, event = 'input') => {
      const field = page.querySelector<HTMLInputElement>(selector);
      if (field) field.value = value;
      field?.dispatchEvent(new Event(event, { bubbles: true }));
    };
    type('sam-guarded-text input', 'Boka lokalen');
    type('#task-day', '2099-05-01');
    type('#task-who', 'ange/post', 'change');
    // The guard is fetched with the field.
    for (let n = 0; n < 50 && page.querySelector('input[aria-invalid="true"]'); n++) await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(http.expectOne({ method: 'POST', url }).request.body).toEqual({
      title: 'Boka lokalen',
      organizationId: 'ange',
      functionId: 'post',
      dueOn: '2099-05-01',
      guardConfirmed: [],
    });
  });
});
