import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanDatePipe, Icon, plural } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';

/** Who signed or took part, under the names of that time; those the source does not name are counted, never invented. */
@Component({
  selector: 'sam-strategy-signatories',
  templateUrl: './strategy-signatories.html',
  imports: [HumanDatePipe, Icon, RouterLink, TranslocoDirective],
})
export class StrategySignatories {
  readonly strategy = input.required<Strategy>();
  protected readonly plural = plural;
  protected readonly signed = computed(() => this.strategy().signatories.some((one) => one.capacity === 'signed'));
  /** Small numbers are written as words in Swedish and English alike. */
  protected readonly unnamedKey = computed(() => Math.min(this.strategy().unnamedSignatories, 13));
}
