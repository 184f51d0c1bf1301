import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, minLength, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Attachments } from '@samverkan/attachments/contract';
import { confirmation } from '@samverkan/shared/contract';
import { ProblemWords, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import { AttachmentRequests } from './attachments.data';

/** Adds a link to a page elsewhere. */
@Component({
  selector: 'sam-link-dialog',
  template: `<sam-dialog #dialog *transloco="let t" [heading]="t('attachments.link.heading')" (closed)="closed.emit()">
    <form class="form" novalidate (submit)="send($event)">
      @if (problem(); as words) {
        <div class="note err" role="alert">{{ words }}</div>
      }
      <div class="field">
        <label for="link-address">{{ t('attachments.link.address') }}</label>
        <p class="help" id="link-address-help">{{ t('attachments.link.address.help') }}</p>
        <input
          class="in"
          id="link-address"
          type="url"
          inputmode="url"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="link-address-help link-address-error"
          [attr.aria-invalid]="fields.address().touched() && fields.address().invalid()"
          [formField]="fields.address"
        />
        <sam-field-error
          id="link-address-error"
          [errors]="fields.address().errors()"
          [shown]="fields.address().touched()"
        />
      </div>
      <sam-guarded-text [label]="t('attachments.link.title')" lines="one" [formField]="fields.title" />
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('attachments.cancel') }}</button>
        <button type="submit" class="btn fill" [attr.aria-disabled]="fields().submitting()">
          {{ t('attachments.add-link') }}
        </button>
      </div>
    </form>
  </sam-dialog>`,
  imports: [Dialog, FieldError, FormField, GuardedText, TranslocoDirective],
})
export class LinkDialog {
  private readonly requests = inject(AttachmentRequests);
  private readonly words = inject(ProblemWords);
  readonly actionId = input.required<string>();
  readonly added = output<Attachments>();
  readonly closed = output();
  protected readonly problem = signal<string | null>(null);
  private readonly title = viewChild(GuardedText);
  private readonly key = newIdempotencyKey();
  protected readonly fields = form(signal({ title: '', address: '' }), (path) => {
    required(path.address);
    required(path.title);
    minLength(path.title, 3);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    const guarded = this.title();
    if (!guarded || guarded.blocked()) return guarded?.focus();
    await submit(this.fields, async () => {
      const { title, address } = this.fields().value();
      // Most people copy an address without what it begins with.
      const whole = /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
      try {
        const guardConfirmed = confirmation('title', guarded.confirmed());
        this.added.emit(
          await this.requests.addLink(this.actionId(), { title, address: whole, guardConfirmed }, this.key),
        );
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }
}
