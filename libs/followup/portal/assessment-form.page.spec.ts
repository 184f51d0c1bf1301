import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Assessment } from '@samverkan/followup/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { assessmentsRoutes } from './assessments.routes';

const aDraft: Assessment = {
  id: 'a1',
  goal: { id: 'g', number: '2', title: 'Upptäcka', titleEn: null, strategyId: 'p', strategyShortTitle: 'Planen' },
  organization: { id: 'y', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' },
  functionTitle: null,
  functionId: null,
  level: 'needs_more',
  reason: 'Fyra av sju kommuner frågar alla.',
  assessedOn: '2026-11-02',
  signedAt: null,
  evidence: [],
  correctsId: null,
  correctedById: null,
  version: 3,
  allowed: { edit: true, correct: false },
};

let harness: RouterTestingHarness;
let sent: TestRequest[];
const page = () => harness.fixture.nativeElement as HTMLElement;

/** Opens the form of the draft, with what was kept of it another time. */
async function open(kept: Record<string, unknown> | null): Promise<void> {
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'bedomningar', children: assessmentsRoutes }], withComponentInputBinding()),
      ...provideLanguage(),
    ],
  });
  sent = [];
  harness = await RouterTestingHarness.create('/bedomningar/a1/andra');
  await settled(kept);
}

async function settled(kept: Record<string, unknown> | null = null): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of TestBed.inject(HttpTestingController).match(({ method }) => method !== 'PATCH')) {
      const { url, method } = request.request;
      if (url === '/api/assessments/a1') request.flush(aDraft);
      else if (url.startsWith('/api/drafts/') && method === 'GET')
        request.flush({ content: kept ?? {}, updatedAt: kept && '2026-11-20T08:00:00Z' });
      else request.flush({ items: [] });
    }
    sent.push(...TestBed.inject(HttpTestingController).match(({ method }) => method === 'PATCH'));
    harness.detectChanges();
  }
}

async function press(words: string): Promise<TestRequest> {
  const button = [...page().querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  button?.click();
  await settled();
  const last = sent.at(-1);
  if (!last) throw new Error(`"${words}" sent nothing`);
  return last;
}

const asSent = ({ request }: TestRequest) => [request.headers.get('If-Match'), request.body as unknown];

/** A colleague has changed the reason since. */
async function refuse(request: TestRequest): Promise<void> {
  request.flush(
    {
      type: 'about:blank',
      status: 409,
      code: 'stale-version',
      title: '',
      current: { version: 3, fields: { reason: aDraft.reason } },
    },
    { status: 409, statusText: 'Conflict' },
  );
  await settled();
}

describe('the form of a draft that a colleague has changed meanwhile', () => {
  it('sends what was written alone, on the version it was written on, when it was begun another time', async () => {
    await open({ version: 2, change: { reason: 'Fem av sju kommuner frågar alla.' } });
    expect(page().querySelector('textarea')?.value).toBe('Fem av sju kommuner frågar alla.');
    expect(asSent(await press('Spara utkastet'))).toEqual([
      '"2"',
      { reason: 'Fem av sju kommuner frågar alla.', guardConfirmed: [] },
    ]);
  });

  it('shows both texts side by side and saves the one chosen, on top of what stands there now', async () => {
    await open({ version: 2, change: { reason: 'Fem av sju kommuner frågar alla.' } });
    await refuse(await press('Spara utkastet'));
    const dialog = page().querySelector('dialog');
    for (const part of ['Skäl', aDraft.reason, 'Fem av sju kommuner frågar alla.', 'Båda, efter varandra'])
      expect(dialog?.textContent).toContain(part);
    expect(asSent(await press('Spara så'))).toEqual([
      '"3"',
      { reason: 'Fem av sju kommuner frågar alla.', guardConfirmed: [] },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('asks again when the choice was left, and writes nothing over unseen', async () => {
    await open({ version: 2, change: { reason: 'Fem av sju kommuner frågar alla.' } });
    await refuse(await press('Spara utkastet'));
    page().querySelector('dialog')?.dispatchEvent(new Event('close'));
    await settled();
    expect(page().querySelector('dialog')).toBeNull();
    expect(asSent(await press('Spara utkastet'))[0]).toBe('"2"');
  });
});
