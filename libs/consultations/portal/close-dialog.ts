import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationAnswers } from '@samverkan/consultations/contract';
import { plural } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';

/** Before the round ends: who has not answered, and what has not been answered. */
@Component({
  selector: 'sam-close-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('consultations.close')" (closed)="closed.emit()">
      <p>{{ t('consultations.close.intro') }}</p>
      @if (silent().length > 0) {
        <h3>{{ t(plural('consultations.close.silent', silent().length), { count: silent().length }) }}</h3>
        <ul>
          @for (one of silent(); track one.organization.id) {
            <li>
              {{ one.organization.name }}
              @if (one.state === 'begun') {
                <span class="small muted">{{ t('consultations.close.begun') }}</span>
              }
            </li>
          }
        </ul>
      }
      @if (answers().unanswered > 0) {
        <p>{{ t(plural('consultations.close.unanswered', answers().unanswered), { count: answers().unanswered }) }}</p>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('consultations.back') }}</button>
        <button type="button" class="btn fill" (click)="confirmed.emit()">{{ t('consultations.close') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class CloseDialog {
  readonly answers = input.required<ConsultationAnswers>();
  readonly confirmed = output();
  readonly closed = output();
  protected readonly plural = plural;
  protected readonly silent = computed(() => this.answers().invited.filter(({ state }) => state !== 'sent'));
}
