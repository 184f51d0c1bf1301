import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Action, ActionChange as Change, ActionUpdates, ActionVerb } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import type { Visibility } from '@samverkan/shared/contract';
import { Status, VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { ActionChange } from './action-change';
import { ActionFacts } from './action-facts';
import { ActionHistoryTable } from './action-history';
import { ActionSections } from './action-sections';
import { ActionSide } from './action-side';
import { ActionUpdatesThread } from './action-updates';
import { ActionRequests, actionOf, historyOf, updatesOf } from './actions.data';
import { CancelDialog } from './cancel-dialog';
import { SeenAsDialog } from './seen-as-dialog';
import { VisibilityDialog } from './visibility-dialog';

/** One action: what it is, what may be done with it, what has happened. */
@Component({
  selector: 'sam-action-page',
  templateUrl: './action.page.html',
  imports: [
    ActionChange,
    ActionFacts,
    ActionHistoryTable,
    ActionSections,
    ActionSide,
    ActionUpdatesThread,
    CancelDialog,
    HumanDatePipe,
    Icon,
    PageHead,
    RouterLink,
    SeenAsDialog,
    SensitiveReportButton,
    Status,
    TranslocoDirective,
    VisibilityBadge,
    VisibilityDialog,
  ],
})
export class ActionPage implements MayHoldUnsaved {
  readonly id = input.required<string>();
  /** She came to write a line: the form is open. */
  readonly write = input<string>();
  private readonly requests = inject(ActionRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  protected readonly source = actionOf(this.id);
  /** How many lines are wanted when the newest are not enough. */
  protected readonly lines = signal<number | undefined>(undefined);
  protected readonly updatesSource = updatesOf(this.id, this.lines);
  private readonly historySource = historyOf(this.id);
  private readonly updatesThread = viewChild(ActionUpdatesThread);
  private readonly change = viewChild(ActionChange);
  protected readonly action = keepLatest(this.source);
  protected readonly updates = keepLatest(this.updatesSource);
  protected readonly history = keepLatest(this.historySource);
  protected readonly plural = plural;
  protected readonly editing = signal(false);
  protected readonly showing = signal(false);
  protected readonly choosing = signal(false);
  protected readonly cancelling = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly session = inject(SessionStore);
  /** Whoever reads and writes here may hide a sensitive text; those who only read cannot. */
  protected readonly mayReport = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly mainVerb = computed(
    () => this.action()?.allowed.verbs.find((verb) => verb === 'plan' || verb === 'start' || verb === 'resume') ?? null,
  );

  constructor() {
    reloadOn('actions', this.source, this.updatesSource, this.historySource);
    let begun = false;
    effect(() => {
      const thread = this.updatesThread();
      if (begun || this.write() !== 'true' || !thread || !this.action()?.allowed.writeUpdate) return;
      begun = true;
      untracked(() => thread.open());
    });
  }

  unsaved(): boolean {
    return (this.updatesThread()?.unsaved() ?? false) || (this.change()?.unsaved() ?? false);
  }

  protected readonly linesMissing = computed(() => {
    const error = this.updatesSource.error();
    return error ? this.words.of(error) : null;
  });

  /** The answer of a deed has the newest lines: where older ones are shown as well they are asked for again. */
  protected written(updates: ActionUpdates): void {
    if (this.lines() === undefined) this.updatesSource.set(updates);
    else this.updatesSource.reload();
    this.source.reload();
  }

  /** Asked for again when they did not come. */
  protected wantLines(lines: number): void {
    if (this.lines() === lines) this.updatesSource.reload();
    else this.lines.set(lines);
  }

  protected openForm(): void {
    this.updatesThread()?.open();
  }

  protected async move(verb: ActionVerb, reason?: string): Promise<void> {
    if (verb === 'cancel' && reason === undefined) {
      this.cancelling.set(true);
      return;
    }
    this.cancelling.set(false);
    const action = await this.doing(() => this.requests.move(this.id(), verb, reason));
    if (!action) return;
    await this.toasts.show(this.transloco.translate(`actions.moved.${verb}`), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.moveBack(action),
    });
  }

  private async moveBack(moved: Action): Promise<void> {
    await this.undoing(() => this.requests.moveBack(moved), 'actions.moved.undo');
  }

  protected async show(visibility: Visibility): Promise<void> {
    const before = this.action()?.visibility;
    this.showing.set(false);
    if (visibility === before) return;
    const action = await this.doing(() => this.requests.show(this.id(), visibility));
    if (!action || !before) return;
    await this.toasts.show(this.transloco.translate(`actions.shown.${visibility}`), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.show(before),
    });
  }

  protected async changed({ action, back }: { action: Action; back: Change | null }): Promise<void> {
    this.source.set(action);
    this.historySource.reload();
    this.editing.set(false);
    const undo = back && {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.putBack(action, back),
    };
    await this.toasts.show(this.transloco.translate('actions.change.saved'), undo ?? undefined);
  }

  /** What stood in the fields she has just changed; refused where somebody has changed them since. */
  private async putBack({ id, version }: Action, back: Change): Promise<void> {
    await this.undoing(() => this.requests.change(id, version, back), 'actions.change.undone');
  }

  /** The message stands wherever she has gone since, so what comes of it is told there too. */
  private async undoing(deed: () => Promise<Action>, done: string): Promise<void> {
    try {
      this.source.set(await deed());
      await this.toasts.show(this.transloco.translate(done));
    } catch (error) {
      this.source.reload();
      await this.toasts.show(this.words.of(error));
    }
    this.historySource.reload();
  }

  private async doing(deed: () => Promise<Action>): Promise<Action | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const action = await deed();
      this.source.set(action);
      this.historySource.reload();
      return action;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
