import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, minLength, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { passwordLength } from '@samverkan/identity/contract';
import { ProblemWords } from '@samverkan/shared/portal';
import { FieldError, serverErrors } from '@samverkan/writing/portal';
import { AccountRequests } from './account.data';
import { NewPasswordField } from './new-password-field';
import { Proof } from './proof';

/** Changes the password. The present one is asked for each time. */
@Component({
  selector: 'sam-password-change',
  template: `<form class="form narrow" novalidate *transloco="let t" (submit)="send($event)">
    @if (problem(); as words) {
      <div class="note err" role="alert">{{ words }}</div>
    }
    <div class="field">
      <label for="password-current">{{ t('identity.account.password.current') }}</label>
      <input
        class="in"
        id="password-current"
        type="password"
        autocomplete="current-password"
        aria-describedby="password-current-error"
        [class.err]="fields.current().touched() && fields.current().invalid()"
        [attr.aria-invalid]="fields.current().touched() && fields.current().invalid()"
        [formField]="fields.current"
      />
      <sam-field-error
        id="password-current-error"
        [errors]="fields.current().errors()"
        [shown]="fields.current().touched()"
      />
    </div>
    <sam-new-password-field [label]="t('identity.new-password')" [formField]="fields.password" />
    <div>
      <button type="submit" class="btn fill" [attr.aria-disabled]="fields().submitting()">
        {{ t('identity.account.password.change') }}
      </button>
    </div>
  </form>`,
  imports: [FieldError, FormField, NewPasswordField, TranslocoDirective],
})
export class PasswordChange {
  private readonly requests = inject(AccountRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  readonly changed = output();
  private readonly model = signal({ current: '', password: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.current);
    required(path.password);
    minLength(path.password, passwordLength.min);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        await this.proof.before(async () => {
          await this.requests.changePassword(this.model());
          this.changed.emit();
        });
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
