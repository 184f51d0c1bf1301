import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormField, form, maxLength, minLength, required, submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Session, type SignInStep, passwordLength } from '@samverkan/identity/contract';
import { ProblemWords, asProblem } from '@samverkan/shared/portal';
import { GuardedText, serverErrors } from '@samverkan/writing/portal';
import { AFTER_SIGN_UP } from './after-sign-up.token';
import { mailedToken } from './mailed-token';
import { NewPasswordField } from './new-password-field';
import { SessionStore } from './session-store';
import { SessionRequests, signInOptions } from './session.data';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';
import { SignInStepForm } from './sign-in-step';

/** Where an invitation's letter leads: who asks, a name and a password (or the authority's sign-in), a second factor, and in. */
@Component({
  selector: 'sam-invited-page',
  templateUrl: './invited.page.html',
  imports: [
    FormField,
    GuardedText,
    NewPasswordField,
    RouterLink,
    SignInForm,
    SignInFrame,
    SignInStepForm,
    TranslocoDirective,
  ],
})
export class InvitedPage {
  private readonly requests = inject(SessionRequests);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWords);
  private readonly first = inject(AFTER_SIGN_UP);
  private readonly token = mailedToken();
  private readonly model = signal({ name: '', password: '' });
  protected readonly store = inject(SessionStore);
  protected readonly options = signInOptions();
  protected readonly problem = signal<string | null>(null);
  protected readonly step = signal<SignInStep | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 100);
    required(path.password);
    minLength(path.password, passwordLength.min);
  });
  protected readonly source = resource({
    loader: async () => {
      await this.store.current();
      return this.token ? this.requests.readInvitation(this.token) : Promise.reject(new Error('no code'));
    },
  });
  protected readonly invited = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly isNotGood = computed(
    () => !this.token || asProblem(this.source.error())?.code === 'invitation.not-good',
  );
  protected readonly trouble = computed(() => this.words.of(this.source.error()));

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (blocked) return;
    await submit(this.fields, async () => {
      const { name, password } = this.model();
      try {
        await this.goOn(await this.requests.accept({ token: this.token, name, password }));
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }

  /** Somebody who is signed in, or has just signed in, takes one more membership. */
  protected async acceptAsMyself(): Promise<void> {
    this.problem.set(null);
    try {
      await this.goOn(await this.requests.accept({ token: this.token }));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected async useAuthority(id: string): Promise<void> {
    try {
      location.assign(await this.requests.startAuthority(id, { invitation: this.token, returnTo: this.first }));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected async enter(session: Session): Promise<void> {
    await this.store.enter(session);
    await this.router.navigateByUrl(this.first);
  }

  private async goOn(answer: Session | SignInStep): Promise<void> {
    if ('next' in answer) this.step.set(answer);
    else await this.enter(answer);
  }
}
