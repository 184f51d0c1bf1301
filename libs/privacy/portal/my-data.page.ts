import { Component, computed, inject, signal, viewChildren } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Proof, ProofAsked } from '@samverkan/identity/portal';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { PageHead, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { ErasureState } from './erasure-state';
import { PrivacyRequests, erasureList } from './privacy.data';
import { PersonalExtract } from './personal-extract';

/** Everything that is held on the signed-in person, and her own request that it goes. */
@Component({
  selector: 'sam-my-data-page',
  templateUrl: './my-data.page.html',
  imports: [ErasureState, GuardedText, PageHead, PersonalExtract, ProofAsked, TranslocoDirective],
})
export class MyDataPage {
  private readonly requests = inject(PrivacyRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly guarded = viewChildren(GuardedText);
  private readonly source = erasureList();
  private readonly list = keepLatest(this.source);
  protected readonly mine = computed(() => this.list()?.items.filter(({ own }) => own) ?? []);
  protected readonly waits = computed(() => this.mine().some(({ state }) => state === 'waiting'));
  protected readonly asking = signal(false);
  protected readonly message = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly blocked = computed(() => this.guarded().some((text) => text.blocked()));
  protected readonly problem = signal<string | null>(null);

  protected ask(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked()) return Promise.resolve();
    return this.deed('privacy.erasure.asked', async () => {
      await this.requests.ask({
        ...(this.message().trim() ? { message: this.message() } : {}),
        guardConfirmed: confirmation('message', this.confirmed()),
      });
      this.asking.set(false);
      this.message.set('');
    });
  }

  protected withdraw(id: string): Promise<void> {
    return this.deed('privacy.erasure.withdrawn', () => this.requests.withdraw(id));
  }

  private async deed(said: string, work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await this.proof.before(async () => {
        await work();
        await this.toasts.show(this.transloco.translate(said));
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
    this.source.reload();
  }
}
