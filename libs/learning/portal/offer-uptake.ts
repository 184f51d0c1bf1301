import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Offer, Uptake } from '@samverkan/learning/contract';
import { HumanDatePipe, Icon, ProblemWords, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { OfferRequests, uptakeOf } from './learning.data';
import { OfferUptakeMap } from './offer-uptake-map';
import { OfferSteps } from './offer-steps';

/** Which municipalities have joined a campaign, or how far each has come with the guidance and where they stop; one press for one's own. */
@Component({
  selector: 'sam-offer-uptake',
  templateUrl: './offer-uptake.html',
  styles: 'ol, ul:not(.cards) { padding-left: 1.5rem; }',
  imports: [HumanDatePipe, Icon, OfferSteps, OfferUptakeMap, TranslocoDirective],
})
export class OfferUptake {
  private readonly requests = inject(OfferRequests);
  private readonly geography = inject(GeographyData);
  private readonly words = inject(ProblemWords);
  readonly offer = input.required<Offer>();
  private readonly source = uptakeOf(() => this.offer().id);
  protected readonly uptake = keepLatest(this.source);
  protected readonly writing = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  private readonly busy = signal(false);
  protected readonly campaign = computed(() => this.offer().kind === 'campaign');
  protected readonly open = computed(() => this.offer().status === 'open');
  /** The reader's own municipalities and those that have taken it up, by name. */
  protected readonly rows = computed(() => {
    const { rows = [], mine = [] } = this.uptake() ?? {};
    const others = mine.filter((code) => !rows.some((row) => row.municipalityCode === code));
    return [...rows, ...others.map((code) => ({ municipalityCode: code, joinedOn: null, done: [] as string[] }))]
      .map((row) => ({
        ...row,
        name: this.geography.name(row.municipalityCode),
        mine: mine.includes(row.municipalityCode),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
  });
  protected readonly joined = computed(() => this.rows().filter(({ joinedOn }) => joinedOn !== null).length);
  /** Of those that have begun, how many stand at each step: it is the furthest they have done. */
  protected readonly stops = computed(() => {
    const steps = this.uptake()?.steps ?? [];
    const furthest = this.rows()
      .filter(({ done }) => done.length > 0)
      .map(({ done }) => Math.max(...done.map((id) => steps.findIndex((step) => step.id === id))));
    return steps.map((step, at) => ({ ...step, count: furthest.filter((one) => one === at).length }));
  });

  constructor() {
    reloadOn('learning', this.source);
  }

  protected saved(uptake: Uptake): void {
    this.source.set(uptake);
    this.writing.set(false);
  }

  protected async take(municipalityCode: string, stepId: string | null, done: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.source.set(await this.requests.take(this.offer().id, { municipalityCode, stepId, done }));
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
