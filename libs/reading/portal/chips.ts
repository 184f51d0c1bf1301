import { Component, computed, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';

export interface Choice {
  value: string;
  label: string;
}

/** A short vocabulary, any number chosen. Buttons that are pressed or not: Tab moves, Space and Enter choose. */
@Component({
  selector: 'sam-chips',
  templateUrl: './chips.html',
  imports: [Icon, TranslocoDirective],
})
export class Chips implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  readonly label = input.required<string>();
  /** How many stand before "Fler"; chosen ones always stand. */
  readonly first = input(6);
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? this.choices() : this.choices().filter((c, at) => at < this.first() || this.value().includes(c.value)),
  );

  protected toggle(value: string): void {
    this.value.update((chosen) =>
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  }
}
