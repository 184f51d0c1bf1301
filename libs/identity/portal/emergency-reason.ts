import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { BreakGlassInput, type Session } from '@samverkan/identity/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { GuardedText, serverErrors } from '@samverkan/writing/portal';
import { SessionRequests } from './session.data';

/** Why an emergency account is opened. Everyone who administers is told. */
@Component({
  selector: 'sam-emergency-reason',
  template: `<form class="form" novalidate *transloco="let t" (submit)="send($event, reason.blocked())">
    <h2 class="t">{{ t('identity.emergency.heading') }}</h2>
    <div class="note warm">
      <sam-icon name="warning" />
      <div>{{ t('identity.emergency.intro') }}</div>
    </div>
    @if (problem(); as words) {
      <div class="note err" role="alert">{{ words }}</div>
    }
    <sam-guarded-text
      #reason
      [label]="t('identity.emergency.reason')"
      [help]="t('identity.emergency.help')"
      [formField]="fields.reason"
    />
    <div class="row-acts">
      <button type="submit" class="btn fill" [attr.aria-disabled]="reason.blocked() || fields().submitting()">
        {{ t('identity.emergency.open') }}
      </button>
      <button type="button" class="btn text" (click)="again.emit()">{{ t('identity.start-over') }}</button>
    </div>
  </form>`,
  imports: [FormField, GuardedText, Icon, TranslocoDirective],
})
export class EmergencyReason {
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  readonly entered = output<Session>();
  readonly again = output();
  private readonly model = signal({ reason: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, BreakGlassInput));

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (blocked) return;
    await submit(this.fields, async () => {
      try {
        this.entered.emit(await this.requests.giveReason(this.model().reason));
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
