import { Component, computed, inject, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, SearchWords } from '@samverkan/shared/portal';
import { offersNamed } from './methods.data';

const quietMs = 250;

export interface OfferRef {
  id: string;
  title: string;
}

/** The trainings that give a method, found by words. */
@Component({
  selector: 'sam-offer-choice',
  template: `<div class="field" *transloco="let t">
    <label for="method-offers"
      >{{ t('methods.field.offerIds') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
    >
    @for (one of value(); track one.id) {
      <div class="row-acts">
        <span class="tag" lang="sv">{{ one.title }}</span>
        <button type="button" class="btn text sm" (click)="drop(one.id)">
          <sam-icon name="close" size="i-s" />{{ t('methods.choice.remove') }}<span class="vh">: {{ one.title }}</span>
        </button>
      </div>
    }
    <input
      #field
      class="in"
      id="method-offers"
      type="search"
      autocomplete="off"
      aria-describedby="method-offers-help"
      [placeholder]="t('methods.offers.search')"
      (input)="search(field.value)"
      (keydown.enter)="$event.preventDefault()"
    />
    <p class="help" id="method-offers-help">{{ t('methods.offers.help') }}</p>
    <div role="status">
      @if (found().length > 0) {
        <ul class="choices" [attr.aria-label]="t('methods.offers.found')">
          @for (one of found(); track one.id) {
            <li>
              <button type="button" class="btn text sm" lang="sv" (click)="pick(one, field)">{{ one.title }}</button>
            </li>
          }
        </ul>
      }
    </div>
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class OfferChoice implements FormValueControl<OfferRef[]> {
  private readonly safe = inject(SearchWords);
  readonly value = model<OfferRef[]>([]);
  private readonly wanted = signal('');
  private readonly source = offersNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = computed(() =>
    this.wanted() && this.source.hasValue()
      ? this.source.value().items.filter(({ id }) => !this.value().some((chosen) => chosen.id === id))
      : [],
  );

  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.safe.safe(words).then((safe) => this.wanted.set(safe)), quietMs);
  }

  protected pick({ id, title }: OfferRef, field: HTMLInputElement): void {
    this.wanted.set('');
    field.value = '';
    this.value.update((chosen) => [...chosen, { id, title }]);
    field.focus();
  }

  protected drop(id: string): void {
    this.value.update((chosen) => chosen.filter((one) => one.id !== id));
  }
}
