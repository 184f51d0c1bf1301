import { Component, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionView, SavedFilter } from '@samverkan/actions/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { SavedFilterRequests } from './saved-filters.data';

/** Gives the present choice a name, or a saved one another. */
@Component({
  selector: 'sam-saved-filter-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog
      #dialog
      [heading]="t(filter() ? 'actions.saved.rename.heading' : 'actions.saved.save.heading')"
      (closed)="closed.emit()"
    >
      <form class="form" novalidate (submit)="save($event)">
        <sam-guarded-text
          lines="one"
          [label]="t('actions.saved.name')"
          [help]="t('actions.saved.name.help')"
          [(value)]="name"
        />
        @if (!filter() && mayShare()) {
          <label class="choice"
            ><input type="checkbox" [checked]="shared()" (change)="shared.set(!shared())" /><span
              >{{ t('actions.saved.with') }}<small>{{ t('actions.saved.with.help') }}</small></span
            ></label
          >
        }
        @if (problem(); as words) {
          <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
        }
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('actions.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="busy()">{{ t('actions.saved.save.do') }}</button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class SavedFilterDialog {
  private readonly requests = inject(SavedFilterRequests);
  private readonly words = inject(ProblemWords);
  /** The one whose name is changed; null for a new one. */
  readonly filter = input.required<SavedFilter | null>();
  readonly view = input.required<ActionView>();
  readonly choice = input.required<AddressValues>();
  readonly mayShare = input.required<boolean>();
  readonly saved = output<SavedFilter>();
  readonly closed = output();
  private readonly text = viewChild(GuardedText);
  protected readonly name = linkedSignal(() => this.filter()?.name ?? '');
  protected readonly shared = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.text()?.blocked()) return;
    const name = this.name().trim();
    if (name.length < 2) {
      this.problem.set(this.words.code('field.too-short'));
      this.text()?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const filter = this.filter();
      this.saved.emit(
        await (filter
          ? this.requests.change(filter, { name })
          : this.requests.save({ name, shared: this.shared(), view: this.view(), choice: this.choice() })),
      );
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
