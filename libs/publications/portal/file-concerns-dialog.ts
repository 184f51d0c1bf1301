import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationConcern } from '@samverkan/publications/contract';
import { ProblemWords } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import type { Concern } from './file-adding';

/** What she is told of a file before it is taken: that it names its author, cannot be read, or has numbers in it. */
@Component({
  selector: 'sam-file-concerns-dialog',
  template: `<sam-dialog #dialog *transloco="let t" [heading]="t('publications.concerns.heading')" (closed)="close()">
    <p class="typed">{{ name() }}</p>
    <ul>
      @for (concern of concerns(); track concern.code) {
        <li>
          {{ concern.kind === 'numbers' ? words.code(concern.code) : t('publications.concerns.' + concern.kind) }}
          @if (concern.pages.length > 0) {
            {{ t('publications.on-pages', { pages: concern.pages.join(', ') }) }}
          }
        </li>
      }
    </ul>
    <div class="acts">
      <button type="button" class="btn line" (click)="dialog.close()">{{ t('publications.concerns.leave') }}</button>
      <button type="button" class="btn fill" (click)="accept()">{{ t('publications.concerns.accept') }}</button>
    </div>
  </sam-dialog>`,
  imports: [Dialog, TranslocoDirective],
})
export class FileConcernsDialog {
  protected readonly words = inject(ProblemWords);
  readonly name = input.required<string>();
  readonly concerns = input.required<readonly Concern[]>();
  /** The concerns that are accepted; null leaves the file out. */
  readonly answered = output<readonly PublicationConcern[] | null>();

  private isAnswered = false;

  protected accept(): void {
    this.isAnswered = true;
    this.answered.emit([...new Set(this.concerns().map(({ kind }) => kind))]);
  }

  protected close(): void {
    if (!this.isAnswered) this.answered.emit(null);
  }
}
