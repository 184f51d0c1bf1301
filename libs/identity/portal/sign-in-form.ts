import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Session, SignInStep } from '@samverkan/identity/contract';
import { ProblemWords, asProblem } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import { SessionStore } from './session-store';
import { SignInStepForm } from './sign-in-step';

/** E-mail and password and what comes after them, on the sign-in page and where an ended session is opened again. */
@Component({
  selector: 'sam-sign-in-form',
  templateUrl: './sign-in-form.html',
  imports: [FieldError, FormField, RouterLink, SignInStepForm, TranslocoDirective],
})
export class SignInForm {
  private readonly store = inject(SessionStore);
  private readonly words = inject(ProblemWords);
  /** Where mail can be sent a forgotten password can be replaced. */
  readonly offersReset = input(false);
  /** Whose session it was, where one is opened again. */
  readonly email = input('');
  readonly signedIn = output();
  private readonly model = linkedSignal(() => ({ email: this.email(), password: '' }));
  protected readonly problem = signal<string | null>(null);
  /** What remains after the password; the page around gives way to it. */
  readonly step = signal<SignInStep | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.email);
    required(path.password);
  });

  /** Fills in a demo account and goes on. */
  useAccount(account: { email: string; password: string }): void {
    this.model.set({ email: account.email, password: account.password });
    void this.send();
  }

  /** What another page could not do, said here. */
  tell(code: string): void {
    this.problem.set(this.words.code(code));
  }

  async enter(session: Session): Promise<void> {
    await this.store.enter(session);
    this.signedIn.emit();
  }

  protected startOver(): void {
    this.step.set(null);
    this.fields.password().reset('');
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        this.step.set(await this.store.signIn(this.model()));
        if (!this.step()) this.signedIn.emit();
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
