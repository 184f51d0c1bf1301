import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ExportMenu } from './export-menu';
import { provideLanguage } from '@samverkan/shared/portal';

let fixture: ComponentFixture<ExportMenu>;
let page: HTMLElement;

/** Waits for what the page comes to, however long the machine takes over it. */
async function until<T>(holds: () => T): Promise<NonNullable<T>> {
  for (let turn = 0; turn < 500; turn++) {
    const seen = holds();
    if (seen) return seen;
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
  }
  throw new Error(`Never: ${String(holds)}`);
}

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), ...provideLanguage()],
  });
  HTMLElement.prototype.hidePopover ??= () => undefined;
  fixture = TestBed.createComponent(ExportMenu);
  fixture.componentRef.setInput('address', '/api/contacts/export');
  fixture.componentRef.setInput('words', 'contacts.export.');
  fixture.componentRef.setInput('formats', ['xlsx', 'csv', 'vcf']);
  fixture.componentRef.setInput('params', { subject: 'honour', page: '3', size: '25' });
  page = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  await until(() => page.querySelectorAll('a').length === 3);
});
afterEach(() => fixture.destroy());

describe('taking the list along as a file', () => {
  it('has one button and three kinds behind it, each with the list’s filters and every row', () => {
    expect(page.querySelectorAll('button')).toHaveLength(1);
    expect([...page.querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual([
      '/api/contacts/export?subject=honour&format=xlsx&lang=sv',
      '/api/contacts/export?subject=honour&format=csv&lang=sv',
      '/api/contacts/export?subject=honour&format=vcf&lang=sv',
    ]);
  });

  it('closes and gives the keyboard back when one is chosen', () => {
    const csv = page.querySelector<HTMLElement>('a[href*="format=csv"]');
    document.body.append(page);
    csv?.addEventListener('click', (event) => event.preventDefault());
    let closed = 0;
    HTMLElement.prototype.hidePopover = () => void closed++;
    csv?.click();
    expect([closed, document.activeElement]).toEqual([1, page.querySelector('button')]);
  });
});
