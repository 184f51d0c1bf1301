import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Time,
  Toasts,
  asProblem,
  keepLatest,
  plural,
} from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { type GoalWay, type Succession, type SuccessionKind, lackOf } from '@samverkan/strategies/contract';
import { AdoptDialog } from './adopt-dialog';
import { Bilingual } from './bilingual';
import { successionOf } from './strategies.data';
import { StrategyRequests } from './strategy-requests';
import { type Way, WayChoice } from './way-choice';
import { WayFollowers } from './way-followers';
import { yearsOf } from './period';

/** Where each goal of the strategy before goes in the new one, one at a time; adoption waits until all have been told. */
@Component({
  selector: 'sam-succession-page',
  templateUrl: './succession.page.html',
  styleUrl: './succession.page.scss',
  imports: [
    AdoptDialog,
    Bilingual,
    GuardedText,
    Icon,
    PageHead,
    RouterLink,
    Time,
    TranslocoDirective,
    WayChoice,
    WayFollowers,
  ],
})
export class SuccessionPage implements MayHoldUnsaved {
  private readonly requests = inject(StrategyRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly id = input.required<string>();
  /** The goal before that is looked at, in the address. */
  readonly mal = input<string>();

  protected readonly source = successionOf(() => this.id());
  private readonly fetched = keepLatest(this.source);
  private readonly answered = signal<Succession | null>(null);
  protected readonly succession = computed(() => this.answered() ?? this.fetched());
  protected readonly ways = computed(() => this.succession()?.ways ?? []);
  protected readonly lacking = computed(() => this.ways().filter((way) => way.lacks !== null));
  protected readonly done = computed(() => this.ways().length - this.lacking().length);
  protected readonly at = computed(() => {
    const found = this.ways().findIndex((way) => way.goal.id === this.mal());
    return found >= 0
      ? found
      : Math.max(
          0,
          this.ways().findIndex((way) => way.lacks !== null),
        );
  });
  protected readonly way = computed(() => this.ways()[this.at()]);
  /** What is being said of it, until it is saved. */
  protected readonly saying = linkedSignal<GoalWay | undefined, Way>({
    source: () => this.way(),
    // What is being said stays, also when somebody else has said something of the same goal meanwhile.
    computation: (way, before) =>
      before?.source && before.source.goal.id === way?.goal.id && !same(before.value, before.source)
        ? before.value
        : { kind: way?.kind ?? null, goalIds: way?.goalIds ?? [], motive: way?.motive ?? '' },
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly changed = computed(() => {
    const way = this.way();
    return !!way && !same(this.saying(), way);
  });
  protected readonly motiveConfirmed = signal<GuardReason | null>(null);
  protected readonly asked = signal(false);
  protected readonly savedAt = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  /** Somebody else has said something of this goal meanwhile: it is shown beside what is said here. */
  protected readonly theirs = signal(false);
  protected readonly adopting = signal(false);
  protected readonly plural = plural;
  protected readonly yearsOf = yearsOf;
  protected readonly broken = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  /** What the way lacks as it is said now. */
  protected readonly lack = computed(() => lackOf(this.saying()));
  protected readonly numbers = computed(() => this.lacking().map(({ goal }) => goal.number));

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.answered.set(null));
    });
  }

  unsaved(): boolean {
    return this.changed();
  }

  protected choose(kind: SuccessionKind): void {
    this.saying.update((way) => ({
      ...way,
      kind,
      goalIds: kind === 'split' ? way.goalIds : way.goalIds.slice(0, kind === 'ended' ? 0 : 1),
    }));
  }

  protected setGoals(goalIds: string[]): void {
    this.saying.update((way) => ({ ...way, goalIds }));
  }

  protected setMotive(motive: string): void {
    this.saying.update((way) => ({ ...way, motive }));
  }

  protected taken(succession: Succession): void {
    this.theirs.set(false);
    this.answered.set(succession);
    this.savedAt.set(new Date().toISOString());
  }

  /** Saves what is said, unfinished too, and goes on to the place named. */
  protected async go(to: number | 'next' | 'away'): Promise<void> {
    if (!(await this.save())) return;
    if (to === 'away') {
      await this.router.navigate(['/strategier', this.id()]);
      return;
    }
    const next = to === 'next' ? (this.nextLacking() ?? this.at()) : to;
    await this.router.navigate([], { queryParams: { mal: this.ways()[next]?.goal.id }, queryParamsHandling: 'merge' });
    this.heading()?.nativeElement.focus();
  }

  /** The next that lacks something after this one, else the first that does; null when no other does. */
  protected nextLacking(): number | null {
    const lacks = (way: GoalWay, index: number) => index !== this.at() && way.lacks !== null;
    const after = this.ways().findIndex((way, index) => index > this.at() && lacks(way, index));
    const found = after >= 0 ? after : this.ways().findIndex(lacks);
    return found >= 0 ? found : null;
  }

  protected async adopt(): Promise<void> {
    if (!(await this.save())) return;
    if (this.lacking().length > 0) await this.go(this.ways().findIndex((way) => way.lacks !== null));
    else this.adopting.set(true);
  }

  protected async adopted(): Promise<void> {
    this.adopting.set(false);
    await this.router.navigate(['/strategier', this.id()]);
    await this.toasts.show(this.transloco.translate('strategies.adopted'));
  }

  private async save(): Promise<boolean> {
    const [way, { kind, goalIds, motive }] = [this.way(), this.saying()];
    if (!way || !kind || !this.changed()) return true;
    if (this.text()?.blocked()) {
      this.text()?.focus();
      return false;
    }
    this.problem.set(null);
    try {
      const guardConfirmed = confirmation('motive', this.motiveConfirmed());
      this.taken(
        await this.requests.sayWay(this.id(), way.goal.id, {
          kind,
          goalIds,
          motive,
          version: way.version,
          guardConfirmed,
        }),
      );
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      // Somebody else has said where it goes: what they said is fetched, and what was written here stands in the field.
      if (asProblem(error)?.code === 'stale-version') {
        this.theirs.set(true);
        this.answered.set(null);
        this.source.reload();
      }
      return false;
    }
  }
}

const same = (one: Way, other: Pick<GoalWay, 'kind' | 'goalIds' | 'motive'>): boolean =>
  JSON.stringify([one.kind, one.goalIds, one.motive]) === JSON.stringify([other.kind, other.goalIds, other.motive]);
