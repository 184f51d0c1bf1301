import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Consultation, ConsultationDraft } from '@samverkan/consultations/contract';
import { Language, provideLanguage } from '@samverkan/shared/portal';
import { consultationsRoutes } from './consultations.routes';

const party = (name: string) => ({ id: name, name, kind: 'municipality' as const });
const aRound = (drafts: ConsultationDraft[] = [], sentAt: string | null = null): Consultation => ({
  id: 'round',
  title: 'Handlingsplan 2027–2030',
  strategyId: 'plan',
  lastDay: '2099-12-17',
  status: 'open',
  overdue: false,
  from: party('Länsstyrelsen'),
  message: '',
  showsAnswers: false,
  openedAt: '2026-11-27T10:00:00.000Z',
  closedAt: null,
  version: 1,
  readable: true,
  goals: ['1', '2'].map((number) => ({
    id: `goal-${number}`,
    number,
    title: `Mål ${number}`,
    text: null,
    kind: 'goal',
    depth: 0,
    responsible: null,
    version: 1,
  })),
  answer: {
    organization: party('Kramfors kommun'),
    drafts,
    sentAt,
    sentBy: sentAt ? 'Ida Nordlund' : null,
    late: false,
    unsent: false,
    comments: [],
  },
  allowed: { answer: true, manage: false, readAnswers: false },
});
const aDraft = (fields: Partial<ConsultationDraft> = {}): ConsultationDraft => ({
  goalId: 'goal-1',
  text: 'Kollegans ord',
  none: false,
  version: 1,
  about: null,
  ...fields,
});

let http: HttpTestingController;
let harness: RouterTestingHarness;
const page = () => harness.routeNativeElement as HTMLElement;
const button = (words: string) =>
  [...page().querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(words));
const settle = async () => {
  for (let n = 0; n < 3; n++) {
    await new Promise((next) => setTimeout(next));
    await harness.fixture.whenStable();
  }
};

/** The request to the address, once it is made, however long the machine takes over it. */
async function asked(url: string): Promise<TestRequest> {
  for (let turn = 0; turn < 500; turn++) {
    harness.detectChanges();
    const [request] = http.match(url);
    if (request) return request;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error(`Nothing asked for ${url}.`);
}

async function open(round: Consultation): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLanguage(),
      provideRouter([{ path: 'remisser', children: consultationsRoutes }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  await TestBed.inject(Language).use('sv');
  harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl('/remisser/round');
  await opened;
  (await asked('/api/consultations/round')).flush(round);
  await settle();
}

describe('answering a consultation', () => {
  it('tells how far the answer has come, and does not send while a goal has none', async () => {
    await open(aRound([aDraft()]));
    expect(page().textContent).toContain('1 av 2 mål');
    button('Skicka svaret')?.click();
    await settle();
    http.expectNone('/api/consultations/round/answer/sending');
    expect(page().textContent).toContain('Ett mål saknar svar');
  });

  it('says “ingen synpunkt” on the rest in one press, and then sends', async () => {
    await open(aRound([aDraft()]));
    button('Ingen synpunkt på resten')?.click();
    await settle();
    http
      .expectOne('/api/consultations/round/answer/no-comment')
      .flush(aRound([aDraft(), aDraft({ goalId: 'goal-2', text: '', none: true })]));
    await settle();
    expect(page().textContent).toContain('2 av 2 mål');
    button('Skicka svaret')?.click();
    await settle();
    http.expectOne('/api/consultations/round/answer/sending').flush(aRound([], '2026-11-27T11:00:00.000Z'));
    await settle();
    expect(page().textContent).toContain('Kramfors kommun har svarat.');
  });

  it('shows both texts when a colleague has written the same, and loses neither', async () => {
    await open(aRound());
    const field = page().querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Mina ord';
    field.dispatchEvent(new Event('input'));
    (await asked('/api/consultations/round/answer/fields/goal-1')).flush(
      { code: 'stale-version', current: aDraft() },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(page().textContent).toContain('Kollegans ord');
    button('Behåll båda')?.click();
    await settle();
    expect(field.value).toBe('Kollegans ord\n\nMina ord');
  });
});
