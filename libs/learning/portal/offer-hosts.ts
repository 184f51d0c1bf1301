import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Hosting, Offer } from '@samverkan/learning/contract';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { Dialog, Unanswered } from '@samverkan/writing/portal';
import { AskHostDialog } from './ask-host-dialog';
import { HostingRequests } from './hosting.data';

/** Who holds a training, who is asked and since when, and the ways in and out. */
@Component({
  selector: 'sam-offer-hosts',
  templateUrl: './offer-hosts.html',
  styles: '.row-acts { margin-top: var(--sam-4); } h3 { margin-block: var(--sam-5) var(--sam-3); }',
  imports: [AskHostDialog, Dialog, HumanDatePipe, Icon, RouterLink, TranslocoDirective, Unanswered],
  host: { class: 'flat' },
})
export class OfferHosts {
  protected readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  readonly offer = input.required<Offer>();
  /** Those of the training, as far as the reader sees them. */
  readonly hostings = input<readonly Hosting[]>([]);
  /** Where they and the training were read, to be read again; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  protected readonly asking = signal<'ask' | 'leave' | 'out' | null>(null);
  /** The one that is to be taken out. */
  protected readonly leaver = signal<OrganizationRef | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Nobody, where the answer is of a release that does not say. */
  protected readonly removable = computed(() => (this.offer().allowed as Partial<Offer['allowed']>).takeOut ?? []);
  protected readonly open = computed(() => this.hostings().filter(({ state }) => state === 'open'));

  protected done(): void {
    this.asking.set(null);
    this.source().reload();
  }

  protected takingOut(host: OrganizationRef): void {
    this.problem.set(null);
    this.leaver.set(host);
    this.asking.set('out');
  }

  protected async takeOut(): Promise<void> {
    const host = this.leaver();
    if (!host) return;
    if (!(await this.doing(() => this.requests.takeOut(this.offer().id, host.id)))) return;
    await this.toasts.show(this.transloco.translate('learning.hosting.taken-out', { party: host.name }));
  }

  protected async leave(): Promise<void> {
    const source = this.source();
    const left = await this.doing(() => this.requests.leave(this.offer().id));
    if (!left) return;
    const undo = {
      label: this.transloco.translate<string>('learning.undo'),
      run: () => void this.comeBack(left.id, source),
    };
    await this.toasts.show(this.transloco.translate('learning.hosting.left'), undo);
  }

  private async comeBack(id: string, source: { reload(): unknown }): Promise<void> {
    try {
      await this.requests.undo(id);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
    source.reload();
  }

  private async doing<T>(deed: () => Promise<T>): Promise<T | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const made = await deed();
      this.asking.set(null);
      // What was pressed may go with the deed: the keyboard stays on the page.
      this.document.getElementById('innehall')?.focus();
      return made;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return null;
    } finally {
      this.busy.set(false);
      this.source().reload();
    }
  }
}
