import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideLanguage, provideWords } from '@samverkan/shared/portal';
import { actionsWords } from './actions-words';
import { emptyDraft } from './action-draft';
import { SimilarActions } from './similar-actions';

const neighbour = {
  action: {
    id: 'freda',
    title: 'FREDA kortfrågor, två halvdagar',
    owners: [{ id: 'solleftea', name: 'Sollefteå kommun', kind: 'municipality' }],
    startsOn: '2027-04-14',
    endsOn: '2027-04-15',
  },
  alike: ['goal', 'time'],
};

let fixture: ComponentFixture<SimilarActions>;
let page: HTMLElement;
let http: HttpTestingController;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(actionsWords),
    ],
  });
  fixture = TestBed.createComponent(SimilarActions);
  http = TestBed.inject(HttpTestingController);
  page = fixture.nativeElement as HTMLElement;
});

async function plan(fields: Partial<typeof emptyDraft>): Promise<void> {
  fixture.componentRef.setInput('planned', { ...emptyDraft, ...fields });
  fixture.detectChanges();
}
/** What is asked once the writer has paused; nothing when nothing is. */
async function asked(): Promise<TestRequest | undefined> {
  for (let round = 0; round < 80; round++) {
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
    const [request] = http.match(({ url }) => url === '/api/actions/neighbours');
    if (request) return request;
  }
  return undefined;
}
async function shown(request: TestRequest | undefined, items: unknown[]): Promise<string> {
  request?.flush({ items });
  for (let round = 0; round < 10; round++) await new Promise((next) => setTimeout(next, 5));
  fixture.detectChanges();
  return page.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('somebody plans something similar', () => {
  it('is told while it is written, with whose it is, when, what is alike, and a way there', async () => {
    await plan({ title: 'Utbildning i FREDA', kind: 'training', goalIds: ['ett'], startsOn: '2027-03-01' });
    const request = await asked();
    expect(
      Object.fromEntries(request?.request.params.keys().map((key) => [key, request.request.params.get(key)]) ?? []),
    ).toEqual({
      title: 'Utbildning i FREDA',
      kind: 'training',
      goal: 'ett',
      from: '2027-03-01',
    });
    const text = await shown(request, [neighbour]);
    expect(text).toContain('Någon planerar något liknande');
    expect(text).toContain('Sollefteå kommun');
    expect(text).toContain('Samma mål · Samma tid');
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/insatser/freda', '/kontakter?organization=solleftea&scope=all']);
    expect(text).not.toContain('Minst en part till');
  });

  it('asks nothing before there is something to compare, and never with a personal number', async () => {
    await plan({ title: 'Ut', kind: 'training' });
    expect(await asked()).toBeUndefined();
    await plan({ title: 'Ärendet 18900101-9802' });
    expect(await asked()).toBeUndefined();
    await plan({ title: 'Ärendet 18900101-9802', goalIds: ['ett'] });
    expect((await asked())?.request.params.has('title')).toBe(false);
  });

  it('says of what is not published neither who nor what', async () => {
    fixture.componentRef.setInput('alike', true);
    await plan({ title: 'Utbildning i FREDA' });
    const text = await shown(await asked(), []);
    expect(text).toContain('Minst en part till planerar något liknande');
    expect(text).toContain('Vi visar varken vem eller vad.');
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/kontakter?kind=county_board',
    ]);
  });
});
