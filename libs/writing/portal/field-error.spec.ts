import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldError } from './field-error';
import { provideLanguage } from '@samverkan/shared/portal';

@Component({
  template: `<ng-container *transloco="let t">
    <input [formField]="fields.code" />
    <sam-field-error [errors]="fields.code().errors()" [shown]="fields.code().touched()" />
    <button type="button">{{ t('shell.menu') }}</button>
  </ng-container>`,
  imports: [FieldError, FormField, TranslocoDirective],
})
class Page {
  protected readonly fields = form(signal({ code: '' }), (path) => required(path.code));
}

let fixture: ComponentFixture<Page>;
let page: HTMLElement;

const settled = async () => {
  for (let round = 0; round < 8; round++) await new Promise((next) => setTimeout(next, 5));
  fixture.detectChanges();
};
const said = () => page.querySelector('[role=alert]')?.textContent;
const leave = () => page.querySelector('input')?.dispatchEvent(new Event('blur'));
const pointer = (what: string) => page.querySelector('button')?.dispatchEvent(new Event(what, { bubbles: true }));

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [...provideLanguage()] });
  fixture = TestBed.createComponent(Page);
  page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await settled();
});
afterEach(() => fixture.destroy());

describe('what is wrong with a field', () => {
  it('is said when the field is left by the keyboard', async () => {
    leave();
    await settled();
    expect(said()).toBe('Det här behöver fyllas i.');
  });

  it('waits while a button is pressed, so that the button does not move away under the pointer', async () => {
    pointer('pointerdown');
    leave();
    await settled();
    expect(said()).toBeUndefined();
    pointer('pointerup');
    await settled();
    expect(said()).toBe('Det här behöver fyllas i.');
  });
});
