import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { ACTING_COUNTY, HumanDatePipe, PageHead, ProblemWords, keepLatest, plural } from '@samverkan/shared/portal';
import type { ChainLink } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { ChainThread } from './chain-thread';
import { yearsOf } from './period';
import { strategyOverview } from './strategies.data';
import { StrategyState } from './strategy-state';

/** The national frames and each county's chains of strategies, as threads and as one table. */
@Component({
  selector: 'sam-strategies-page',
  templateUrl: './strategies.page.html',
  styleUrl: './strategies.page.scss',
  imports: [Bilingual, ChainThread, HumanDatePipe, PageHead, RouterLink, StrategyState, TranslocoDirective],
})
export class StrategiesPage {
  private readonly words = inject(ProblemWords);
  private readonly acting = inject(ACTING_COUNTY);
  protected readonly geography = inject(GeographyData);
  protected readonly source = strategyOverview();
  protected readonly overview = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly yearsOf = yearsOf;
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  /** The own county's chains first. */
  protected readonly chains = computed(() =>
    (this.overview()?.chains ?? [])
      .map((chain) => ({ ...chain, newest: newestIn(chain.links) }))
      .sort((one, other) => Number(other.countyCode === this.acting()) - Number(one.countyCode === this.acting())),
  );
}

const newestIn = (links: readonly ChainLink[]) => links.filter((link) => link.type === 'strategy').at(-1)?.strategy;
