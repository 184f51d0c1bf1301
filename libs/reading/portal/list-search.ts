import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { Icon } from '@samverkan/shared/portal';
import { SearchWords } from '@samverkan/shared/portal';

const quietMs = 300;

/** A list's search field. It asks when the writer pauses, so that the address does not hold every letter, and never with what the guard stops. */
@Component({
  selector: 'sam-list-search',
  template: `<form
    class="search wide"
    role="search"
    [attr.aria-label]="label()"
    (submit)="$event.preventDefault(); search(field.value)"
  >
    <label class="vh" [for]="inputId()">{{ label() }}</label>
    <sam-icon name="search" />
    <input
      #field
      type="search"
      maxlength="120"
      autocomplete="off"
      [id]="inputId()"
      [placeholder]="hint()"
      [value]="typed()"
      (input)="type(field.value)"
    />
  </form>`,
  imports: [Icon],
  host: { class: 'flat' },
})
export class ListSearch {
  private readonly searchWords = inject(SearchWords);
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  /** What the address says. */
  readonly words = input<string | undefined>();
  /** Other words than the address says; undefined for none. */
  readonly searched = output<string | undefined>();
  /** What stands in the field: what the address says, until she types. */
  protected readonly typed = linkedSignal(() => this.words() ?? '');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Nothing is looked for any more, nor what was just typed. */
  clear(): void {
    clearTimeout(this.timer);
    this.typed.set('');
  }

  protected type(words: string): void {
    this.typed.set(words);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(words), quietMs);
  }

  protected async search(typed: string): Promise<void> {
    clearTimeout(this.timer);
    const words = (await this.searchWords.safe(typed)) || undefined;
    if (words !== this.words()) this.searched.emit(words);
  }
}
