import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideLanguage } from '@samverkan/shared/portal';
import type { Goal, Strategy, Succession } from '@samverkan/strategies/contract';
import { pairsOf, stepsBetween } from './compare';
import { strategiesRoutes } from './strategies.routes';

const aGoal = (id: string, title: string, more: Partial<Goal> = {}): Goal => ({
  id,
  number: id.replace(/\D/g, ''),
  title,
  titleEn: null,
  text: null,
  textEn: null,
  kind: 'goal',
  parentId: null,
  responsible: null,
  indicators: [],
  version: 1,
  placeholder: false,
  serves: [],
  servedBy: [],
  ...more,
});
const link = (id: string) => ({
  type: 'strategy' as const,
  strategy: { id, shortTitle: id } as never,
  replacesVerification: null,
});
const aStrategy = (id: string, goals: Goal[], more: Partial<Strategy> = {}) =>
  ({
    id,
    kind: 'action_plan',
    title: `Plan ${id}`,
    titleEn: null,
    shortTitle: `Plan ${id}`,
    shortTitleEn: null,
    startsOn: id === 'old' ? '2022-01-01' : '2027-01-01',
    endsOn: null,
    status: 'adopted',
    expired: false,
    decidedOn: null,
    dnr: null,
    document: null,
    vision: null,
    note: null,
    owner: null,
    countyCodes: [],
    implements: [],
    signatories: [],
    chain: [link('old'), link('mid'), link('new')],
    goals,
    ...more,
  }) as unknown as Strategy;
const step = (...ways: [id: string, kind: string, goalIds: string[], motive?: string][]) =>
  ({
    ways: ways.map(([id, kind, goalIds, motive = '']) => ({ goal: { id }, kind, goalIds, motive })),
  }) as unknown as Succession;

const old = aStrategy('old', [
  aGoal('o1', 'Förebygga våld mot kvinnor'),
  aGoal('o2', 'Skydd'),
  aGoal('o3', 'Stöd'),
  aGoal('o4', 'Kunskap'),
  aGoal('o5', 'Ett mål som upphör'),
  aGoal('o6', 'Samma mål'),
]);
const next = aStrategy('new', [
  aGoal('n1', 'Förebygga våld mot alla'),
  aGoal('n2', 'Skydd och stöd'),
  aGoal('n3', 'Kunskap i vården'),
  aGoal('n4', 'Kunskap i skolan'),
  aGoal('n5', 'Samma mål'),
  aGoal('n6', 'Något nytt'),
]);
const said = step(
  ['o1', 'changed', ['n1'], 'Fler räknas.'],
  ['o2', 'merged', ['n2']],
  ['o3', 'merged', ['n2']],
  ['o4', 'split', ['n3', 'n4']],
  ['o5', 'ended', []],
  ['o6', 'continues', ['n5']],
);
const told = (pairs: ReturnType<typeof pairsOf>) =>
  pairs.map(({ kind, before, after }) => [
    kind,
    before.map(({ id }) => id).join('+'),
    after.map(({ id }) => id).join('+'),
  ]);

describe('goals of two versions', () => {
  it('are paired by the ways that were said, in the order of the older, and what is new comes last', () => {
    expect(told(pairsOf(old, next, [said]))).toEqual([
      ['changed', 'o1', 'n1'],
      ['merged', 'o2+o3', 'n2'],
      ['split', 'o4', 'n3+n4'],
      ['ended', 'o5', ''],
      ['continues', 'o6', 'n5'],
      ['new', '', 'n6'],
    ]);
    expect(pairsOf(old, next, [said]).filter(({ differs }) => !differs)).toHaveLength(1);
  });

  it('are followed through the versions between', () => {
    const first = step(['o1', 'continues', ['m1']], ['o2', 'split', ['m2', 'm3']], ['o5', 'ended', []]);
    const second = step(['m1', 'changed', ['n1']], ['m2', 'continues', ['n2']], ['m3', 'ended', []]);
    expect(
      told(
        pairsOf({ ...old, goals: old.goals.filter(({ id }) => ['o1', 'o2', 'o5'].includes(id)) }, next, [
          first,
          second,
        ]),
      ).slice(0, 3),
    ).toEqual([
      ['changed', 'o1', 'n1'],
      ['split', 'o2', 'n2'],
      ['ended', 'o5', ''],
    ]);
    expect(stepsBetween(next, old)).toEqual({ old: 'old', next: 'new', through: ['mid', 'new'] });
  });

  it('are the same by their words where nothing was said, and else nothing is claimed', () => {
    const pairs = told(pairsOf(old, next, []));
    expect(pairs).toContainEqual(['same-words', 'o6', 'n5']);
    expect(pairs).toContainEqual(['not-said', 'o1', '']);
  });
});

describe('the page that compares', () => {
  let page: HTMLElement;
  const text = (of: Element | null | undefined) => of?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  async function open(address: string, answer: (id: string) => Strategy | null = (id) => (id === 'old' ? old : next)) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'strategier', children: strategiesRoutes }], withComponentInputBinding()),
        provideHttpClient(),
        provideHttpClientTesting(),
        ...provideLanguage(),
      ],
    });
    const http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create(address);
    for (let round = 0; round < 12; round++) {
      await new Promise((then) => setTimeout(then, 5));
      harness.detectChanges();
      http.match('/api/counties').forEach((request) => request.flush({ items: [] }));
      http
        .match('/api/strategies')
        .forEach((request) => request.flush({ frames: [], chains: [], strategies: [old, next], mayWrite: [] }));
      http
        .match(({ url }) => url.endsWith('/succession'))
        .forEach((request) =>
          request.flush(
            request.request.url.includes('mid')
              ? step(...old.goals.map(({ id }) => [id, 'continues', [id]] as [string, string, string[]]))
              : said,
          ),
        );
      for (const id of ['old', 'new'])
        http.match(`/api/strategies/${id}`).forEach((request) => {
          const found = answer(id);
          if (found) request.flush(found);
          else request.flush({ code: 'not-found' }, { status: 404, statusText: 'Not Found' });
        });
    }
    page = harness.fixture.nativeElement as HTMLElement;
  }
  const kinds = () => [...page.querySelectorAll('section:first-of-type .pairs > li > .kind')].map(text);

  it('has the older to the left whichever was asked for first, and marks words that went and came, in words too', async () => {
    await open('/strategier/new/jamfor/old');
    const first = page.querySelector('.pairs > li');
    const [before, after] = [...(first?.querySelectorAll('.side') ?? [])];
    expect(text(before?.querySelector('del'))).toBe('borttaget: kvinnor slut');
    expect(text(after?.querySelector('ins'))).toBe('tillagt: alla slut');
    expect([before?.querySelector('ins'), after?.querySelector('del')]).toEqual([null, null]);
    expect(text(first)).toContain('Fler räknas.');
    expect(kinds()).toEqual(['Ändras', 'Slås ihop', 'Delas', 'Avslutas', 'Fortsätter', 'Nytt']);
  });

  it('leaves out what is the same when asked, and keeps that in the address', async () => {
    await open('/strategier/new/jamfor/old?bara=skillnader');
    expect(kinds()).toEqual(['Ändras', 'Slås ihop', 'Delas', 'Avslutas', 'Nytt']);
    expect([...page.querySelectorAll('.seg button')].map((one) => one.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
    ]);
  });

  it('says no more than that it cannot be shown when one of them is a draft of others', async () => {
    await open('/strategier/new/jamfor/old', (id) => (id === 'old' ? null : next));
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(page.querySelector('.pairs')).toBeNull();
  });
});
