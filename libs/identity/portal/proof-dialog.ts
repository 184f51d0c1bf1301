import { Component, inject, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords, asProblem } from '@samverkan/shared/portal';
import { Dialog, FieldError } from '@samverkan/writing/portal';
import { Proof } from './proof';

/** The dialog `<sam-proof-asked>` shows. */
@Component({
  selector: 'sam-proof-dialog',
  template: `<ng-container *transloco="let t">
    @if (proof.asked(); as answer) {
      <sam-dialog #dialog [heading]="t('identity.proof.heading')" (closed)="answer(false)">
        <form class="form" novalidate (submit)="send($event, answer)">
          <p>{{ t('identity.proof.intro') }}</p>
          @if (problem(); as words) {
            <div class="note err" role="alert">{{ words }}</div>
          }
          <div class="field">
            <label for="proof-secret">{{ t('identity.proof.secret') }}</label>
            <input
              class="in"
              id="proof-secret"
              type="password"
              autocomplete="current-password"
              aria-describedby="proof-secret-error"
              [class.err]="fields.secret().touched() && fields.secret().invalid()"
              [attr.aria-invalid]="fields.secret().touched() && fields.secret().invalid()"
              [formField]="fields.secret"
            />
            <sam-field-error
              id="proof-secret-error"
              [errors]="fields.secret().errors()"
              [shown]="fields.secret().touched()"
            />
          </div>
          <div class="acts">
            <button type="button" class="btn line" (click)="dialog.close()">{{ t('identity.proof.back') }}</button>
            <button type="submit" class="btn fill" [attr.aria-disabled]="fields().submitting()">
              {{ t('identity.proof.send') }}
            </button>
          </div>
        </form>
      </sam-dialog>
    }
  </ng-container>`,
  imports: [Dialog, FieldError, FormField, TranslocoDirective],
})
export class ProofDialog {
  protected readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly model = signal({ secret: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => required(path.secret));

  protected async send(event: Event, answer: (proved: boolean) => void): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        await this.proof.give(this.model().secret);
        this.fields().reset({ secret: '' });
        answer(true);
        return undefined;
      } catch (error) {
        if (asProblem(error)?.code === 'session.wrong-proof')
          return [{ kind: 'server', message: 'session.wrong-proof', fieldTree: this.fields.secret }];
        this.problem.set(this.words.of(error));
        return undefined;
      }
    });
  }
}
