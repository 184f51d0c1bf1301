import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Hosting, Offer } from '@samverkan/learning/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { AskHostDialog } from './ask-host-dialog';
import { HostingWaiting } from './hosting-waiting';
import { HostingRequests } from './hosting.data';

/** Who holds a training, who is asked and since when, and the ways in and out. */
@Component({
  selector: 'sam-offer-hosts',
  templateUrl: './offer-hosts.html',
  styles: '.row-acts { margin-top: var(--sam-4); } h3 { margin-block: var(--sam-5) var(--sam-3); }',
  imports: [AskHostDialog, Dialog, HostingWaiting, HumanDatePipe, Icon, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class OfferHosts {
  private readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly offer = input.required<Offer>();
  /** Those of the training, as far as the reader sees them. */
  readonly hostings = input<readonly Hosting[]>([]);
  /** Where they were read, to be read again. */
  readonly source = input.required<{ reload(): unknown }>();
  /** Who holds it has changed. */
  readonly changed = output();
  protected readonly asking = signal<'ask' | 'leave' | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly open = computed(() => this.hostings().filter(({ state }) => state === 'open'));

  protected done(): void {
    this.asking.set(null);
    this.source().reload();
  }

  protected async leave(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const left = await this.requests.leave(this.offer().id);
      this.asking.set(null);
      this.changed.emit();
      const label = this.transloco.translate<string>('learning.undo');
      await this.toasts.show(this.transloco.translate('learning.hosting.left'), {
        label,
        run: () => void this.comeBack(left.id),
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async comeBack(id: string): Promise<void> {
    try {
      await this.requests.undo(id);
      this.changed.emit();
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
  }
}
