import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldError, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { SessionStore } from './session-store';

/** E-mail and password, on the sign-in page and where an ended session is opened again. */
@Component({
  selector: 'sam-sign-in-form',
  templateUrl: './sign-in-form.html',
  imports: [FieldError, FormField, TranslocoDirective],
})
export class SignInForm {
  private readonly store = inject(SessionStore);
  private readonly words = inject(ProblemWords);
  readonly signedIn = output();
  private readonly model = signal({ email: '', password: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.email);
    required(path.password);
  });

  /** Fills in a demo account and goes on. */
  useAccount(account: { email: string; password: string }): void {
    this.model.set({ email: account.email, password: account.password });
    void this.send();
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        await this.store.signIn(this.model());
        this.signedIn.emit();
        return undefined;
      } catch (error) {
        if (asProblem(error)?.code === 'session.wrong-credentials')
          return [{ kind: 'server', message: 'session.wrong-credentials', fieldTree: this.fields.password }];
        this.problem.set(this.words.of(error));
        return undefined;
      }
    });
  }
}
