import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon, ProblemWords, Toasts, plural } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import type { Goal, GoalKind, GoalPlace, Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { GoalEditor } from './goal-editor';
import { type Direction, depthOf, droppedAt, movedTo, treeOf } from './goal-places';
import { StrategyRequests } from './strategy-requests';

const keys: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** The goals of a draft as a tree: added, opened to be written, moved by drag, by keys or by press, taken away and put back. */
@Component({
  selector: 'sam-goal-tree',
  templateUrl: './goal-tree.html',
  styleUrl: './goal-tree.scss',
  imports: [Bilingual, CdkDrag, CdkDragHandle, CdkDropList, GoalEditor, GuardedText, Icon, TranslocoDirective],
})
export class GoalTree {
  private readonly requests = inject(StrategyRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly text = viewChild('adding', { read: GuardedText });
  readonly strategy = input.required<Strategy>();
  private readonly editor = viewChild(GoalEditor);
  readonly saved = output<Strategy>();
  readonly stale = output();
  protected readonly plural = plural;
  protected readonly opened = signal<string | null>(null);
  protected readonly title = signal('');
  protected readonly kind = signal<GoalKind>('goal');
  protected readonly under = signal<string>('');
  protected readonly problem = signal<string | null>(null);
  protected readonly rows = computed(() =>
    treeOf(this.strategy().goals).map((goal) => ({ goal, depth: depthOf(goal, this.strategy().goals) })),
  );
  protected readonly parents = computed(() => this.strategy().goals.filter(({ kind }) => kind === 'goal'));
  protected readonly directions: readonly Direction[] = ['up', 'down', 'in', 'out'];

  unsaved(): boolean {
    return this.title().trim() !== '' || (this.editor()?.unsaved() ?? false);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    if (this.text()?.blocked()) return;
    if (title.length < 3) {
      this.problem.set(this.words.code('field.too-short'));
      this.text()?.focus();
      return;
    }
    const input = { title, kind: this.kind(), parentId: this.under() || null };
    if (await this.tried(() => this.requests.addGoal(this.strategy().id, input))) this.title.set('');
    this.text()?.focus();
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    const place = droppedAt(this.strategy().goals, previousIndex, currentIndex);
    const goal = treeOf(this.strategy().goals)[previousIndex];
    if (goal && place) void this.move(goal, place);
  }

  protected key(event: KeyboardEvent, goal: Goal): void {
    const direction = keys[event.key];
    if (!direction) return;
    event.preventDefault();
    this.step(goal, direction);
  }

  protected step(goal: Goal, direction: Direction): void {
    const place = movedTo(this.strategy().goals, goal, direction);
    if (place) void this.move(goal, place);
  }

  protected may(goal: Goal, direction: Direction): boolean {
    return movedTo(this.strategy().goals, goal, direction) !== null;
  }

  protected async remove(goal: Goal): Promise<void> {
    if (!(await this.tried(() => this.requests.removeGoal(goal.id)))) return;
    await this.toasts.show(this.transloco.translate('strategies.goal.removed', { title: goal.title }), {
      label: this.transloco.translate('strategies.regret'),
      run: () => void this.tried(() => this.requests.restoreGoal(this.strategy().id, goal.id)),
    });
  }

  /** Back to the goal's handle, which has a place of its own after each move. */
  private async move(goal: Goal, place: GoalPlace): Promise<void> {
    if (!(await this.tried(() => this.requests.placeGoal(goal.id, place)))) return;
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(`[data-handle="${goal.id}"]`)?.focus(), {
      injector: this.injector,
    });
  }

  private async tried(deed: () => Promise<Strategy>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.saved.emit(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.stale.emit();
      return false;
    }
  }
}
