import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { Dialog, Unanswered } from '@samverkan/writing/portal';
import { CooperationRequests, cooperationsOf } from './cooperation.data';
import { ActionInviteDialog } from './invite-dialog';
import { ProposeDialog } from './propose-dialog';

/** Who does it, who is asked in, and the ways in and out. */
@Component({
  selector: 'sam-action-parties',
  templateUrl: './action-parties.html',
  styleUrl: './action-parties.scss',
  imports: [ActionInviteDialog, Dialog, Icon, ProposeDialog, RouterLink, TranslocoDirective, Unanswered],
  host: { class: 'flat' },
})
export class ActionParties {
  protected readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionStore);
  readonly action = input.required<Action>();
  /** What is asked between the parties is not told. */
  readonly quiet = input(false);
  /** Who does it has changed. */
  readonly changed = output();
  protected readonly source = cooperationsOf(() => (this.quiet() ? '' : this.action().id));
  private readonly latest = keepLatest(this.source);
  protected readonly asking = signal<'invite' | 'propose' | 'leave' | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly open = computed(() => (this.latest()?.items ?? []).filter(({ state }) => state === 'open'));
  /** The reader's own organisation is asked, or has asked, already. */
  protected readonly asked = computed(() => {
    const own = this.session.acting()?.organization?.id;
    return this.open().some(({ organization }) => organization.id === own);
  });

  constructor() {
    reloadOn('actions', this.source);
  }

  protected done(): void {
    this.asking.set(null);
    this.source.reload();
  }

  protected async leave(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const left = await this.requests.leave(this.action().id);
      this.asking.set(null);
      this.changed.emit();
      const undo = { label: this.transloco.translate<string>('actions.undo'), run: () => void this.rejoin(left.id) };
      await this.toasts.show(this.transloco.translate('actions.leave.done'), undo);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async rejoin(id: string): Promise<void> {
    try {
      await this.requests.undo(id);
      this.changed.emit();
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
  }
}
