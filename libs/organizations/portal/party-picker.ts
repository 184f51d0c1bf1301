import { Component, computed, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import { partiesNamed } from './organizations.data';

const quietMs = 200;
let made = 0;

/** Picks one party by any name it has had. */
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
      <div class="chips picked">
        <button type="button" class="chip on" (click)="value.set('')">
          {{ pickedName() }}<sam-icon name="close" /><span class="vh">{{ t('organizations.list.remove') }}</span>
        </button>
      </div>
    }
    <input
      #field
      class="in"
      autocomplete="off"
      [id]="id"
      [attr.aria-describedby]="id + '-help ' + id + '-error'"
      [placeholder]="t('organizations.form.party.search')"
      [matAutocomplete]="answers"
      (input)="search(field.value)"
      (keydown.enter)="$event.preventDefault()"
    />
    <mat-autocomplete
      #answers="matAutocomplete"
      [displayWith]="nothing"
      (optionSelected)="pick($event.option.value, field)"
    >
      @for (party of found(); track party.id) {
        <mat-option [value]="party"
          >{{ party.name }}{{ party.matchedName ? ' · ' + party.matchedName : '' }}</mat-option
        >
      }
    </mat-autocomplete>
    <p class="help" [id]="id + '-help'">{{ help() }}</p>
    <sam-field-error [id]="id + '-error'" [errors]="errors()" />
  </div>`,
  imports: [FieldError, Icon, MatAutocomplete, MatAutocompleteTrigger, MatOption, TranslocoDirective],
})
export class PartyPicker implements FormValueControl<string> {
  readonly value = model('');
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly label = input.required<string>();
  readonly help = input.required<string>();
  readonly optional = input(true);
  /** What is known of the one already chosen. */
  readonly known = input<OrganizationRef | null>(null);
  /** The party that is edited: it is not picked for itself. */
  readonly except = input('');
  protected readonly id = `sam-party-${++made}`;
  private readonly wanted = signal('');
  private readonly picked = signal<{ id: string; name: string } | null>(null);
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly pickedName = computed(
    () => [this.picked(), this.known()].find((one) => one?.id === this.value())?.name ?? '…',
  );
  protected readonly found = computed(() =>
    (this.wanted() && this.source.hasValue() ? this.source.value().items : []).filter(
      ({ id }) => id !== this.value() && id !== this.except(),
    ),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected pick(party: { id: string; name: string }, field: HTMLInputElement): void {
    this.picked.set(party);
    this.value.set(party.id);
    this.wanted.set('');
    field.value = '';
  }

  protected readonly nothing = (): string => '';
}
