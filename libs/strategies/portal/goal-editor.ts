import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  viewChildren,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GuardedText, Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import type { Goal, GoalChange, Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { FrameGoals } from './frame-goals';
import { PartyField } from './party-field';
import { StrategyRequests } from './strategy-requests';

type Text = 'title' | 'text' | 'titleEn' | 'textEn';

/** One goal of a draft: its words, who answers for it, its indicators by name, and which national goals it serves and why. */
@Component({
  selector: 'sam-goal-editor',
  templateUrl: './goal-editor.html',
  styleUrl: './goal-editor.scss',
  imports: [Bilingual, GuardedText, Icon, PartyField, TranslocoDirective],
})
export class GoalEditor {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  private readonly frames = inject(FrameGoals);
  private readonly fields = viewChildren(GuardedText);
  readonly goal = input.required<Goal>();
  readonly strategy = input.required<Strategy>();
  readonly saved = output<Strategy>();
  readonly stale = output();
  protected readonly problem = signal<string | null>(null);
  protected readonly texts: readonly Text[] = ['title', 'text'];
  protected readonly english: readonly Text[] = ['titleEn', 'textEn'];
  protected readonly written = linkedSignal(() => {
    const { title, text, titleEn, textEn, indicators } = this.goal();
    return { title, text: text ?? '', titleEn: titleEn ?? '', textEn: textEn ?? '', indicators: indicators.join('\n') };
  });
  protected readonly available = resource({ loader: () => this.frames.all() });
  protected readonly framesShown = computed(() =>
    (this.available.hasValue() ? this.available.value() : []).filter(({ id }) => id !== this.strategy().id),
  );
  protected readonly served = computed(
    () => new Map(this.goal().serves.map((link) => [link.goal.id, link.motive ?? ''])),
  );
  protected readonly lines = (name: Text) => (name.startsWith('title') ? 'one' : 'several');

  protected write(name: keyof ReturnType<typeof this.written>, value: string): void {
    this.written.update((texts) => ({ ...texts, [name]: value }));
  }

  protected keep(name: Text, at: number): Promise<void> {
    const value = this.written()[name].trim();
    if (this.fields()[at]?.blocked() || value === (this.goal()[name] ?? '')) return Promise.resolve();
    return this.save({ [name]: name === 'title' ? value : value || null });
  }

  protected keepIndicators(): Promise<void> {
    const indicators = this.written()
      .indicators.split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (this.fields().at(-1)?.blocked() || JSON.stringify(indicators) === JSON.stringify(this.goal().indicators))
      return Promise.resolve();
    return this.save({ indicators });
  }

  protected answers(organizationId: string | null): Promise<void> {
    return this.save({ responsibleOrganizationId: organizationId });
  }

  protected serve(frameGoalId: string, event: Event): Promise<void> {
    const links = new Map(this.served());
    if ((event.target as HTMLInputElement).checked) links.set(frameGoalId, '');
    else links.delete(frameGoalId);
    return this.link(links);
  }

  protected motive(frameGoalId: string, event: Event): Promise<void> {
    const { value } = event.target as HTMLInputElement;
    return value.trim() === this.served().get(frameGoalId)
      ? Promise.resolve()
      : this.link(new Map(this.served()).set(frameGoalId, value.trim()));
  }

  private link(links: ReadonlyMap<string, string>): Promise<void> {
    return this.tried(() =>
      this.requests.linkGoal(this.goal().id, {
        links: [...links].map(([frameGoalId, motive]) => ({ frameGoalId, motive: motive || null })),
      }),
    );
  }

  private save(change: GoalChange): Promise<void> {
    return this.tried(() => this.requests.changeGoal(this.goal().id, this.goal().version, change));
  }

  private async tried(deed: () => Promise<Strategy>): Promise<void> {
    this.problem.set(null);
    try {
      this.saved.emit(await deed());
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
      if (asProblem(error)?.code === 'stale-version') this.stale.emit();
    }
  }
}
