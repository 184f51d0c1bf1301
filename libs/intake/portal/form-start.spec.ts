import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTION_FORM_START, actionsRoutes } from '@samverkan/actions/portal';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { readFileSync } from 'node:fs';
import { actionFormStart } from './form-start.lazy';

const text =
  'FREDA-utbildning för socialsekreterare i länet. Två dagar 9–10 mars 2031 om att upptäcka våld i nära relationer.';

const seeded = JSON.parse(readFileSync('database/seeds/reference/vocabularies.json', 'utf8')) as Record<
  string,
  object[]
>;
const lists = {
  items: Object.entries(seeded).map(([name, terms]) => ({
    name,
    version: 1,
    terms: terms.map((term) => ({ ...term, state: 'in_use', successor: null, version: 1 })),
  })),
};

let page: HTMLElement;
let http: HttpTestingController;
const sent: string[] = [];

/** Answers everything that is read; what is written is noted. */
async function settle(until: () => unknown): Promise<void> {
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      if (request.request.method !== 'GET') sent.push(JSON.stringify(request.request.body));
      const { url } = request.request;
      request.flush(url === '/api/vocabularies' ? lists : url.endsWith('/suggestion') ? null : { items: [] });
    }
  }
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one) === name);
const labelled = (name: string) => {
  const label = [...page.querySelectorAll('label')].find((one) => textOf(one)?.startsWith(name));
  return page.querySelector<HTMLInputElement>(`#${label?.htmlFor}`);
};
const pressed = () => [...page.querySelectorAll('button[aria-pressed="true"]')].map(textOf);
const suggestions = () => [...page.querySelectorAll('.read li')].map(textOf);

async function paste(words: string, until: () => unknown): Promise<void> {
  const field = labelled('Text från ett mejl');
  if (!field) throw new Error('There is no field to paste in.');
  field.value = words;
  field.dispatchEvent(new Event('input'));
  await settle(until);
}

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  sent.length = 0;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
      { provide: ACTION_FORM_START, useValue: actionFormStart },
    ],
  });
  const harness = await RouterTestingHarness.create('/insatser/ny');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(() => button('Klistra in en text'));
  button('Klistra in en text')?.click();
  await settle(() => labelled('Text från ett mejl'));
});

describe('a text pasted in the form of a new action', () => {
  it('shows each suggestion beside its words, and one press puts all of them in the form', async () => {
    await paste(text, () => suggestions().length > 4);
    expect(suggestions()).toEqual([
      'Rubrik: FREDA-utbildning för socialsekreterare i länet',
      'Typ: UtbildningFREDA-utbildning för socialsekreterare i …',
      'Period: 9 mars 2031 – 10 mars 2031… i länet. Två dagar 9–10 mars 2031 om att upptäcka våld i …',
      expect.stringContaining('Målgrupp: Yrkesverksamma'),
      expect.stringContaining('Våldsform: Våld i nära relationer'),
      expect.stringContaining('Fas: Upptäcka'),
      'Beskrivning: hela texten',
    ]);
    button('Ta alla förslag')?.click();
    await settle(() => labelled('Rubrik')?.value);
    expect(labelled('Rubrik')?.value).toBe('FREDA-utbildning för socialsekreterare i länet');
    expect(labelled('Typ')?.value).toBe('training');
    expect([labelled('Startar')?.value, labelled('Slutar')?.value]).toEqual(['2031-03-09', '2031-03-10']);
    expect(labelled('Beskrivning')?.value).toBe(text);
    expect(pressed()).toEqual(expect.arrayContaining(['Yrkesverksamma', 'Våld i nära relationer', 'Upptäcka']));
    expect(button('Ta alla förslag')).toBeUndefined();
  });

  it('takes one and lets it go again, and what stood there before stands there again', async () => {
    const title = labelled('Rubrik');
    if (title) title.value = 'Min egen rubrik';
    title?.dispatchEvent(new Event('input'));
    await paste(text, () => suggestions().length > 4);
    const suggested = () => page.querySelector<HTMLButtonElement>('.read button');
    suggested()?.click();
    await settle(() => labelled('Rubrik')?.value.startsWith('FREDA'));
    expect(labelled('Typ')?.value).toBe('');
    suggested()?.click();
    await settle(() => labelled('Rubrik')?.value === 'Min egen rubrik');
    expect(labelled('Rubrik')?.value).toBe('Min egen rubrik');
  });

  it('reads nothing of a text that the guard stops, and sends nothing of any text', async () => {
    await paste('Utbildning efter ärendet 18900101-9802 i Kramfors.', () => page.querySelector('[role="alert"]'));
    expect(textOf(page.querySelector('[role="alert"]'))).toContain('personnummer');
    expect(suggestions()).toEqual([]);
    await paste(text, () => suggestions().length > 4);
    expect(sent.join('\n')).not.toContain('FREDA');
  });
});
