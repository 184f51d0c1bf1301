import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BegunPublication, OfferPublications } from '@samverkan/learning/contract';
import { Icon, ProblemWords, Toasts, keepLatest, newIdempotencyKey, reloadOn } from '@samverkan/shared/portal';
import { OfferRequests, publicationsOf } from './learning.data';

type Material = OfferPublications['materials'][number];

/** What of a training has been published; and for a county board that holds it one press that begins a publication of its material. */
@Component({
  selector: 'sam-offer-publications',
  templateUrl: './offer-publications.html',
  imports: [Icon, RouterLink, TranslocoDirective],
})
export class OfferPublicationsSection {
  private readonly requests = inject(OfferRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  readonly offerId = input.required<string>();
  private readonly source = publicationsOf(this.offerId);
  protected readonly published = keepLatest(this.source);
  protected readonly problem = signal<string | null>(null);
  private readonly busy = signal(false);
  /** The same press sent twice begins one draft. */
  private readonly keys = new Map<string | null, string>();

  constructor() {
    reloadOn('learning', this.source);
    reloadOn('publications', this.source);
  }

  /** Leads to the draft's form, where series, number and authors are written; back again where it was not meant. */
  protected async begin({ stepId }: Material): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const offerId = this.offerId();
    const key = this.keys.get(stepId) ?? newIdempotencyKey();
    this.keys.set(stepId, key);
    try {
      const begun = await this.requests.beginPublication(offerId, { stepId }, key);
      this.keys.delete(stepId);
      await this.router.navigate(['/publikationer', begun.id, 'andra']);
      const words = begun.summaryCut ? 'learning.publication.begun-cut' : 'learning.publication.begun';
      await this.toasts.show(this.transloco.translate(words), {
        label: this.transloco.translate('learning.undo'),
        run: () => void this.undo(offerId, begun),
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
    } finally {
      this.busy.set(false);
    }
  }

  /** Away again, and back to the training. What could not be taken away is told where she is. */
  private async undo(offerId: string, begun: BegunPublication): Promise<void> {
    try {
      await this.requests.discardPublication(begun);
      await this.router.navigate(['/utbildningar', offerId]);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
  }
}
