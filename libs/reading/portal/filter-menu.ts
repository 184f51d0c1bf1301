import { Component, type ElementRef, computed, input, model, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Choice } from './chips';
import { Icon } from '@samverkan/shared/portal';

const searchFrom = 11;
let made = 0;

/** A filter as a chip: opens its choices, shows what is chosen, and takes it away with one press. */
@Component({ selector: 'sam-filter', templateUrl: './filter-menu.html', imports: [Icon, TranslocoDirective] })
export class FilterMenu {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model<readonly string[]>([]);
  protected readonly id = `sam-filter-${++made}`;
  protected readonly wanted = signal('');
  protected readonly open = signal(false);
  private readonly chip = viewChild.required<ElementRef<HTMLElement>>('chip');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly searchable = computed(() => this.choices().length >= searchFrom);
  protected readonly shown = computed(() => {
    const wanted = this.wanted().trim().toLocaleLowerCase('sv');
    return this.choices().filter((choice) => choice.label.toLocaleLowerCase('sv').includes(wanted));
  });
  protected readonly words = computed(() => {
    const chosen = this.choices().filter((choice) => this.value().includes(choice.value));
    const first = chosen[0]?.label ?? '';
    return this.value().length > 1 ? `${first} +${this.value().length - 1}` : first;
  });

  protected place(event: Event): void {
    const opens = (event as ToggleEvent).newState === 'open';
    this.open.set(opens);
    if (!opens) return;
    this.wanted.set('');
    const chip = this.chip().nativeElement.getBoundingClientRect();
    const style = this.panel().nativeElement.style;
    style.top = `${Math.max(8, Math.min(chip.bottom + 6, window.innerHeight - 360))}px`;
    style.left = `${Math.max(16, Math.min(chip.left, window.innerWidth - 368))}px`;
  }

  protected toggle(value: string): void {
    this.value.update((chosen) =>
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  }
}
