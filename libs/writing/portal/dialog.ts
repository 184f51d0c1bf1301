import { Component, type ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';

/** The browser's own dialog, open from the moment it stands in the page: focus stays in it and Escape closes it. */
@Component({
  selector: 'sam-dialog',
  template: `<dialog
    #dialog
    class="dlg"
    [attr.aria-label]="heading()"
    (close)="closed.emit()"
    (cancel)="refuse($event)"
  >
    <h2>{{ heading() }}</h2>
    <ng-content />
  </dialog>`,
})
export class Dialog {
  readonly heading = input.required<string>();
  /** A dialog that needs an answer does not close on Escape. */
  readonly mustAnswer = input(false);
  readonly closed = output();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  close(): void {
    this.dialog().nativeElement.close();
  }

  protected refuse(event: Event): void {
    if (this.mustAnswer()) event.preventDefault();
  }
}
