import { Component, computed, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationWithdrawal } from '@samverkan/publications/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** Why it no longer stands: readers meet the reason on its page. */
@Component({
  selector: 'sam-withdraw-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('publications.withdraw.heading')" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('publications.withdraw.help') }}</p>
        <sam-guarded-text
          lines="one"
          [label]="t('publications.withdraw.motive')"
          [(value)]="motive"
          [(confirmed)]="confirmed"
        />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('publications.back-out') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="!ready()" (click)="send()">
          {{ t('publications.withdraw') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, TranslocoDirective],
})
export class WithdrawDialog {
  private readonly text = viewChild(GuardedText);
  readonly withdrawn = output<PublicationWithdrawal>();
  readonly closed = output();
  protected readonly motive = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly ready = computed(() => this.motive().trim().length >= 3 && !this.text()?.blocked());

  protected send(): void {
    if (!this.ready()) return;
    this.withdrawn.emit({ motive: this.motive().trim(), guardConfirmed: confirmation('motive', this.confirmed()) });
  }
}
