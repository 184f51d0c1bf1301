import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Assessment, Assessments } from '@samverkan/followup/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { GoalAssessments } from './goal-assessments';

const anAssessment = (fields: Partial<Assessment> = {}): Assessment => ({
  id: 'a1',
  goal: {
    id: 'goal',
    number: '2',
    title: 'Upptäcka',
    titleEn: null,
    strategyId: 'plan',
    strategyShortTitle: 'Handlingsplan 2026–2030',
  },
  organization: { id: 'y', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' },
  functionTitle: 'Strateg',
  functionId: null,
  level: 'needs_more',
  reason: 'Fyra av sju kommuner frågar alla.',
  assessedOn: '2026-11-02',
  signedAt: '2026-11-03T08:00:00.000Z',
  evidence: [],
  correctsId: null,
  correctedById: null,
  version: 1,
  allowed: { edit: false, correct: false },
  ...fields,
});

async function shown(answer: Assessments): Promise<HTMLElement> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ...provideLanguage()],
  });
  const fixture = TestBed.createComponent(GoalAssessments);
  fixture.componentRef.setInput('goalId', 'goal');
  for (let turn = 0; turn < 10; turn += 1) {
    TestBed.tick();
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) request.flush(answer);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}
const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const link = (page: HTMLElement, text: string) =>
  [...page.querySelectorAll('a')].find((one) => words(one).includes(text));

describe('what has been judged of a goal', () => {
  it('is told with its level, its reason and the function that signed, never a person’s name', async () => {
    const page = await shown({ items: [anAssessment()], mayAssess: false });
    for (const part of ['Behöver mer', 'Fyra av sju kommuner frågar alla.', 'Strateg', 'Länsstyrelsen Västernorrland'])
      expect(words(page)).toContain(part);
    expect(link(page, 'Skriv en bedömning')).toBeUndefined();
  });

  it('says which plan it was judged in when it is of the goal that this one comes from', async () => {
    const goal = { ...anAssessment().goal, id: 'old', strategyShortTitle: 'Strategi 2018–2021' };
    const page = await shown({ items: [anAssessment({ goal })], mayAssess: false });
    expect(words(page.querySelector('h3'))).toBe('Länsstyrelsen Västernorrland bedömde i Strategi 2018–2021');
    expect(link(page, 'Excel')).toBeUndefined();
  });

  it('shows three and keeps the rest a press away, and the whole plan’s go out as a file', async () => {
    const items = ['a1', 'a2', 'a3', 'a4'].map((id) => anAssessment({ id }));
    const page = await shown({ items, mayAssess: true });
    expect(page.querySelectorAll('.judged > li')).toHaveLength(3);
    expect(words(page)).toContain('Visa alla 4');
    expect(link(page, 'Excel')?.getAttribute('href')).toBe('/api/assessments/export?strategy=plan&format=xlsx&lang=sv');
    expect(link(page, 'Skriv en bedömning')?.getAttribute('href')).toBe('/bedomningar/ny/goal');
  });

  it('says that nobody has judged it yet, and to those who may that they can', async () => {
    expect(words(await shown({ items: [], mayAssess: false }))).toContain('Ingen har bedömt målet än.');
    expect(words(await shown({ items: [], mayAssess: true }))).toContain('Skriv hur det går och vad ni bygger det på');
  });

  it('marks a draft as one’s own, and one that has been corrected with the way to the later', async () => {
    const page = await shown({
      items: [anAssessment({ signedAt: null }), anAssessment({ correctedById: 'a9' })],
      mayAssess: true,
    });
    expect(words(page)).toContain('Utkast, syns bara för er');
    expect(link(page, 'Rättad av en senare')?.getAttribute('href')).toBe('/bedomningar/a9');
  });
});
