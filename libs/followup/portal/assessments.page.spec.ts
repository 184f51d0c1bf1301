import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Assessment, GoalsNotAssessed } from '@samverkan/followup/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { assessmentsRoutes } from './assessments.routes';

const goal = { id: 'g', number: '2', title: 'Upptäcka', titleEn: null, strategyId: 'p', strategyShortTitle: 'Planen' };
const anAssessment: Assessment = {
  id: 'a1',
  goal,
  organization: { id: 'y', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' },
  functionTitle: 'Strateg',
  functionId: null,
  level: 'needs_more',
  reason: 'Fyra av sju kommuner frågar alla.',
  assessedOn: '2026-11-02',
  signedAt: null,
  evidence: [],
  correctsId: null,
  correctedById: null,
  version: 1,
  allowed: { edit: true, correct: false },
};

async function open(address: string, items: Assessment[], missing: GoalsNotAssessed): Promise<string> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'bedomningar', children: assessmentsRoutes }], withComponentInputBinding()),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const page = { items, page: 1, size: 25, total: items.length, capped: false };
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) {
      const { url } = request.request;
      request.flush(url.endsWith('missing') ? missing : url.endsWith('list') ? page : { strategies: [], frames: [] });
    }
    harness.detectChanges();
  }
  return (harness.fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
}

describe('the page of assessments', () => {
  it('says how it goes with each goal, whose draft it is, and which goals nobody has judged for a year', async () => {
    const words = await open('/bedomningar', [anAssessment], {
      items: [{ ...goal, id: 'h', number: '3', title: 'Skydda', lastOn: null }],
      total: 1,
    });
    for (const part of ['2. Upptäcka', 'Behöver mer', 'Utkast, syns bara för er', 'Ett mål som ni följer', '3. Skydda'])
      expect(words).toContain(part);
    expect(words).toContain('aldrig bedömt');
  });

  it('says what to do when there is nothing, and when nothing fits the filter', async () => {
    expect(await open('/bedomningar', [], { items: [], total: 0 })).toContain('Inget mål är bedömt än');
    expect(await open('/bedomningar?q=x', [], { items: [], total: 0 })).toContain('Ingen bedömning passar');
  });
});
