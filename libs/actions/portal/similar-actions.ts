import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action, ActionSummary } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { isKeepable } from '@samverkan/shared/contract';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, keepLatest } from '@samverkan/shared/portal';
import { neighboursOf } from './actions.data';
import { CooperationRequests, ownCooperations } from './cooperation.data';
import { ProposeDialog } from './propose-dialog';

/** An action as far as it is planned. */
export interface Planned {
  title: string;
  kind: string;
  startsOn: string | null;
  endsOn: string | null;
  goalIds: readonly string[];
  municipalityCodes: readonly string[];
  targetGroups: readonly string[];
  forms: readonly string[];
}

const quietMs = 500;

/** "Någon planerar något liknande": others' actions that are like this one, while it is planned and afterwards. */
@Component({
  selector: 'sam-similar-actions',
  templateUrl: './similar-actions.html',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, ProposeDialog, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class SimilarActions {
  readonly planned = input.required<Planned>();
  /** The action itself, once it is saved. */
  readonly except = input('');
  /** Somebody who has not published it plans something of the same kind. */
  readonly alike = input(false);
  /** The day the county was asked to connect them. */
  readonly connectionAskedOn = input<string | null>(null);
  /** The county has been asked. */
  readonly connected = output<Action>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly asked = signal<Record<string, string> | null>(null);
  private readonly source = neighboursOf(this.asked);
  private readonly latest = keepLatest(this.source);
  protected readonly found = computed(() => (this.asked() ? (this.latest()?.items ?? []) : []));
  /** What she has planned herself, as far as it can be ended by joining another: once it is saved. */
  protected readonly own = computed(() => (this.except() ? { id: this.except(), title: this.planned().title } : null));
  protected readonly proposing = signal<ActionSummary | null>(null);
  private readonly session = inject(SessionStore);
  private readonly cooperations = ownCooperations(() => this.found().length > 0);
  /** By action: what is open between the two already. */
  protected readonly open = computed(() => {
    const items = this.cooperations.hasValue() ? this.cooperations.value().items : [];
    const own = this.session.acting()?.organization?.id;
    return new Map(
      items
        .filter(({ state, organization }) => state === 'open' && organization.id === own)
        .map(({ id, action }) => [action?.id ?? '', id]),
    );
  });

  constructor() {
    effect((onCleanup) => {
      const question = questionOf(this.planned(), this.except());
      const timer = setTimeout(() => this.asked.set(question), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async connect(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.connected.emit(await this.requests.connect(this.except()));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected sent(): void {
    this.proposing.set(null);
    this.cooperations.reload();
  }
}

/** Nothing is asked before there is something to compare, and never with what the guard stops or asks about. */
function questionOf(planned: Planned, except: string): Record<string, string> | null {
  const title = isKeepable(planned.title) ? planned.title.trim().slice(0, 160) : '';
  if (title.length < 4 && planned.goalIds.length === 0) return null;
  const question: Record<string, string> = {
    title,
    kind: planned.kind,
    goal: planned.goalIds.join(','),
    municipality: planned.municipalityCodes.join(','),
    targetGroup: planned.targetGroups.join(','),
    form: planned.forms.join(','),
    from: planned.startsOn ?? '',
    to: planned.endsOn ?? '',
    except,
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== ''));
}
