import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CooperationSubject, Nudge } from '@samverkan/actions/contract';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { CooperationRequests, connections } from './cooperation.data';
import { ProposeDialog } from './propose-dialog';

/** For the county: who asks to be connected. For a party: what the county has sent on to it. Nothing where there is neither. */
@Component({
  selector: 'sam-connection-list',
  templateUrl: './connection-list.html',
  styleUrl: './connection-list.scss',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, ProposeDialog, RouterLink, TranslocoDirective],
})
export class ConnectionList {
  private readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly source = connections();
  protected readonly terms = inject(TermLists);
  protected readonly list = keepLatest(this.source);
  /** There is something here; not known until it has been read. */
  readonly some = computed(() => {
    const list = this.list();
    return list ? list.items.length + list.nudges.length > 0 : undefined;
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly proposing = signal<{ nudge: Nudge; action: CooperationSubject } | null>(null);

  constructor() {
    reloadOn('actions', this.source);
  }

  protected forward(id: string): Promise<void> {
    return this.doing(() => this.requests.forward(id), 'actions.connection.forwarded');
  }

  protected decline(id: string): Promise<void> {
    return this.doing(() => this.requests.sayNothing(id), 'actions.nudge.declined');
  }

  protected sent(): void {
    this.proposing.set(null);
    this.source.reload();
  }

  private async doing(deed: () => Promise<unknown>, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
      await this.toasts.show(this.transloco.translate(said));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.source.reload();
    }
  }
}
