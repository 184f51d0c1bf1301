import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { QuestionSubject } from '@samverkan/questions/contract';
import { Icon, ProblemWords, today } from '@samverkan/shared/portal';
import type { InquiryTaking, SupportInquiry } from '@samverkan/support/contract';
import { Dialog, PartyPicker } from '@samverkan/writing/portal';
import { SupportTerms } from './support-terms';
import { ownFunctions } from './support.data';

/** Whose need it is, what it is about, and who at the county board has it from now on. */
@Component({
  selector: 'sam-support-inquiry-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('support.inquiry.take')" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('support.inquiry.take.help') }}</p>
        <div class="field">
          <p class="small muted">{{ t('support.inquiry.says') }}</p>
          <p>{{ inquiry().party?.name ?? t('support.inquiry.unknown') }}, {{ inquiry().workplace }}</p>
        </div>
        <sam-party-picker
          [label]="t('support.inquiry.other')"
          [help]="t('support.inquiry.other.help', { party: inquiry().party?.name ?? '' })"
          [(value)]="other"
        />
        <div class="field">
          <label for="inquiry-subject">{{ t('support.subject') }}</label>
          <select
            #about
            class="in"
            id="inquiry-subject"
            [attr.aria-invalid]="problem() ? true : null"
            aria-describedby="inquiry-problem"
            (change)="subject.set(about.value)"
          >
            <option value="">{{ t('support.form.choose') }}</option>
            @for (one of terms.subjects(); track one.value) {
              <option [value]="one.value">{{ one.label }}</option>
            }
          </select>
        </div>
        <div class="field">
          <label for="inquiry-handler">{{ t('support.handler') }}</label>
          <select #handler class="in" id="inquiry-handler" (change)="functionId.set(handler.value)">
            <option value="">{{ t('support.handling.nobody') }}</option>
            @for (one of functions(); track one.id) {
              <option [value]="one.id">{{ one.title }}</option>
            }
          </select>
          <p class="help">{{ t('support.inquiry.handler.help') }}</p>
        </div>
        <div class="field narrow">
          <label for="inquiry-due"
            >{{ t('support.due') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
          >
          <input #due class="in" id="inquiry-due" type="date" [attr.min]="day" (change)="dueOn.set(due.value)" />
        </div>
        <div id="inquiry-problem">
          @if (problem() ?? failed(); as said) {
            <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
          }
        </div>
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('support.let-be') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="busy()" (click)="send()">
          {{ t('support.inquiry.take.do') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, Icon, PartyPicker, TranslocoDirective],
})
export class SupportInquiryDialog {
  private readonly source = ownFunctions();
  private readonly problems = inject(ProblemWords);
  protected readonly terms = inject(SupportTerms);
  readonly inquiry = input.required<SupportInquiry>();
  readonly busy = input(false);
  readonly failed = input<string | null>(null);
  readonly chosen = output<Omit<InquiryTaking, 'guardConfirmed'>>();
  readonly closed = output();
  protected readonly day = today();
  protected readonly other = signal('');
  protected readonly subject = signal('');
  protected readonly functionId = signal('');
  protected readonly dueOn = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly functions = computed(() => (this.source.hasValue() ? this.source.value().items : []));

  protected send(): void {
    if (this.busy()) return;
    const organizationId = this.other() || (this.inquiry().party?.id ?? '');
    const subject = QuestionSubject.safeParse(this.subject());
    this.problem.set(
      organizationId && subject.success
        ? null
        : this.problems.code(organizationId ? 'support-inquiry.no-subject' : 'support-inquiry.no-party'),
    );
    if (!organizationId || !subject.success) return;
    this.chosen.emit({
      organizationId,
      subject: subject.data,
      functionId: this.functionId() || null,
      dueOn: this.dueOn() || null,
    });
  }
}
