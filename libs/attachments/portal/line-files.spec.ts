import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LineFormPart } from '@samverkan/actions/portal';
import type { Attachment, Attachments } from '@samverkan/attachments/contract';
import { UnsavedForms, provideLanguage } from '@samverkan/shared/portal';
import { ActionAttachments } from './action-attachments';
import { LineFiles } from './line-files';
import { LineFormFiles } from './line-form-files';

const hung = (fields: Partial<Attachment> = {}): Attachment => ({
  id: 'one',
  kind: 'file',
  title: 'Närvaro.pdf',
  address: null,
  file: { type: 'pdf', size: 840_000, pages: 2 },
  update: { id: 'line', happenedOn: '2025-03-03' },
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  addedBy: null,
  createdAt: '2025-03-03T08:00:00.000Z',
  removable: true,
  ...fields,
});
const link = hung({ id: 'two', kind: 'link', title: 'Kursens sida', address: 'https://example.org/', file: null });
const ofAction = hung({ id: 'three', title: 'Plan.docx', update: null });

let http: HttpTestingController;
let open: ComponentFixture<unknown>[] = [];
beforeEach(() => {
  localStorage.clear();
  open = [];
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), ...provideLanguage()],
  });
  http = TestBed.inject(HttpTestingController);
});

async function settle(): Promise<void> {
  for (let n = 0; n < 8; n++) {
    await new Promise((next) => setTimeout(next, 15));
    open.forEach((fixture) => fixture.detectChanges());
  }
}
async function shown<T>(part: new () => T, inputs: Record<string, unknown>): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(part);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  open.push(fixture);
  await settle();
  return fixture.nativeElement as HTMLElement;
}
const list = async (items: Attachment[], mayAdd = true): Promise<void> => {
  http.match('/api/actions/freda/attachments').forEach((one) => one.flush({ items, mayAdd } satisfies Attachments));
  await settle();
};
const choose = async (page: HTMLElement, ...files: File[]): Promise<void> => {
  const input = page.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change'));
  await settle();
};
const sent = (): TestRequest[] => http.match(({ url }) => url.endsWith('/attachments/files'));
const keyOf = ({ request }: TestRequest) => request.headers.get('Idempotency-Key');
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const rows = (page: HTMLElement) => [...page.querySelectorAll('.hung .what')].map(text);
const button = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? text(one))?.startsWith(name));
const aFile = (name: string, type = 'application/pdf') => new File(['%PDF'], name, { type });
const refusal = { status: 400, statusText: 'Bad Request' };
const line = { actionId: 'freda', updateId: 'line' };

describe('the form of a line', () => {
  const form = async (): Promise<{ page: HTMLElement; part: LineFormPart }> => {
    let part: LineFormPart | null = null;
    const page = await shown(LineFormFiles, { actionId: 'freda', take: (given: LineFormPart) => (part = given) });
    return { page, part: part! };
  };

  it('sends nothing until the line stands, and then everything to that line, one after the other', async () => {
    const { page, part } = await form();
    await choose(page, aFile('Närvaro.pdf'), aFile('Foto.jpg', 'image/jpeg'));
    expect(rows(page)).toEqual(['Närvaro.pdf 1 kB', 'Foto.jpg 1 kB']);
    expect([sent().length, part.unsent()]).toEqual([0, true]);
    button(page, 'Ta inte med: Foto.jpg')?.click();
    await choose(page, aFile('Program.pdf'));
    part.send('line');
    expect(part.unsent()).toBe(false);
    const [first, ...more] = sent();
    expect([first?.request.params.get('name'), first?.request.params.get('updateId'), more.length]).toEqual([
      'Närvaro.pdf',
      'line',
      0,
    ]);
    first?.flush({ items: [hung()], mayAdd: true });
    await settle();
    expect(sent().map(({ request }) => request.params.get('name'))).toEqual(['Program.pdf']);
  });

  it('lets go of no file that is refused: it says why under the line, and is tried again or left out', async () => {
    const { page, part } = await form();
    await choose(page, aFile('Låst.pdf'), aFile('19811218-9876.pdf'), aFile('Närvaro.pdf'));
    part.send('line');
    sent()[0]?.flush({ code: 'field.invalid', issues: [{ path: 'file', code: 'file.locked' }] }, refusal);
    await settle();
    // The guard’s own stop never left the browser.
    sent()[0]?.flush({ items: [hung()], mayAdd: true });
    const under = await shown(LineFiles, line);
    await list([hung()]);
    expect(rows(under)).toHaveLength(1);
    const [locked, named] = [...under.querySelectorAll('[role=alert]')].map(text);
    expect(locked).toContain('Låst.pdf lades inte till. Filen är låst med ett lösenord.');
    expect(named).toContain('personnummer');
    expect(sent()).toEqual([]);
    button(under, 'Ta inte med: 19811218')?.click();
    button(under, 'Försök igen: Låst.pdf')?.click();
    sent()[0]?.flush({ items: [hung(), hung({ id: 'two', title: 'Låst.pdf' })], mayAdd: true });
    await settle();
    expect(under.querySelectorAll('[role=alert]')).toHaveLength(0);
    expect(rows(under)).toHaveLength(2);
  });
});

describe('under a line', () => {
  it('stands what hangs at that line and nothing else', async () => {
    const page = await shown(LineFiles, line);
    await list([hung(), link, ofAction, hung({ id: 'four', update: { id: 'other', happenedOn: '2025-03-04' } })]);
    expect(rows(page)).toEqual(['Närvaro.pdf 840 kB', 'Kursens sida (öppnas i nytt fönster)']);
  });

  it('is asked for once for all lines and the section', async () => {
    await shown(LineFiles, line);
    await shown(LineFiles, { ...line, updateId: 'other' });
    await shown(ActionAttachments, { actionId: 'freda' });
    expect(http.match('/api/actions/freda/attachments')).toHaveLength(1);
  });

  it('may a file be added to a line that stands, and the same try again adds nothing more', async () => {
    const page = await shown(LineFiles, line);
    await list([]);
    await choose(page, aFile('Program.pdf'));
    const [first] = sent();
    first?.flush({ code: 'file.busy' }, { status: 429, statusText: 'Too Many Requests' });
    await settle();
    button(page, 'Försök igen')?.click();
    const [again] = sent();
    expect([again?.request.params.get('updateId'), keyOf(again!)]).toEqual(['line', keyOf(first!)]);
    again?.flush({ items: [hung({ title: 'Program.pdf' })], mayAdd: true });
    await settle();
    expect(rows(page)).toEqual(['Program.pdf 840 kB']);
  });

  it('is nothing to do for whoever may not write, or looks with others’ eyes', async () => {
    const page = await shown(LineFiles, line);
    await list([hung()], false);
    expect(page.querySelectorAll('button')).toHaveLength(0);
    open.splice(0).forEach((fixture) => fixture.destroy());
    const lent = await shown(LineFiles, { ...line, seenAs: 'ange' });
    const [asked] = http.match(({ url }) => url === '/api/actions/freda/attachments');
    expect(asked?.request.params.get('seenAs')).toBe('ange');
    asked?.flush({ items: [hung()], mayAdd: true });
    await settle();
    expect([rows(lent).length, lent.querySelectorAll('button').length]).toEqual([1, 0]);
  });

  it('is one taken away, and put back by Ångra', async () => {
    const page = await shown(LineFiles, line);
    await list([hung()]);
    button(page, 'Ta bort: Närvaro.pdf')?.click();
    http.expectOne('/api/attachments/one/removal').flush({ items: [], mayAdd: true });
    await settle();
    expect(rows(page)).toEqual([]);
    for (let n = 0; n < 20 && !document.querySelector('mat-snack-bar-container button'); n++) await settle();
    document.querySelector<HTMLButtonElement>('mat-snack-bar-container button')?.click();
    await settle();
    http.expectOne('/api/attachments/one/restoration').flush({ items: [hung()], mayAdd: true });
    await settle();
    expect(rows(page)).toHaveLength(1);
  });
});

describe('the section of the action', () => {
  it('lists all, leads from a line’s file to the line, and is not left while something is on its way', async () => {
    const page = await shown(ActionAttachments, { actionId: 'freda' });
    await list([hung(), ofAction]);
    const led = [...page.querySelectorAll('a')].filter((one) => text(one)?.startsWith('till raden'));
    expect(led.map((one) => [text(one), one.getAttribute('href')])).toEqual([
      ['till raden från den 3 mars 2025', '/#rad-line'],
    ]);
    await choose(page, aFile('Plan.pdf'));
    expect(TestBed.inject(UnsavedForms).question()).toBe('attachments.leave.goes-on');
    sent()[0]?.flush({ items: [], mayAdd: true });
    await settle();
    expect(TestBed.inject(UnsavedForms).question()).toBeNull();
  });
});
