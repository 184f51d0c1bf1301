import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isKeepable } from '@samverkan/shared/contract';
import { keepLatest } from '@samverkan/shared/portal';
import { SupportTerms } from './support-terms';
import { suggestionsFor } from './support.data';

const quietMs = 300;

/** What there is already for the need that is being written, and who in the county has been helped with something like it. */
@Component({
  selector: 'sam-support-suggestions',
  template: `<ng-container *transloco="let t">
    <div role="status">
      @if (shown()) {
        <section class="hint" aria-labelledby="support-suggestions">
          <h2 id="support-suggestions">{{ t('support.suggestions.heading') }}</h2>
          <ul class="people">
            @for (one of found()?.items; track one.id) {
              <li>
                <span class="n"></span>
                <span
                  ><a [routerLink]="one.path" target="_blank"
                    ><b>{{ one.title }}</b></a
                  ><small>{{ t('support.kind.' + one.kind) }}{{ one.about ? ', ' + one.about : '' }}</small></span
                >
              </li>
            }
            @for (one of found()?.peers; track $index) {
              <li>
                <span class="n"></span>
                <span>
                  <b>{{ t('support.suggestions.peer', { organization: one.organization.name }) }}</b>
                  <small lang="sv">{{ one.need }}</small>
                  <small lang="sv">{{ t('support.suggestions.done') }} {{ one.outcome }}</small>
                  <small
                    >{{ t('support.suggestions.effect', { effect: terms.effect(one.effect) }) }}
                    <q lang="sv">{{ one.words }}</q></small
                  >
                  <span class="row-acts"
                    ><a
                      class="btn line sm"
                      routerLink="/kontakter"
                      target="_blank"
                      [queryParams]="{ organization: one.organization.id }"
                      >{{ t('support.suggestions.contact') }}<span class="vh">: {{ one.organization.name }}</span></a
                    ></span
                  >
                </span>
              </li>
            }
          </ul>
        </section>
      }
    </div>
  </ng-container>`,
  styles: 'small + small { display: block; } q:empty { display: none; }',
  imports: [RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class SupportSuggestionsPanel {
  protected readonly terms = inject(SupportTerms);
  readonly title = input.required<string>();
  readonly subject = input('');
  private readonly asked = signal<Record<string, string> | null>(null);
  private readonly latest = keepLatest(suggestionsFor(this.asked));
  protected readonly found = computed(() => (this.asked() ? this.latest() : undefined));
  protected readonly shown = computed(() => {
    const found = this.found();
    return !!found && found.items.length + found.peers.length > 0;
  });

  constructor() {
    effect((onCleanup) => {
      // Never with what the guard stops or asks about.
      const q = isKeepable(this.title()) ? this.title().trim().slice(0, 300) : '';
      const subject = this.subject();
      const wanted = q.length < 5 ? null : { q, ...(subject ? { subject } : {}) };
      const timer = setTimeout(() => this.asked.set(wanted), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
