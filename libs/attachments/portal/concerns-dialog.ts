import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FileConcern } from '@samverkan/attachments/contract';
import { ProblemWords } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import type { Concern } from './adding';

/** What she is told of a file before it is taken: that it names its author, cannot be read, or has numbers in it. */
@Component({
  selector: 'sam-concerns-dialog',
  template: `<sam-dialog #dialog *transloco="let t" [heading]="t('attachments.concerns.heading')" (closed)="close()">
    <p class="typed">{{ name() }}</p>
    <ul>
      @for (concern of concerns(); track concern.code) {
        <li>
          {{ concern.kind === 'numbers' ? words.code(concern.code) : t('attachments.concerns.' + concern.kind) }}
          @if (concern.pages.length > 0) {
            {{ t('attachments.on-pages', { pages: concern.pages.join(', ') }) }}
          }
        </li>
      }
    </ul>
    <div class="acts">
      <button type="button" class="btn line" (click)="dialog.close()">{{ t('attachments.concerns.leave') }}</button>
      <button type="button" class="btn fill" (click)="accept()">{{ t('attachments.concerns.accept') }}</button>
    </div>
  </sam-dialog>`,
  imports: [Dialog, TranslocoDirective],
})
export class ConcernsDialog {
  protected readonly words = inject(ProblemWords);
  readonly name = input.required<string>();
  readonly concerns = input.required<readonly Concern[]>();
  /** The concerns that are accepted; null leaves the file out. */
  readonly answered = output<readonly FileConcern[] | null>();
  private isAnswered = false;

  protected accept(): void {
    this.isAnswered = true;
    this.answered.emit([...new Set(this.concerns().map(({ kind }) => kind))]);
  }

  protected close(): void {
    if (!this.isAnswered) this.answered.emit(null);
  }
}
