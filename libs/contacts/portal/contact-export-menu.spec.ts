import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Toasts, provideLanguage, provideWords } from '@samverkan/shared/portal';
import { ContactExportMenu } from './contact-export-menu';
import { contactsWords } from './contacts-words';

let fixture: ComponentFixture<ContactExportMenu>;
let page: HTMLElement;
let told: string[];

const settled = async () => {
  for (let round = 0; round < 8; round++) await new Promise((next) => setTimeout(next, 5));
  fixture.detectChanges();
};

beforeEach(async () => {
  localStorage.clear();
  told = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(contactsWords),
      { provide: Toasts, useValue: { show: async (words: string) => void told.push(words) } },
    ],
  });
  HTMLElement.prototype.hidePopover ??= () => undefined;
  fixture = TestBed.createComponent(ContactExportMenu);
  fixture.componentRef.setInput('params', { subject: 'honour', page: '3', size: '25' });
  page = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  await settled();
});
afterEach(() => fixture.destroy());

const link = (words: string) => [...page.querySelectorAll('a')].find((one) => one.textContent?.includes(words));

describe('taking the list along as a file', () => {
  it('has one button and three kinds behind it, each with the list’s filters and every row', () => {
    expect(page.querySelectorAll('button')).toHaveLength(1);
    expect([...page.querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual([
      '/api/contacts/export?subject=honour&format=xlsx&lang=sv',
      '/api/contacts/export?subject=honour&format=csv&lang=sv',
      '/api/contacts/export?subject=honour&format=vcf&lang=sv',
    ]);
  });

  it('says on the page that a workbook is too large, and what to take instead', async () => {
    link('Excel')?.click();
    const problem = { status: 409, code: 'sheet.too-many-rows', title: 'x', type: 'about:blank' };
    TestBed.inject(HttpTestingController)
      .expectOne(({ url }) => url.startsWith('/api/contacts/export?subject=honour&format=xlsx'))
      .flush(new Blob([JSON.stringify(problem)], { type: 'application/problem+json' }), {
        status: 409,
        statusText: 'Conflict',
      });
    for (let round = 0; round < 10 && told.length === 0; round++) await settled();
    expect(told).toEqual(['Det är för många rader för en Excelfil. Välj csv, eller begränsa urvalet.']);
  });
});
