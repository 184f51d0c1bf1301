import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, maxLength, required, submit } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ApiTokenInput, type ApiTokenList } from '@samverkan/identity/contract';
import { type TokenScope, tokenScopes } from '@samverkan/shared/contract';
import { ProblemWords, Toasts, today } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import { Proof } from './proof';
import { TokenRequests } from './tokens.data';

/** So many days from today, as `YYYY-MM-DD`. */
const dayAhead = (days: number): string => {
  const [year = 0, month = 1, day = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
};

/** A new token: what it is for and what it may, and then the token itself, this once. */
@Component({
  selector: 'sam-token-dialog',
  templateUrl: './token-dialog.html',
  imports: [Dialog, FieldError, FormField, GuardedText, TranslocoDirective],
})
export class TokenDialog {
  private readonly requests = inject(TokenRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly organization = input.required<ApiTokenList['organization']>();
  readonly closed = output();
  protected readonly all = tokenScopes;
  private readonly model = signal({
    name: '',
    scopes: tokenScopes.slice(0, 1) as TokenScope[],
    lastDay: dayAhead(365),
  });
  protected readonly problem = signal<string | null>(null);
  protected readonly secret = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 80);
    required(path.lastDay);
  });

  protected has(scope: TokenScope): boolean {
    return this.model().scopes.includes(scope);
  }

  protected toggle(scope: TokenScope): void {
    this.model.update((one) => ({
      ...one,
      scopes: one.scopes.includes(scope) ? one.scopes.filter((other) => other !== scope) : [...one.scopes, scope],
    }));
  }

  protected async copy(secret: string): Promise<void> {
    await navigator.clipboard.writeText(secret);
    await this.toasts.show(this.transloco.translate('identity.tokens.copied'));
  }

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (blocked) return;
    if (this.model().scopes.length === 0) {
      this.problem.set(this.transloco.translate('identity.tokens.scopes.some'));
      return;
    }
    await submit(this.fields, async () => {
      try {
        const given = ApiTokenInput.parse({ ...this.model(), organizationId: this.organization().id });
        const made = await this.proof.before(() => this.requests.make(given));
        if (made) this.secret.set(made.secret);
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
