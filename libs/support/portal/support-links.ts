import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isKeepable } from '@samverkan/shared/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import type { SupportLink, SupportRequest } from '@samverkan/support/contract';
import { SupportRequests, suggestionsFor } from './support.data';

const quietMs = 300;

/** Actions, trainings, methods and publications that the support is or led to, and the way to add one. */
@Component({
  selector: 'sam-support-links',
  template: `<section class="sec" aria-labelledby="support-links" *transloco="let t">
    <div class="sec-h">
      <h2 id="support-links">{{ t('support.links') }}</h2>
    </div>
    <ul class="people">
      @for (one of request().links; track one.id) {
        <li>
          <span class="n"></span>
          <span
            ><a [routerLink]="one.path"
              ><b>{{ one.title }}</b></a
            ><small>{{ t('support.kind.' + one.kind) }}{{ one.about ? ', ' + one.about : '' }}</small>
            @if (request().allowed.write) {
              <span class="row-acts"
                ><button type="button" class="btn text sm" [attr.aria-disabled]="busy()" (click)="remove(one)">
                  {{ t('support.links.remove') }}<span class="vh">: {{ one.title }}</span>
                </button></span
              >
            }
          </span>
        </li>
      }
    </ul>
    @if (request().links.length === 0) {
      <p class="muted">{{ t('support.links.none') }}</p>
    }
    @if (request().allowed.write) {
      <div class="field">
        <label for="support-link">{{ t('support.links.add') }}</label>
        <input
          #words
          class="in"
          id="support-link"
          autocomplete="off"
          aria-describedby="support-link-help"
          [value]="wanted()"
          (input)="wanted.set(words.value)"
        />
        <p class="help" id="support-link-help">{{ t('support.links.help') }}</p>
        <div role="status">
          @if (found(); as items) {
            <ul class="chips">
              @for (one of items; track one.id) {
                <li>
                  <button type="button" class="chip" [attr.aria-disabled]="busy()" (click)="add(one)">
                    <sam-icon name="plus" />{{ one.title }} ({{ t('support.kind.' + one.kind) }})
                  </button>
                </li>
              } @empty {
                <li class="small muted">{{ t('support.links.nothing') }}</li>
              }
            </ul>
          }
        </div>
      </div>
    }
    @if (problem(); as said) {
      <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
    }
  </section>`,
  imports: [Icon, RouterLink, TranslocoDirective],
})
export class SupportLinks {
  private readonly requests = inject(SupportRequests);
  private readonly problems = inject(ProblemWords);
  readonly request = input.required<SupportRequest>();
  readonly changed = output();
  protected readonly wanted = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly asked = signal<Record<string, string> | null>(null);
  private readonly source = suggestionsFor(this.asked);
  protected readonly found = computed(() =>
    this.asked() && this.source.hasValue() ? this.source.value().items : null,
  );

  constructor() {
    effect((onCleanup) => {
      const q = isKeepable(this.wanted()) ? this.wanted().trim().slice(0, 300) : '';
      const timer = setTimeout(() => this.asked.set(q.length < 4 ? null : { q }), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected add({ kind, id }: SupportLink): Promise<void> {
    return this.tell(() => this.requests.step(this.request().id, 'links', { kind, id }));
  }

  protected remove({ kind, id }: SupportLink): Promise<void> {
    return this.tell(() => this.requests.unlink(this.request().id, kind, id));
  }

  private async tell(deed: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
      this.wanted.set('');
      this.changed.emit();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
