import { Component, inject, signal } from '@angular/core';
import { FormField, form, minLength, required, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { passwordLength } from '@samverkan/identity/contract';
import { ProblemWords, asProblem } from '@samverkan/shared/portal';
import { serverErrors } from '@samverkan/writing/portal';
import { mailedToken } from './mailed-token';
import { NewPasswordField } from './new-password-field';
import { SessionRequests } from './session.data';
import { SignInFrame } from './sign-in-frame';

/** Where the letter about a forgotten password leads. */
@Component({
  selector: 'sam-new-password-page',
  templateUrl: './new-password.page.html',
  imports: [FormField, NewPasswordField, RouterLink, SignInFrame, TranslocoDirective],
})
export class NewPasswordPage {
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  private readonly token = mailedToken();
  private readonly model = signal({ password: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly state = signal<'asks' | 'done' | 'not-good'>(this.token ? 'asks' : 'not-good');
  protected readonly fields = form(this.model, (path) => {
    required(path.password);
    minLength(path.password, passwordLength.min);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        await this.requests.replacePassword(this.token, this.model().password);
        this.state.set('done');
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (asProblem(error)?.code === 'reset.not-good') this.state.set('not-good');
        else if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
