import { Component, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { partiesNamed } from './support.data';

const quietMs = 200;
let made = 0;

/** One party, found by its name and chosen by press. */
@Component({
  selector: 'sam-party-picker',
  template: `<div class="field" *transloco="let t">
    <label [for]="id">{{ label() }}</label>
    @if (chosen(); as party) {
      <ul class="chips picked">
        <li>
          <button type="button" class="chip on" (click)="choose(null, field)">
            {{ party }}<sam-icon name="close" /><span class="vh">{{ t('support.party.remove') }}</span>
          </button>
        </li>
      </ul>
    }
    <input
      #field
      class="in"
      autocomplete="off"
      [id]="id"
      [attr.aria-describedby]="id + '-help'"
      (input)="search(field.value)"
      (keydown.enter)="enter($event, field)"
    />
    <p class="help" [id]="id + '-help'">{{ help() }}</p>
    <div role="status">
      @if (wanted() && source.hasValue()) {
        <ul class="chips">
          @for (party of source.value().items; track party.id) {
            <li>
              <button type="button" class="chip" (click)="choose(party, field)">
                <sam-icon name="plus" />{{ party.name }}
              </button>
            </li>
          } @empty {
            <li class="small muted">{{ t('support.party.none') }}</li>
          }
        </ul>
      }
    </div>
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class PartyPicker implements FormValueControl<string> {
  readonly value = model('');
  readonly label = input.required<string>();
  readonly help = input('');
  protected readonly id = `sam-party-${++made}`;
  protected readonly wanted = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected enter(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const only = this.source.hasValue() ? this.source.value().items[0] : undefined;
    if (only && this.wanted()) this.choose(only, field);
  }

  protected choose(party: Pick<OrganizationRef, 'id' | 'name'> | null, field: HTMLInputElement): void {
    this.value.set(party?.id ?? '');
    this.chosen.set(party?.name ?? null);
    field.value = '';
    this.wanted.set('');
    field.focus();
  }
}
