import { Component, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { GuardedText } from './guarded-text';
import { provideLanguage } from './provide-language';

@Component({ template: `<sam-guarded-text label="Beskrivning" />`, imports: [GuardedText] })
class Host {
  readonly text = viewChild.required(GuardedText);
}

let fixture: ComponentFixture<Host>;
let page: HTMLElement;

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: [...provideLanguage()] });
  fixture = TestBed.createComponent(Host);
  page = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
});

async function type(text: string): Promise<void> {
  const field = page.querySelector('textarea');
  if (field) field.value = text;
  field?.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}
const press = async (name: string) => {
  [...page.querySelectorAll('button')].find((button) => button.textContent?.trim() === name)?.click();
  await fixture.whenStable();
};

describe('a text field with the guard', () => {
  it('lets ordinary text about the work through', async () => {
    await type('Två heldagar om FREDA i mars, dnr 2026-1234.');
    expect(fixture.componentInstance.text().blocked()).toBe(false);
    expect(page.querySelector('.note')).toBeNull();
  });

  it('stops a personal number, marks it and says so in the field', async () => {
    await type('Tydligt i ärendet med 18900101-9802 i höstas.');
    expect(fixture.componentInstance.text().blocked()).toBe(true);
    expect(page.querySelector('mark')?.textContent).toBe('18900101-9802');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('Texten har inte lämnat din dator');
    expect(page.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('takes the number away in one press and leaves the sentence', async () => {
    await type('Tydligt i ärendet med 18900101-9802 i höstas.');
    await press('Ta bort det markerade');
    expect(page.querySelector('textarea')?.value).toBe('Tydligt i ärendet med [borttaget] i höstas.');
    expect(fixture.componentInstance.text().blocked()).toBe(false);
  });
});
