import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Offer, OfferSession } from '@samverkan/learning/contract';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, Toasts, plural } from '@samverkan/shared/portal';
import { OfferRequests } from './learning.data';
import { SessionDialog } from './session-dialog';

/** When and where a training is held; whoever holds it adds and changes. */
@Component({
  selector: 'sam-offer-sessions',
  templateUrl: './offer-sessions.html',
  styles: '.row-acts { margin-block-start: var(--sam-2); }',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, RouterLink, SessionDialog, TranslocoDirective],
})
export class OfferSessions {
  private readonly requests = inject(OfferRequests);
  private readonly geography = inject(GeographyData);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly busy = signal(false);
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
    await this.doing(() => this.requests.removeSession(this.offer().id, id));
  }

  protected async register({ id }: OfferSession): Promise<void> {
    const offer = await this.doing(() => this.requests.registerSelf(this.offer().id, id));
    const own = offer?.sessions.find((one) => one.id === id)?.own;
    if (own) await this.toasts.show(this.transloco.translate(`learning.own.now.${own}`));
  }

  protected async unregister({ id }: OfferSession): Promise<void> {
    const offer = await this.doing(() => this.requests.endSelf(this.offer().id, id));
    if (offer !== undefined) await this.toasts.show(this.transloco.translate('learning.own.ended'));
    // Given back, and the training is not shown to her any more.
    if (offer === null) await this.router.navigate(['/utbildningar']);
  }

  private async doing<T extends Offer | null>(deed: () => Promise<T>): Promise<T | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const offer = await deed();
      if (offer) this.changed.emit(offer);
      return offer;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }
}
