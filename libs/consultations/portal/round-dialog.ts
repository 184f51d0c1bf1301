import { Component, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationAnswers, ConsultationChange } from '@samverkan/consultations/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Dialog } from '@samverkan/writing/portal';
import { RoundFields } from './round-fields';

/** Changes the last day, the message, and whether the answers are shown. */
@Component({
  selector: 'sam-round-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('consultations.edit')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <sam-round-fields
          [open]="round().status === 'open'"
          [tried]="tried()"
          [(lastDay)]="lastDay"
          [(message)]="message"
          [(showsAnswers)]="showsAnswers"
          [(confirmed)]="confirmed"
        />
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('consultations.back') }}</button>
          <button type="submit" class="btn fill">{{ t('consultations.save') }}</button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, RoundFields, TranslocoDirective],
})
export class RoundDialog {
  private readonly fields = viewChild.required(RoundFields);
  readonly round = input.required<ConsultationAnswers>();
  readonly changed = output<ConsultationChange>();
  readonly closed = output();
  protected readonly tried = signal(false);
  protected readonly lastDay = linkedSignal(() => this.round().lastDay);
  protected readonly message = linkedSignal(() => this.round().message);
  protected readonly showsAnswers = linkedSignal(() => this.round().showsAnswers);
  protected readonly confirmed = signal<GuardReason | null>(null);

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.fields().blocked()) return;
    const { lastDay } = this.round();
    this.changed.emit({
      ...(this.lastDay() === lastDay ? {} : { lastDay: this.lastDay() }),
      message: this.message(),
      showsAnswers: this.showsAnswers(),
      guardConfirmed: confirmation('message', this.confirmed()),
    });
  }
}
