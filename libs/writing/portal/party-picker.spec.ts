import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { provideLanguage } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import { PartyPicker } from './party-picker';

let fixture: ComponentFixture<PartyPicker>;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;
const field = () => page().querySelector('input')!;
const words = () => page().textContent.replace(/\s+/g, ' ');
const parties = [
  { id: 'lyktan', name: 'Kvinnojouren Lyktan', matchedName: 'Lyktans vänner' },
  { id: 'fyren', name: 'Kvinnojouren Fyren', matchedName: null },
];

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
}
/** As long as it takes before what is written is searched for. */
async function paused(): Promise<void> {
  await jest.advanceTimersByTimeAsync(250);
  await settled();
}
/** Writes in the field and answers with those found, once they are asked for. */
async function search(text: string, items: object[]): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input'));
  await paused();
  http
    .expectOne(({ url, params }) => url === '/api/organizations' && params.get('q') === text)
    .flush({ items, page: 1, size: 10, total: items.length, capped: false });
  await settled();
}

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), ...provideLanguage()],
  });
  http = TestBed.inject(HttpTestingController);
  await firstValueFrom(TestBed.inject(TranslocoService).load('sv'));
  fixture = TestBed.createComponent(PartyPicker);
  fixture.componentRef.setInput('label', 'För vem?');
  jest.useFakeTimers();
  await settled();
});
afterEach(() => jest.useRealTimers());

describe('picking a party', () => {
  it('finds it by a name it has had, chooses it by press and lets go of it again', async () => {
    await search('lyktan', parties);
    const [lyktan] = page().querySelectorAll<HTMLButtonElement>('[role=status] .chip');
    expect(lyktan?.textContent).toContain('Kvinnojouren Lyktan · Lyktans vänner');
    lyktan?.click();
    await settled();
    expect([fixture.componentInstance.value(), field().value]).toEqual(['lyktan', '']);
    page().querySelector<HTMLButtonElement>('.picked .chip')?.click();
    await settled();
    expect([fixture.componentInstance.value(), page().querySelector('.picked')]).toEqual(['', null]);
  });

  it('takes the first one found on Enter, and never the party that is edited', async () => {
    fixture.componentRef.setInput('except', 'lyktan');
    await search('kvinnojouren', parties);
    expect(words()).not.toContain('Lyktan');
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled();
    expect(fixture.componentInstance.value()).toBe('fyren');
    expect(words()).toContain('Kvinnojouren Fyren');
  });

  it('says so when no party is called that, and does not search for a personal number', async () => {
    await search('okänd', []);
    expect(words()).toContain('Ingen part heter så');
    field().value = '19811218-9876';
    field().dispatchEvent(new Event('input'));
    await paused();
    http.expectNone(() => true);
  });

  it('does not take one that was found by other words than those in the field', async () => {
    await search('lyktan', parties);
    field().value = 'fyren';
    field().dispatchEvent(new Event('input'));
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled();
    expect(fixture.componentInstance.value()).toBe('');
  });

  it('does not say that none is called that when it is the party that is edited', async () => {
    fixture.componentRef.setInput('except', 'lyktan');
    await search('lyktan', parties.slice(0, 1));
    expect(words()).not.toContain('Ingen part heter så');
    expect(page().querySelector('[role=status] .chip')).toBeNull();
  });

  it('asks what one is called that was chosen another time', async () => {
    fixture.componentRef.setInput('value', 'fyren');
    await settled();
    expect(words()).toContain('…');
    http.expectOne('/api/organizations/fyren').flush(parties[1]!);
    await settled();
    expect(page().querySelector('.picked')?.textContent).toContain('Kvinnojouren Fyren');
  });

  it('is walked with the arrow keys, from the field and back to it', async () => {
    document.body.append(page());
    await search('kvinnojouren', parties);
    field().focus();
    const walk = (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return document.activeElement?.textContent.trim() ?? '';
    };
    expect(['ArrowDown', 'ArrowDown', 'ArrowDown'].map(walk)).toEqual([
      'Kvinnojouren Lyktan · Lyktans vänner',
      'Kvinnojouren Fyren',
      '',
    ]);
    expect([walk('ArrowUp'), document.activeElement?.tagName]).toEqual(['Kvinnojouren Fyren', 'BUTTON']);
    page().remove();
  });
});
