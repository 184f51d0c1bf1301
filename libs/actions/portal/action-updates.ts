import {
  Component,
  DOCUMENT,
  DestroyRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Action,
  type ActionUpdate,
  type ActionUpdates,
  linesAtATime,
  mostLines,
  staleAfterDays,
} from '@samverkan/actions/contract';
import { Step, Thread } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Time, Toasts, plural, today } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { ActionRequests } from './actions.data';
import { LinePlace } from './line-place';
import { UpdateForm } from './update-form';
import type { LinesWritten } from './written-line';

const dayMs = 86_400_000;

/** What has happened in an action, newest first; a long silence stands as its own step and asks for a line. */
@Component({
  selector: 'sam-action-updates',
  templateUrl: './action-updates.html',
  imports: [Icon, LinePlace, SensitiveReportButton, Step, Thread, Time, TranslocoDirective, UpdateForm],
})
export class ActionUpdatesThread {
  private readonly requests = inject(ActionRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly form = viewChild(UpdateForm);
  protected readonly terms = inject(TermLists);
  readonly action = input.required<Action>();
  readonly updates = input<readonly ActionUpdate[]>();
  readonly mayReport = input(false);
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  /** There are older lines than those that are given. */
  readonly older = input(false);
  /** Why the lines that were asked for last did not come. */
  readonly problem = input<string | null>(null);
  /** So many lines are wanted. */
  readonly wanted = output<number>();
  readonly written = output<ActionUpdates>();
  /** A line has been hidden. */
  readonly reported = output();
  private readonly here = inject(DestroyRef);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly named = toSignal(inject(ActivatedRoute).fragment);
  /** Which line focus goes to, once it is shown. */
  private goTo: ((lines: readonly ActionUpdate[]) => string | undefined) | undefined;
  protected readonly writing = signal(false);
  protected readonly mostLines = mostLines;
  protected readonly plural = plural;
  /** Days since the last line, when they are many and the action is under way. */
  protected readonly silence = computed(() => {
    const { status, lastUpdateOn, statusSince } = this.action();
    if (status !== 'ongoing') return null;
    const days = Math.round((Date.parse(today()) - Date.parse(lastUpdateOn ?? statusSince)) / dayMs);
    return days > staleAfterDays ? days : null;
  });

  constructor() {
    // An address may name a line that is older than those that are shown.
    effect(() => {
      const named = this.named();
      const list = this.updates();
      if (!named?.startsWith('rad-') || !list || !this.older() || list.some(({ id }) => `rad-${id}` === named)) return;
      untracked(() => this.wanted.emit(mostLines));
    });
    effect(() => {
      const list = this.updates();
      const id = list && this.goTo?.(list);
      if (!id) return;
      this.goTo = undefined;
      afterNextRender(() => this.document.getElementById(`rad-${id}`)?.focus(), { injector: this.injector });
    });
  }

  /** The older lines follow where she has read to. */
  protected showOlder(list: readonly ActionUpdate[]): void {
    const last = list.at(-1)?.id;
    this.goTo = (lines) => lines[lines.findIndex(({ id }) => id === last) + 1]?.id;
    this.wanted.emit(Math.min(mostLines, list.length + linesAtATime));
  }

  unsaved(): boolean {
    return this.form()?.unsaved() ?? false;
  }

  open(): void {
    this.writing.set(true);
  }

  protected done(updates: LinesWritten): void {
    const { written, items } = updates;
    this.writing.set(false);
    this.written.emit(updates);
    // Of a day long ago: it stands among the older ones, and is gone to there.
    if (written && !items.some(({ id }) => id === written)) {
      this.goTo = (lines) => lines.find(({ id }) => id === written)?.id;
      this.wanted.emit(mostLines);
    }
    void this.toasts.show(this.transloco.translate('actions.update.saved'));
  }

  protected async takeBack({ id }: ActionUpdate): Promise<void> {
    if (!(await this.doing(() => this.requests.takeBackUpdate(this.action().id, id)))) return;
    await this.toasts.show(this.transloco.translate('actions.update.taken-back'), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.putBack(id),
    });
  }

  private async putBack(id: string): Promise<void> {
    if (await this.doing(() => this.requests.putBackUpdate(id)))
      await this.toasts.show(this.transloco.translate('actions.update.put-back'));
  }

  /** She may have left the page when she undoes it: then there is nothing to show it in. */
  private async doing(deed: () => Promise<ActionUpdates>): Promise<boolean> {
    try {
      const updates = await deed();
      if (!this.here.destroyed) this.written.emit(updates);
      return true;
    } catch (error) {
      await this.toasts.show(this.words.of(error));
      return false;
    }
  }
}
