import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import type { ChainLink } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { gapOf, widthOf, yearsOf } from './period';
import { stateOf } from './strategy-state';

/** The versions of a strategy on one thread, oldest first; time when nothing applied is dotted. */
@Component({
  selector: 'sam-chain',
  templateUrl: './chain-thread.html',
  styleUrl: './chain-thread.scss',
  imports: [Bilingual, RouterLink, TranslocoDirective],
})
export class ChainThread {
  private readonly language = inject(Language);
  readonly links = input.required<readonly ChainLink[]>();
  readonly label = input.required<string>();
  /** The strategy whose page this is. */
  readonly reading = input<string | null>(null);

  protected readonly widths = computed(() => this.links().map(linkWidth).join(' '));
  protected readonly steps = computed(() =>
    this.links().map((link) => {
      if (link.type === 'gap')
        return {
          gap: true as const,
          key: link.startsOn,
          when: gapOf(link.startsOn, link.endsOn, this.language.current()),
        };
      const { strategy } = link;
      const state = stateOf(strategy);
      const here = strategy.id === this.reading();
      const strong = this.reading() ? here : state === 'in_force';
      return {
        gap: false as const,
        key: strategy.id,
        when: yearsOf(strategy.startsOn, strategy.endsOn),
        strategy,
        state,
        here,
        look: strong ? 'now' : state === 'draft' || state === 'coming' ? 'next' : '',
        perhaps: link.replacesVerification === 'inferred',
      };
    }),
  );
}

const linkWidth = (link: ChainLink): string =>
  link.type === 'gap'
    ? widthOf(link.startsOn, link.endsOn, '5rem')
    : widthOf(link.strategy.startsOn, link.strategy.endsOn, '6.25rem');
