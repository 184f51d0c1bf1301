import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideLanguage } from '@samverkan/shared/portal';
import { provideHttpClient } from '@angular/common/http';
import { type LeftText, SavedText } from './saved-text';

async function open(
  stored: string,
): Promise<{ fixture: ComponentFixture<SavedText>; left: LeftText[]; type: (text: string) => void }> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), ...provideLanguage()] });
  const fixture = TestBed.createComponent(SavedText);
  fixture.componentRef.setInput('label', 'Text');
  fixture.componentRef.setInput('stored', stored);
  const left: LeftText[] = [];
  fixture.componentInstance.left.subscribe((text) => left.push(text));
  await settle(fixture);
  const type = (text: string) => {
    const field = (fixture.nativeElement as HTMLElement).querySelector('textarea')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  };
  return { fixture, left, type };
}
async function settle(fixture: ComponentFixture<SavedText>): Promise<void> {
  // The text guard is fetched with the first field.
  for (let round = 0; round < 20; round++) {
    await new Promise((next) => setTimeout(next, 5));
    fixture.detectChanges();
  }
}
const leave = ({ nativeElement }: ComponentFixture<SavedText>) =>
  (nativeElement as HTMLElement).querySelector('textarea')!.dispatchEvent(new Event('focusout', { bubbles: true }));

describe('a text that is saved when it is left', () => {
  it('is given on once it differs, and not before', async () => {
    const { fixture, left, type } = await open('Som det stod');
    leave(fixture);
    expect(left).toEqual([]);
    type('Som det ska stå ');
    leave(fixture);
    expect(left).toEqual([{ value: 'Som det ska stå', confirmed: null }]);
  });

  it('keeps what is being written, whatever is stored meanwhile', async () => {
    const { fixture, type } = await open('');
    type('Halvskriven men');
    fixture.componentRef.setInput('stored', 'Någon annans');
    await settle(fixture);
    expect((fixture.nativeElement as HTMLElement).querySelector('textarea')!.value).toBe('Halvskriven men');
    expect(fixture.componentInstance.unsaved()).toBe(true);
  });

  it('with a personal number in it never leaves the browser', async () => {
    const { fixture, left, type } = await open('');
    type('Gäller 18900101-9802');
    leave(fixture);
    expect(left).toEqual([]);
  });
});
