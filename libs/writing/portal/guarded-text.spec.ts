import { Component, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { GuardedText } from './guarded-text';
import { provideLanguage } from '@samverkan/shared/portal';

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
    await press('Dölj siffrorna');
    expect(page.querySelector('textarea')?.value).toBe('Tydligt i ärendet med [borttaget] i höstas.');
    expect(fixture.componentInstance.text().blocked()).toBe(false);
  });

  it('asks what ten bare digits are, and is content with an answer', async () => {
    await type('Växel 9001019802');
    expect(fixture.componentInstance.text().blocked()).toBe(true);
    await press('ett telefonnummer');
    expect(fixture.componentInstance.text().blocked()).toBe(false);
    expect(fixture.componentInstance.text().confirmed()).toBe('phone');
  });

  it('helps to rewrite a text about one person: what gives her away, another shape, and the right way', async () => {
    await type('Anna, 34 år, misshandlades i Kramfors i maj.');
    expect(fixture.componentInstance.text().blocked()).toBe(false);
    const help = page.querySelector('sam-case-help')?.textContent ?? '';
    for (const words of [
      'ett namn',
      'en ålder',
      'en plats',
      'Flera ärenden under hösten',
      'verksamhetssystem',
      'ring 112',
    ])
      expect(help).toContain(words);
  });
});
