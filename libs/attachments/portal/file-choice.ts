import { Component, input, output } from '@angular/core';
import { Icon } from '@samverkan/shared/portal';

/** The button that opens the machine's own choice of files; on a phone also its pictures. */
@Component({
  selector: 'sam-file-choice',
  template: `<input
      #files
      class="vh"
      type="file"
      multiple
      tabindex="-1"
      accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp"
      [attr.aria-label]="label()"
      (change)="choose(files)"
    /><button type="button" class="btn sm" [class.line]="!quiet()" [class.text]="quiet()" (click)="files.click()">
      <sam-icon name="plus" size="i-s" />{{ words() }}
    </button>`,
  imports: [Icon],
  host: { class: 'flat' },
})
export class FileChoice {
  readonly words = input.required<string>();
  /** Of the choice itself, for whoever does not see the button. */
  readonly label = input.required<string>();
  /** One of many on its page. */
  readonly quiet = input(false);
  readonly chosen = output<readonly File[]>();

  protected choose(input: HTMLInputElement): void {
    this.chosen.emit([...(input.files ?? [])]);
    // The same file can be chosen anew.
    input.value = '';
  }
}
