import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, minLength, required, submit, validate } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { LinkInput } from '@samverkan/attachments/contract';
import { confirmation } from '@samverkan/shared/contract';
import { ProblemWords } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import type { GivenLink } from './attachments.data';

/** Most people copy an address without what it begins with. */
const whole = (address: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;

/** As the API judges it; browsers take blanks in an address, and servers do not. */
const isAddress = (address: string): boolean =>
  !/\s/.test(address) && LinkInput.shape.address.safeParse(address).success;

/** A link to a page elsewhere, as whoever adds it writes it. */
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
  private readonly words = inject(ProblemWords);
  /** Takes the link when it is written; what it throws is told here. */
  readonly take = input.required<(link: GivenLink) => Promise<void>>();
  readonly closed = output();
  protected readonly problem = signal<string | null>(null);
  private readonly title = viewChild(GuardedText);
  protected readonly fields = form(signal({ title: '', address: '' }), (path) => {
    required(path.address);
    validate(path.address, ({ value }) =>
      value() === '' || isAddress(whole(value())) ? undefined : { kind: 'field.wrong-form' },
    );
    required(path.title);
    minLength(path.title, 3);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    // It can stand in the form of a line, which is not sent by it.
    event.stopPropagation();
    this.problem.set(null);
    const guarded = this.title();
    if (!guarded || guarded.blocked()) return guarded?.focus();
    await submit(this.fields, async () => {
      const { title, address } = this.fields().value();
      try {
        const guardConfirmed = confirmation('title', guarded.confirmed());
        await this.take()({ title, address: whole(address), guardConfirmed });
        this.closed.emit();
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }
}
