import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationInvited } from '@samverkan/consultations/contract';
import { Dialog } from '@samverkan/writing/portal';
import { choicesFor } from './consultations.data';
import { PartyChoice } from './party-choice';

/** Asks more parties while the round is open. */
@Component({
  selector: 'sam-invite-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('consultations.invite')" (closed)="closed.emit()">
      @if (parties(); as parties) {
        <sam-party-choice [parties]="parties" [(chosen)]="picked" />
      } @else {
        <div class="skl" role="status">
          <span class="vh">{{ t('shared.list.loading') }}</span><span class="sk"></span>
        </div>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('consultations.back') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="picked().length === 0" (click)="send()">
          {{ t('consultations.invite.send') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, PartyChoice, TranslocoDirective],
})
export class InviteDialog {
  readonly strategy = input.required<string>();
  readonly invited = input.required<readonly ConsultationInvited[]>();
  readonly chosen = output<readonly string[]>();
  readonly closed = output();
  protected readonly picked = signal<readonly string[]>([]);
  private readonly source = choicesFor(() => this.strategy());
  protected readonly parties = computed(() => {
    const there = new Set(this.invited().map(({ organization }) => organization.id));
    return this.source.hasValue() ? this.source.value().organizations.filter(({ id }) => !there.has(id)) : undefined;
  });

  protected send(): void {
    if (this.picked().length > 0) this.chosen.emit(this.picked());
  }
}
