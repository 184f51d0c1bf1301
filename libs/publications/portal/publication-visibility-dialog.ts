import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationVisibility } from '@samverkan/publications/contract';
import { Dialog } from '@samverkan/writing/portal';
import { VisibilityChoice } from './visibility-choice';

/** Widens or narrows who sees it, with the new audience in words. */
@Component({
  selector: 'sam-publication-visibility-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog
      #dialog
      [heading]="t(draft() ? 'publications.visibility.later' : 'publications.visibility.change')"
      (closed)="closed.emit()"
    >
      <div class="form"><sam-publication-visibility [(value)]="value" /></div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('publications.back-out') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit(value())">
          {{ t('publications.visibility.save') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective, VisibilityChoice],
})
export class PublicationVisibilityDialog {
  readonly visibility = input.required<PublicationVisibility>();
  readonly draft = input(false);
  readonly chosen = output<PublicationVisibility>();
  readonly closed = output();
  protected readonly value = linkedSignal(() => this.visibility());
}
