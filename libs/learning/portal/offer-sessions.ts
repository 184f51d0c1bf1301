import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Offer, OfferSession } from '@samverkan/learning/contract';
import { HumanDatePipe, HumanPeriodPipe, Icon, ProblemWords, plural } from '@samverkan/shared/portal';
import { OfferRequests } from './learning.data';
import { SessionDialog } from './session-dialog';

/** When and where a training is held; whoever holds it adds and changes. */
@Component({
  selector: 'sam-offer-sessions',
  templateUrl: './offer-sessions.html',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, SessionDialog, TranslocoDirective],
})
export class OfferSessions {
  private readonly requests = inject(OfferRequests);
  private readonly geography = inject(GeographyData);
  private readonly words = inject(ProblemWords);
  readonly offer = input.required<Offer>();
  readonly changed = output<Offer>();
  /** The one in the dialog; `new` for another. */
  protected readonly writing = signal<OfferSession | 'new' | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly written = computed(() => {
    const one = this.writing();
    return one === 'new' || one === null ? undefined : one;
  });

  protected file(session: OfferSession): string {
    return `/api/offers/${this.offer().id}/sessions/${session.id}/calendar`;
  }

  protected quotas({ quotas }: OfferSession): string {
    return quotas.map(({ municipalityCode, seats }) => `${this.geography.name(municipalityCode)} ${seats}`).join(', ');
  }

  protected saved(offer: Offer): void {
    this.writing.set(null);
    this.changed.emit(offer);
  }

  protected async remove({ id }: OfferSession): Promise<void> {
    this.problem.set(null);
    try {
      this.changed.emit(await this.requests.removeSession(this.offer().id, id));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
