import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { HumanDatePipe, Language, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { SubscriptionRequests, subscriptionOf } from './calendar.data';

/** The secret address of one's calendar: made, shown once, and taken away. */
@Component({
  selector: 'sam-subscription-dialog',
  templateUrl: './subscription-dialog.html',
  imports: [Dialog, HumanDatePipe, TranslocoDirective],
})
export class SubscriptionDialog {
  private readonly requests = inject(SubscriptionRequests);
  private readonly language = inject(Language);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly closed = output();
  private readonly source = subscriptionOf();
  protected readonly known = keepLatest(this.source);
  protected readonly has = computed(() => this.known()?.subscription ?? null);
  protected readonly address = signal<string | null>(null);
  protected readonly mine = signal(true);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected make(): Promise<void> {
    return this.doing(async () => {
      const { address, subscription } = await this.requests.make({ mine: this.mine(), lang: this.language.current() });
      this.source.set({ subscription });
      this.address.set(address);
    });
  }

  protected remove(): Promise<void> {
    return this.doing(async () => {
      this.source.set(await this.requests.remove());
      this.address.set(null);
      await this.toasts.show(this.transloco.translate('calendar.subscription.removed'));
    });
  }

  protected async copy(address: string): Promise<void> {
    await navigator.clipboard.writeText(address);
    await this.toasts.show(this.transloco.translate('calendar.subscription.copied'));
  }

  private async doing(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
