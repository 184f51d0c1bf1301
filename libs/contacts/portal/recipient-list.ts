import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, plural } from '@samverkan/shared/portal';
import type { RecipientsChosen } from './recipients-chosen';

const atATime = 50;

/** Those a choice reaches, with a tick to leave one out, and those it does not reach. */
@Component({
  selector: 'sam-recipient-list',
  templateUrl: './recipient-list.html',
  imports: [Icon, RouterLink, TranslocoDirective],
})
export class RecipientList {
  readonly chosen = input.required<RecipientsChosen>();
  protected readonly plural = plural;
  private readonly shown = linkedSignal({ source: () => this.chosen().reachable().length, computation: () => atATime });
  protected readonly rows = computed(() => this.chosen().reachable().slice(0, this.shown()));
  protected readonly more = computed(() => Math.max(0, this.chosen().reachable().length - this.shown()));
  protected readonly leftOut = computed(() => this.chosen().reachable().length - this.chosen().taken().length);

  protected showMore(): void {
    this.shown.update((shown) => shown + 200);
  }
}
