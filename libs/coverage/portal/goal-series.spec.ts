import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { GoalSeries } from '@samverkan/coverage/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { GoalSeriesSection } from './goal-series';

// There is nothing to draw on here; the picture itself is looked at in a browser.
jest.mock('./series-chart', () => ({ drawSeries: () => ({ destroy: () => undefined }) }));

const aSeries = (fields: Partial<GoalSeries> = {}): GoalSeries => ({
  months: [
    { month: '2025-12', underWay: 2, completed: 0 },
    { month: '2026-01', underWay: 1, completed: 1 },
  ],
  marks: [{ on: '2026-01-01', title: 'Handlingsplan 2026–2030', titleEn: null }],
  goals: [
    {
      id: 'old',
      number: '4',
      title: 'Upptäcka',
      titleEn: null,
      strategyId: 's1',
      strategyShortTitle: 'Strategi 2018–2021',
    },
    {
      id: 'goal',
      number: '2',
      title: 'Upptäcka tidigt',
      titleEn: null,
      strategyId: 's2',
      strategyShortTitle: 'Handlingsplan 2026–2030',
    },
  ],
  ...fields,
});

async function shown(series: GoalSeries): Promise<ComponentFixture<GoalSeriesSection>> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ...provideLanguage()],
  });
  const fixture = TestBed.createComponent(GoalSeriesSection);
  fixture.componentRef.setInput('goalId', 'goal');
  for (let turn = 0; turn < 20; turn += 1) {
    TestBed.tick();
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) request.flush(series);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  fixture.detectChanges();
  return fixture;
}
const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('how the work towards a goal has gone', () => {
  it('has every number of the picture in a table, latest month first, with the strategy that began', async () => {
    const page = (await shown(aSeries())).nativeElement as HTMLElement;
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map(words));
    expect(rows).toEqual([
      ['januari 2026 Handlingsplan 2026–2030 började gälla', '1', '1'],
      ['december 2025', '2', '0'],
    ]);
    expect(page.querySelector('canvas')?.getAttribute('aria-label')).toContain('tabellen');
  });

  it('names the goals it runs through, but not the one it stands under', async () => {
    const page = (await shown(aSeries())).nativeElement as HTMLElement;
    expect(words(page)).toContain('4. Upptäcka (Strategi 2018–2021).');
    expect(words(page)).not.toContain('Upptäcka tidigt');
  });

  it('draws nothing of a single month, and says so where nothing has begun', async () => {
    const one = (await shown(aSeries({ months: [{ month: '2026-11', underWay: 1, completed: 0 }] })))
      .nativeElement as HTMLElement;
    expect([one.querySelector('canvas'), words(one).includes('1 pågår nu, 0 har slutförts.')]).toEqual([null, true]);
    TestBed.resetTestingModule();
    const none = (await shown(aSeries({ months: [], marks: [] }))).nativeElement as HTMLElement;
    expect(words(none)).toContain('Inget arbete mot målet har börjat än.');
  });

  it('says when the numbers could not be fetched, and lets them be asked for again', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ...provideLanguage()],
    });
    const fixture = TestBed.createComponent(GoalSeriesSection);
    fixture.componentRef.setInput('goalId', 'goal');
    const http = TestBed.inject(HttpTestingController);
    const settle = async (answer: (request: ReturnType<typeof http.match>[number]) => void) => {
      for (let turn = 0; turn < 10; turn += 1) {
        TestBed.tick();
        http.match(() => true).forEach(answer);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      fixture.detectChanges();
    };
    await settle((request) => request.flush({ code: 'fault', status: 500 }, { status: 500, statusText: 'x' }));
    const page = fixture.nativeElement as HTMLElement;
    expect(words(page.querySelector('[role=alert]'))).toContain('Något gick fel hos oss.');
    page.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    await settle((request) => request.flush(aSeries()));
    expect([page.querySelector('[role=alert]'), words(page).includes('1 pågår nu, 1 har slutförts.')]).toEqual([
      null,
      true,
    ]);
  });
});
