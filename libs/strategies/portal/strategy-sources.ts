import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';

/** Where the facts come from, and how far they have been checked. */
@Component({
  selector: 'sam-strategy-sources',
  templateUrl: './strategy-sources.html',
  styleUrl: './strategy-sources.scss',
  imports: [Icon, TranslocoDirective],
})
export class StrategySources {
  readonly strategy = input.required<Strategy>();
  protected readonly outward = computed(() => this.sources().some((source) => source.address));
  protected readonly sources = computed(() =>
    this.strategy().sources.map((source) => {
      const isAddress = /^https?:\/\//.test(source);
      return {
        text: isAddress ? new URL(source).hostname.replace(/^www\./, '') : source,
        address: isAddress ? source : null,
      };
    }),
  );
}
