import { httpResource } from '@angular/common/http';
import { Component, computed, input, model, signal } from '@angular/core';
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

/** One party, found by any name it has had and chosen by press. It stands here, and not behind the door of organizations, since the first page fetches that one. */
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
            <li class="small muted">{{ t('shared.party.none') }}</li>
          }
        </ul>
      }
    </div>
  </div>`,
  imports: [FieldError, Icon, TranslocoDirective],
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
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly chosen = computed(
    () => [this.picked(), this.known()].find((one) => one?.id === this.value())?.name ?? '…',
  );
  protected readonly found = computed(() =>
    (this.source.hasValue() ? this.source.value().items : []).filter(
      ({ id }) => id !== this.value() && id !== this.except(),
    ),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  /** Takes the first of those found. */
  protected enter(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const [first] = this.found();
    if (first && this.wanted()) this.choose(first, field);
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
