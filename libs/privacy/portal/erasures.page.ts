import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Proof, ProofAsked } from '@samverkan/identity/portal';
import type { Erasure, ErasureDecisionInput } from '@samverkan/privacy/contract';
import { PageHead, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { DecisionDialog } from './decision-dialog';
import { ErasureState } from './erasure-state';
import { PrivacyRequests, erasureList } from './privacy.data';

/** Requests that somebody's data go: what waits to be decided, and what was. */
@Component({
  selector: 'sam-erasures-page',
  templateUrl: './erasures.page.html',
  imports: [DecisionDialog, ErasureState, PageHead, ProofAsked, TranslocoDirective],
})
export class ErasuresPage {
  private readonly requests = inject(PrivacyRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly source = erasureList();
  private readonly list = keepLatest(this.source);
  protected readonly items = computed(() => this.list()?.items);
  protected readonly waiting = computed(() => this.items()?.filter(({ state }) => state === 'waiting') ?? []);
  protected readonly over = computed(() => this.items()?.filter(({ state }) => state !== 'waiting') ?? []);
  protected readonly deciding = signal<Erasure | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly failed = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  protected async decide({ id }: Erasure, input: ErasureDecisionInput): Promise<void> {
    this.deciding.set(null);
    this.problem.set(null);
    try {
      await this.proof.before(async () => {
        await this.requests.decide(id, input);
        await this.toasts.show(this.transloco.translate(`privacy.erasure.done.${input.decision}`));
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
    this.source.reload();
  }
}
