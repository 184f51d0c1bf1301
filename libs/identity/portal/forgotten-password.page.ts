import { Component, inject, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords } from '@samverkan/shared/portal';
import { FieldError, serverErrors } from '@samverkan/writing/portal';
import { SessionRequests } from './session.data';
import { SignInFrame } from './sign-in-frame';

/** Asks for a letter with a link. The answer is the same whether the address has an account. */
@Component({
  selector: 'sam-forgotten-password-page',
  templateUrl: './forgotten-password.page.html',
  imports: [FieldError, FormField, RouterLink, SignInFrame, TranslocoDirective],
})
export class ForgottenPasswordPage {
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  private readonly model = signal({ email: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly askedFor = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => required(path.email));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        await this.requests.askForNewPassword(this.model().email);
        this.askedFor.set(this.model().email);
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
