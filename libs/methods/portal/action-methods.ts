import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import type { ActionMethod, ActionMethods } from '@samverkan/methods/contract';
import {
  HumanDatePipe,
  Icon,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  provideWords,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { MethodWarnings } from './method-warnings';
import { MethodRequests, methodsOfAction } from './methods.data';
import { methodsWords } from './methods-words';
import { TieDialog } from './tie-dialog';

/** The methods an action is about, with a warning where one lies outside its purpose. */
@Component({
  selector: 'sam-action-methods',
  templateUrl: './action-methods.html',
  styleUrl: './method-parts.scss',
  imports: [HumanDatePipe, Icon, MethodWarnings, RouterLink, SensitiveReportButton, TieDialog, TranslocoDirective],
  providers: [provideWords(methodsWords)],
})
export class ActionMethodsSection {
  private readonly requests = inject(MethodRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly session = inject(SessionStore);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  protected readonly source = methodsOfAction(this.actionId, this.seenAs);
  protected readonly list = keepLatest(this.source);
  protected readonly open = computed(() => this.list()?.items.filter(({ endedOn }) => !endedOn) ?? []);
  protected readonly ended = computed(() => this.list()?.items.filter(({ endedOn }) => endedOn) ?? []);
  protected readonly mayTie = computed(() => !this.seenAs() && (this.list()?.mayTie ?? false));
  protected readonly mayHide = computed(
    () =>
      !this.seenAs() &&
      ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly wanted = computed(() => this.mayTie() && (this.list()?.wanted ?? false));
  protected readonly tiedIds = computed(() => this.open().map(({ method }) => method.id));
  protected readonly tying = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly failed = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  /** Where there is no method and none can be named, nothing is said. */
  protected readonly shown = computed(() => this.mayTie() || (this.list()?.items.length ?? 0) > 0);
  protected readonly plural = plural;

  constructor() {
    reloadOn('actions', this.source);
    reloadOn('methods', this.source);
  }

  protected people({ professions }: ActionMethod): string {
    return this.terms.words('profession', professions);
  }

  protected async tied(list: ActionMethods): Promise<void> {
    this.tying.set(false);
    this.source.set(list);
    await this.toasts.show(this.transloco.translate('methods.tie.done'));
  }

  protected async untie({ id }: ActionMethod): Promise<void> {
    if (!(await this.doing(() => this.requests.untie(id)))) return;
    await this.toasts.show(this.transloco.translate('methods.tie.ended'), {
      label: this.transloco.translate('methods.undo'),
      run: () => void this.doing(() => this.requests.tieAgain(id)),
    });
  }

  private async doing(deed: () => Promise<ActionMethods>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.source.set(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }
}
