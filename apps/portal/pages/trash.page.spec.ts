import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { TrashItem } from '@samverkan/shared/contract';
import { Toasts, provideLanguage } from '@samverkan/shared/portal';
import { TrashPage } from './trash.page';

const task: TrashItem = {
  id: 'a',
  kind: 'tasks.task',
  title: 'Boka lokal',
  place: 'Barnahus Ådalen',
  path: '/insatser/b',
  takenAt: '2026-11-20T08:00:00.000Z',
  takenBy: 'Ida Nordlund',
  goesOn: '2026-12-20',
  restore: '/api/tasks/a/restoration',
  mayPurge: false,
};

let fixture: ComponentFixture<TrashPage>;
let page: HTMLElement;
let http: HttpTestingController;
const told: string[] = [];

async function settle(): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await new Promise((next) => setTimeout(next, 20));
    fixture.detectChanges();
  }
}

async function open(items: TrashItem[]): Promise<void> {
  told.length = 0;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: Toasts, useValue: { show: (words: string) => Promise.resolve(void told.push(words)) } },
    ],
  });
  fixture = TestBed.createComponent(TrashPage);
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne('/api/trash').flush({ items });
  await settle();
}
const putBack = () => page.querySelector('tbody button') as HTMLButtonElement;

describe('Papperskorgen', () => {
  it('says what was taken away, where it stood, by whom, and until when it can be put back', async () => {
    await open([task]);
    const row = page.querySelector('tbody tr')?.textContent ?? '';
    for (const words of ['Boka lokal', 'Uppgift', 'Barnahus Ådalen', 'av Ida Nordlund', 'Kvar till 20 december'])
      expect(row).toContain(words);
    expect(putBack().textContent).toContain('Boka lokal');
  });

  it('puts it back with one press, and asks anew what is left', async () => {
    await open([task]);
    putBack().click();
    http.expectOne({ method: 'POST', url: task.restore }).flush({});
    await settle();
    http.expectOne('/api/trash').flush({ items: [] });
    await settle();
    expect(told).toEqual(['Boka lokal är tillbaka.']);
    expect(page.textContent).toContain('Papperskorgen är tom');
  });

  it('lets go for good at once what may, after one question', async () => {
    const party = { ...task, id: 'b', kind: 'organizations.party', title: 'Inlagd av misstag', mayPurge: true };
    await open([task, party]);
    const named = (words: string) =>
      [...page.querySelectorAll('button')].filter((one) => one.textContent?.trim().startsWith(words));
    expect(named('Ta bort nu')).toHaveLength(1);
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    named('Ta bort nu')[0]?.click();
    await settle();
    expect(page.textContent).toContain('Det går inte att ångra.');
    named('Ta bort för gott')[0]?.click();
    http.expectOne({ method: 'DELETE', url: '/api/trash/organizations.party/b' }).flush(null);
    await settle();
    http.expectOne('/api/trash').flush({ items: [task] });
    expect(told).toEqual(['Inlagd av misstag är borttaget för gott.']);
  });

  it('says that what it belonged to is gone, when it is', async () => {
    await open([task]);
    putBack().click();
    http
      .expectOne({ method: 'POST', url: task.restore })
      .flush({ code: 'not-found', status: 404 }, { status: 404, statusText: 'Not Found' });
    await settle();
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('Boka lokal gick inte att lägga tillbaka');
  });
});
