import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Action } from '@samverkan/actions/contract';
import { TranslocoDirective } from '@jsverse/transloco';
import { Status, VisibilityBadge } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, ProblemWords, asProblem, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { ActionFacts } from './action-facts';
import { ActionHistoryTable } from './action-history';
import { ActionSections } from './action-sections';
import { ActionSide } from './action-side';
import { ActionUpdatesThread } from './action-updates';
import { actionOf, historyOf, updatesOf } from './actions.data';
import { PartyNames } from './party-names';
import { SeenAsDialog } from './seen-as-dialog';

const nothing: Action['allowed'] = {
  edit: false,
  writeUpdate: false,
  changeVisibility: false,
  invite: false,
  propose: false,
  leave: false,
  verbs: [],
};

/** An action exactly as another party's user gets it. Nothing can be done here. */
@Component({
  selector: 'sam-action-seen-as-page',
  templateUrl: './action-seen-as.page.html',
  imports: [
    ActionFacts,
    ActionHistoryTable,
    ActionSections,
    ActionSide,
    ActionUpdatesThread,
    HumanDatePipe,
    Icon,
    PageHead,
    RouterLink,
    SeenAsDialog,
    Status,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class ActionSeenAsPage {
  readonly id = input.required<string>();
  /** The organisation whose eyes are lent. */
  readonly party = input.required<string>();
  private readonly names = inject(PartyNames);
  private readonly words = inject(ProblemWords);
  private readonly ownSource = actionOf(this.id);
  private readonly source = actionOf(this.id, this.party);
  protected readonly lines = signal<number | undefined>(undefined);
  private readonly updatesSource = updatesOf(this.id, this.lines, this.party);
  private readonly historySource = historyOf(this.id, this.party);
  protected readonly choosing = signal(false);
  protected readonly own = computed(() => (this.ownSource.hasValue() ? this.ownSource.value() : undefined));
  protected readonly partyName = computed(() => this.names.of(this.party()) ?? '…');
  /** What they may do there is told in words: no button of theirs is pressed from here. */
  protected readonly theirs = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly action = computed(() => {
    const action = this.theirs();
    return action && { ...action, allowed: nothing };
  });
  private readonly latest = keepLatest(this.updatesSource);
  protected readonly updates = computed(() => this.latest()?.items.map((update) => ({ ...update, removable: false })));
  protected readonly older = computed(() => this.latest()?.older ?? false);
  protected readonly linesMissing = computed(() => {
    const error = this.updatesSource.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly history = computed(() =>
    this.historySource.hasValue() ? this.historySource.value().items : undefined,
  );
  protected readonly unseen = computed(() => asProblem(this.source.error())?.code === 'not-seen-by-them');
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error && !this.unseen() ? this.words.of(error) : null;
  });
  /** `edit` includes writing a line. */
  protected readonly may = computed(() => {
    const allowed = this.theirs()?.allowed;
    return allowed?.edit ? 'edit' : allowed?.writeUpdate ? 'write' : 'read';
  });

  constructor() {
    reloadOn('actions', this.ownSource, this.source, this.updatesSource, this.historySource);
    effect(() => {
      const party = this.party();
      untracked(() => this.names.fetch([party]));
    });
  }

  /** Asked for again when they did not come. */
  protected wantLines(lines: number): void {
    if (this.lines() === lines) this.updatesSource.reload();
    else this.lines.set(lines);
  }
}
