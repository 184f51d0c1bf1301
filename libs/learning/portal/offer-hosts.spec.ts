import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Hosting, Offer } from '@samverkan/learning/contract';
import { Toasts, provideLanguage } from '@samverkan/shared/portal';
import { learningRoutes } from './learning.routes';

const party = (name: string) => ({ id: name, name, kind: 'county_board' as const });
const days = (n: number) => new Date(Date.now() - n * 86_400_000 - 3_600_000).toISOString();
const nothing = { answer: false, withdraw: false, undo: false, remind: false };
const offer = (allowed: Partial<Offer['allowed']> = {}): Partial<Offer> => ({
  id: 'dag',
  kind: 'training_day',
  title: 'Två län frågar om våld',
  status: 'open',
  visibility: 'members',
  hosts: [party('Länsstyrelsen Västernorrland')],
  countyCodes: ['22'],
  professions: [],
  sessions: [],
  subKind: null,
  function: null,
  description: '',
  subject: '',
  provider: '',
  link: '',
  statusSince: '2026-11-01',
  version: 3,
  demo: false,
  allowed: { edit: true, host: true, ask: true, leave: false, takeOut: [], verbs: [], ...allowed },
});
const question = (fields: Partial<Hosting> = {}): Hosting => ({
  id: 'fraga',
  kind: 'invitation',
  state: 'open',
  side: 'asking',
  answerable: true,
  offer: null,
  organization: party('Länsstyrelsen Jämtland'),
  from: party('Länsstyrelsen Västernorrland'),
  function: null,
  message: '',
  answer: null,
  askedAt: days(1),
  answeredAt: null,
  remindedAt: null,
  allowed: { ...nothing, withdraw: true },
  ...fields,
});

let page: HTMLElement;
let http: HttpTestingController;
let answers: Record<string, object>;
const text = () => (page.textContent ?? '').replace(/\s+/g, ' ').trim();
const buttons = () => [...page.querySelectorAll('button')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
const press = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))?.click();
async function settle(until: () => boolean = () => false): Promise<void> {
  for (let round = 0; round < 300 && !(until() && round > 20) && (round < 20 || !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const one of http.match(({ method }) => method === 'GET')) {
      const answer = answers[one.request.url];
      if (!one.cancelled) one.flush(answer ?? null, answer ? {} : { status: 404, statusText: 'Not Found' });
    }
  }
}
async function open(address: string, given: Record<string, object>): Promise<void> {
  localStorage.clear();
  answers = given;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'utbildningar', children: learningRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(() => !!page.querySelector('h1') && page.querySelector('.sk') === null);
}
const opened = (one: Partial<Offer>, ...items: Hosting[]) =>
  open('/utbildningar/dag', { '/api/offers/dag': one, '/api/offers/dag/hostings': { items } });

describe('who holds a training', () => {
  it('stands with who is asked apart from who holds it, and the ways to take the question back', async () => {
    await opened(offer(), question());
    expect(text()).toMatch(/Tillfrågade ?Länsstyrelsen Jämtland/);
    expect(text()).not.toContain('Inget svar');
    expect(buttons()).toEqual(expect.arrayContaining(['Ta tillbaka: Länsstyrelsen Jämtland', 'Fråga en part till']));
    expect(buttons()).not.toContain('Lämna utbildningen');
    press(/Ta tillbaka/);
    http.expectOne({ method: 'POST', url: '/api/hostings/fraga/withdraw' }).flush(question({ state: 'withdrawn' }));
    answers['/api/offers/dag/hostings'] = { items: [] };
    await settle(() => !text().includes('Tillfrågade'));
    expect(text()).not.toContain('Tillfrågade');
  });

  it('says how long there has been no answer, and reminds', async () => {
    await opened(offer(), question({ askedAt: days(9), allowed: { ...nothing, withdraw: true, remind: true } }));
    expect(text()).toContain('Inget svar på 9 dagar.');
    press(/Påminn/);
    http.expectOne({ method: 'POST', url: '/api/hostings/fraga/reminder' }).flush(question());
    answers['/api/offers/dag/hostings'] = { items: [question({ askedAt: days(9), remindedAt: days(0) })] };
    await settle(() => !buttons().includes('Påminn: Länsstyrelsen Jämtland'));
    expect(text()).toContain('Påminnelse skickad');
    // The button is gone, and the keyboard stays beside where it was.
    expect(document.activeElement?.textContent?.trim()).toBe('Ta tillbaka: Länsstyrelsen Jämtland');
  });

  it('is left with a question first, and that can be undone', async () => {
    await opened({ ...offer({ leave: true }), hosts: [party('En'), party('Två')] });
    const shown = jest.spyOn(TestBed.inject(Toasts), 'show').mockResolvedValue(undefined as never);
    press(/Lämna utbildningen/);
    await settle();
    expect(document.body.textContent).toContain('De andra håller den vidare.');
    const inDialog = [...document.querySelectorAll('button.fill')].find((one) => /Lämna/.test(one.textContent ?? ''));
    (inDialog as HTMLButtonElement).click();
    http.expectOne({ method: 'POST', url: '/api/offers/dag/leave' }).flush(question({ id: 'gick', state: 'left' }));
    await settle(() => shown.mock.calls.length > 0);
    shown.mock.calls[0]?.[1]?.run();
    http.expectOne({ method: 'POST', url: '/api/hostings/gick/undo' }).flush({ items: [] });
    answers['/api/offers/dag'] = { ...offer({ leave: true }), title: 'Läst igen' };
    await settle(() => text().includes('Läst igen'));
    expect(text()).toContain('Läst igen');
  });

  it('says of a party without an account that nobody there can answer', async () => {
    await opened(offer(), question({ answerable: false }));
    expect(text()).toContain('Länsstyrelsen Jämtland har inget konto här som kan svara.');
  });

  it('is freed from a host that nobody asked, after a question first', async () => {
    const two = { ...offer({ takeOut: ['Två'] }), hosts: [party('En'), party('Två')] };
    await opened(two);
    expect(buttons()).toContain('Ta bort: Två');
    expect(buttons()).not.toContain('Ta bort: En');
    press(/Ta bort/);
    await settle();
    expect(document.body.textContent).toContain('Ta bort Två?');
    (
      [...document.querySelectorAll('button.fill')].find((one) => /Ta bort/.test(one.textContent ?? '')) as HTMLElement
    ).click();
    const sent = http.expectOne({ method: 'POST', url: '/api/offers/dag/take-out' });
    expect(sent.request.body).toEqual({ organizationId: 'Två' });
    sent.flush({ items: [] });
    answers['/api/offers/dag'] = { ...two, ...offer(), hosts: [party('En')] };
    await settle(() => !buttons().includes('Ta bort: Två'));
    expect(buttons()).not.toContain('Ta bort: Två');
  });

  it('says why it could not be left', async () => {
    await opened({ ...offer({ leave: true }), hosts: [party('En'), party('Två')] });
    press(/Lämna utbildningen/);
    await settle();
    const inDialog = [...document.querySelectorAll('button.fill')].find((one) => /Lämna/.test(one.textContent ?? ''));
    (inDialog as HTMLButtonElement).click();
    http
      .expectOne({ method: 'POST', url: '/api/offers/dag/leave' })
      .flush({ code: 'hosting.last-host' }, { status: 409, statusText: 'Conflict' });
    await settle(() => !!document.querySelector('[role=alert]'));
    expect(document.body.textContent).toContain('Ni är ensamma om att hålla utbildningen');
  });
});

describe('a training that one is asked to hold', () => {
  const toAnswer = question({ side: 'asked', message: 'Ska vi?', allowed: { ...nothing, answer: true } });

  it('is answered on its own page, and what comes of it is read anew', async () => {
    await opened(offer({ edit: false, host: false, ask: false }), toAnswer);
    expect(text()).toContain('Länsstyrelsen Västernorrland frågar om ni vill hålla utbildningen tillsammans.');
    expect(buttons()).toEqual(expect.arrayContaining(['Ja, vi är med', 'Nej tack']));
    press(/Ja, vi är med/);
    const sent = http.expectOne({ method: 'POST', url: '/api/hostings/fraga/accept' });
    expect(sent.request.body).toEqual({ answer: null, guardConfirmed: [] });
    sent.flush(question({ state: 'accepted', allowed: { ...nothing, undo: true } }));
    answers['/api/offers/dag/hostings'] = { items: [] };
    const shown = jest.spyOn(TestBed.inject(Toasts), 'show').mockResolvedValue(undefined as never);
    await settle(() => !buttons().includes('Nej tack') && shown.mock.calls.length > 0);
    expect(buttons()).not.toContain('Nej tack');
    // Taken back when the form is long gone, what stands is read anew all the same.
    answers['/api/offers/dag/hostings'] = { items: [toAnswer] };
    shown.mock.calls[0]?.[1]?.run();
    http.expectOne({ method: 'POST', url: '/api/hostings/fraga/undo' }).flush({ items: [toAnswer] });
    await settle(() => buttons().includes('Nej tack'));
    expect(buttons()).toContain('Nej tack');
  });

  it('is answered from the question’s page too, which says what a yes means', async () => {
    const subject = {
      id: 'dag',
      title: 'Två län frågar om våld',
      description: 'Om rutiner.',
      subject: '',
      kind: 'training_day' as const,
      status: 'draft' as const,
      hosts: [party('Länsstyrelsen Västernorrland')],
      sessions: [{ day: '2027-03-01', lastDay: null, place: 'Östersund' }],
      readable: false,
    };
    await open('/utbildningar/tillsammans/fraga', { '/api/hostings/fraga': { ...toAnswer, offer: subject } });
    expect(page.querySelector('h1')?.textContent).toContain('Vill ni hålla den här utbildningen tillsammans?');
    expect(text()).toContain('Östersund');
    expect(text()).toContain('Länsstyrelsen Jämtland står bland dem som håller utbildningen.');
    press(/Nej tack/);
    http
      .expectOne({ method: 'POST', url: '/api/hostings/fraga/decline' })
      .flush({ code: 'cooperation.is-answered' }, { status: 409, statusText: 'Conflict' });
    await settle(() => !!page.querySelector('[role=alert]'));
    expect(text()).toContain('Frågan är redan besvarad eller tillbakatagen.');
  });

  it('leads each side to the other’s contacts, and whoever left is not told that it came to nothing', async () => {
    const contacts = () => page.querySelector('aside a')?.getAttribute('href') ?? '';
    await open('/utbildningar/tillsammans/fraga', { '/api/hostings/fraga': question({ state: 'declined' }) });
    expect(decodeURI(contacts())).toContain('organization=Länsstyrelsen Jämtland');
    expect(text()).toContain('Det blev inget den här gången');
    TestBed.resetTestingModule();
    await open('/utbildningar/tillsammans/fraga', {
      '/api/hostings/fraga': question({ kind: 'leaving', state: 'left', side: 'asked' }),
    });
    expect([contacts(), text().includes('Det blev inget')]).toEqual(['', false]);
    expect(text()).toContain('Ni håller inte utbildningen längre');
  });

  it('stands first in the list of questions, and the list says so when there is none', async () => {
    const settled = question({ id: 'klar', state: 'declined', allowed: nothing });
    await open('/utbildningar/tillsammans', { '/api/hostings': { items: [settled, question(), toAnswer] } });
    await settle(() => page.querySelectorAll('h2').length > 2);
    const headings = () => [...page.querySelectorAll('h2')].map((one) => one.textContent?.trim());
    expect(headings()).toEqual(['Väntar på ert svar', 'Ni har frågat', 'Avslutade']);
    TestBed.resetTestingModule();
    // Whoever only reads at the one that is asked meets it as what they are asked.
    await open('/utbildningar/tillsammans', {
      '/api/hostings': { items: [question({ side: 'asked', allowed: nothing })] },
    });
    expect(headings()).toEqual(['Väntar på ert svar']);
    TestBed.resetTestingModule();
    await open('/utbildningar/tillsammans', { '/api/hostings': { items: [] } });
    expect(text()).toContain('Ingen har frågat er');
  });
});
