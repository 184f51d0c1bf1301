import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MethodRef } from '@samverkan/methods/contract';
import { Icon, SearchWords } from '@samverkan/shared/portal';
import { methodsNamed } from './methods.data';

const quietMs = 250;

/** One method, found by words. */
@Component({
  selector: 'sam-method-choice',
  template: `<div class="field" *transloco="let t">
    <label for="method-choice"
      >{{ label() }}
      @if (optional()) {
        <span class="opt">{{ t('shared.form.optional') }}</span>
      }
    </label>
    @if (value(); as one) {
      <div class="row-acts">
        <span class="tag" lang="sv">{{ one.name }}</span>
        <button type="button" class="btn text sm" (click)="value.set(null)">
          <sam-icon name="close" size="i-s" />{{ t('methods.choice.remove') }}<span class="vh">: {{ one.name }}</span>
        </button>
      </div>
    } @else {
      <input
        #field
        class="in"
        id="method-choice"
        type="search"
        autocomplete="off"
        [placeholder]="t('methods.choice.search')"
        (input)="search(field.value)"
        (keydown.enter)="$event.preventDefault()"
      />
      <div role="status">
        @if (found().length > 0) {
          <ul class="choices" [attr.aria-label]="t('methods.found')">
            @for (one of found(); track one.id) {
              <li>
                <button type="button" class="btn text sm" lang="sv" (click)="pick(one)">{{ one.name }}</button>
              </li>
            }
          </ul>
        } @else if (none()) {
          <p class="help">{{ t('methods.choice.none') }}</p>
        }
      </div>
    }
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class MethodChoice implements FormValueControl<MethodRef | null> {
  private readonly safe = inject(SearchWords);
  readonly value = model<MethodRef | null>(null);
  readonly label = input.required<string>();
  readonly optional = input(false);
  /** Those that are not among the choices. */
  readonly without = input<readonly string[]>([]);
  private readonly wanted = signal('');
  private readonly source = methodsNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = computed(() =>
    this.wanted() && this.source.hasValue()
      ? this.source.value().items.filter(({ id }) => !this.without().includes(id))
      : [],
  );
  protected readonly none = computed(
    () => this.wanted().length > 1 && this.source.hasValue() && this.found().length === 0,
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.safe.safe(words).then((safe) => this.wanted.set(safe)), quietMs);
  }

  protected pick({ id, name }: MethodRef): void {
    this.wanted.set('');
    this.value.set({ id, name });
  }
}
