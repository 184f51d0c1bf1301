import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationRef } from '@samverkan/publications/contract';
import { Icon, SearchWords } from '@samverkan/shared/portal';
import { publicationsNamed } from './publications.data';

const quietMs = 250;

/** What a publication replaces, found by words. */
@Component({
  selector: 'sam-supersedes-choice',
  template: `<div class="field" *transloco="let t">
    <label for="publication-supersedes"
      >{{ t('publications.field.supersedesIds') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
    >
    @for (one of value(); track one.id) {
      <div class="acts">
        <span class="tag" lang="sv">{{ one.title }}{{ one.year ? ' (' + one.year + ')' : '' }}</span>
        <button type="button" class="btn text sm" (click)="drop(one.id)">
          <sam-icon name="close" size="i-s" />{{ t('publications.supersedes.remove')
          }}<span class="vh">: {{ one.title }}</span>
        </button>
      </div>
    }
    <input
      class="in"
      id="publication-supersedes"
      type="search"
      autocomplete="off"
      aria-describedby="publication-supersedes-error publication-supersedes-help"
      [placeholder]="t('publications.supersedes.search')"
      (input)="search($event)"
    />
    <p class="help" id="publication-supersedes-help">{{ t('publications.supersedes.help') }}</p>
    @if (found().length > 0) {
      <ul class="choices" [attr.aria-label]="t('publications.found')">
        @for (one of found(); track one.id) {
          <li>
            <button type="button" class="btn text sm" lang="sv" (click)="pick(one)">
              {{ one.title }}{{ one.year ? ' (' + one.year + ')' : '' }}
            </button>
          </li>
        }
      </ul>
    }
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class SupersedesChoice implements FormValueControl<PublicationRef[]> {
  private readonly safe = inject(SearchWords);
  readonly value = model<PublicationRef[]>([]);
  /** The one that replaces: it is not among the choices. */
  readonly self = input<string>();
  private readonly wanted = signal('');
  private readonly source = publicationsNamed(this.wanted, true);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = computed(() =>
    this.wanted() && this.source.hasValue()
      ? this.source
          .value()
          .items.filter(({ id }) => id !== this.self() && !this.value().some((chosen) => chosen.id === id))
      : [],
  );

  protected search(event: Event): void {
    clearTimeout(this.timer);
    const { value } = event.target as HTMLInputElement;
    this.timer = setTimeout(() => void this.safe.safe(value).then((words) => this.wanted.set(words)), quietMs);
  }

  protected pick({ id, title, year, number }: PublicationRef): void {
    this.wanted.set('');
    this.value.update((chosen) => [...chosen, { id, title, year, number }]);
  }

  protected drop(id: string): void {
    this.value.update((chosen) => chosen.filter((one) => one.id !== id));
  }
}
