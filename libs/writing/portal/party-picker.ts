import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from './field-error';

const quietMs = 200;
let made = 0;

interface Named {
  id: string;
  name: string;
}

/** One party, found by any name it has had and chosen by press; the arrow keys walk those found. It stands here, and not behind the door of organizations, since the first page fetches that one. */
@Component({
  selector: 'sam-party-picker',
  template: `<div class="field" *transloco="let t">
    <label [for]="id"
      >{{ label() }}
      @if (optional()) {
        <span class="opt">{{ t('shared.form.optional') }}</span>
      }
    </label>
    @if (value()) {
      <ul class="chips picked">
        <li>
          <button type="button" class="chip on" (click)="choose(null, field)">
            {{ chosen() }}<sam-icon name="close" /><span class="vh">{{ t('shared.party.remove') }}</span>
          </button>
        </li>
      </ul>
    }
    <input
      #field
      class="in"
      autocomplete="off"
      [id]="id"
      [attr.aria-describedby]="id + '-help ' + id + '-error'"
      (input)="search(field.value)"
      (keydown.enter)="enter($event, field)"
    />
    <p class="help" [id]="id + '-help'">{{ help() }}</p>
    <sam-field-error [id]="id + '-error'" [errors]="errors()" />
    <div role="status">
      @if (wanted() && source.hasValue()) {
        <ul class="chips">
          @for (party of found(); track party.id) {
            <li>
              <button type="button" class="chip" (click)="choose(party, field)">
                <sam-icon name="plus" />{{ party.name }}{{ party.matchedName ? ' · ' + party.matchedName : '' }}
              </button>
            </li>
          } @empty {
            @if (hits().length === 0) {
              <li class="small muted">{{ t('shared.party.none') }}</li>
            }
          }
        </ul>
      }
    </div>
  </div>`,
  imports: [FieldError, Icon, TranslocoDirective],
  host: { '(keydown.arrowdown)': 'walk($event, 1)', '(keydown.arrowup)': 'walk($event, -1)' },
})
export class PartyPicker implements FormValueControl<string> {
  readonly value = model('');
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly label = input.required<string>();
  readonly help = input('');
  /** The label says that it may be left out. */
  readonly optional = input(false);
  /** What is known of the one already chosen. */
  readonly known = input<Named | null>(null);
  /** The party that is edited: it is not picked for itself. */
  readonly except = input('');
  protected readonly id = `sam-party-${++made}`;
  protected readonly wanted = signal('');
  private readonly picked = signal<Named | null>(null);
  protected readonly source = httpResource<{ items: (Named & { matchedName: string | null })[] }>(() => {
    const q = this.wanted();
    return q ? { url: '/api/organizations', params: { q, size: 10 } } : undefined;
  });
  /** One that was chosen another time: only its id was kept. */
  private readonly kept = httpResource<Named>(() =>
    this.value() && ![this.picked(), this.known()].some((one) => one?.id === this.value())
      ? `/api/organizations/${this.value()}`
      : undefined,
  );
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly chosen = computed(() => {
    const kept = this.kept.hasValue() ? this.kept.value() : null;
    return [this.picked(), this.known(), kept].find((one) => one?.id === this.value())?.name ?? '…';
  });
  protected readonly hits = computed(() => (this.source.hasValue() ? this.source.value().items : []));
  protected readonly found = computed(() =>
    this.hits().filter(({ id }) => id !== this.value() && id !== this.except()),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  /** Takes the first of those found, when they are found by what stands in the field. */
  protected enter(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const [first] = this.found();
    if (first && this.wanted() && this.wanted() === field.value.trim()) this.choose(first, field);
  }

  /** From the field to those found, and round again. */
  protected walk(event: Event, step: 1 | -1): void {
    const stops = [...this.host.nativeElement.querySelectorAll<HTMLElement>('input, [role=status] button')];
    if (stops.length < 2) return;
    event.preventDefault();
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  }

  protected choose(party: Named | null, field: HTMLInputElement): void {
    clearTimeout(this.timer);
    this.picked.set(party);
    this.value.set(party?.id ?? '');
    field.value = '';
    this.wanted.set('');
    field.focus();
  }
}
