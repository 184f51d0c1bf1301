import { Component, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GuardedText, Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import type { Strategy, StrategyChange } from '@samverkan/strategies/contract';
import { StrategyRequests } from './strategy-requests';

type Text = 'title' | 'shortTitle' | 'vision' | 'note' | 'dnr' | 'titleEn' | 'shortTitleEn' | 'visionEn' | 'document';
const oneLine: readonly Text[] = ['title', 'shortTitle', 'titleEn', 'shortTitleEn', 'dnr', 'document'];

/** What a draft says of itself. A field is saved when it is left. */
@Component({
  selector: 'sam-strategy-texts',
  templateUrl: './strategy-texts.html',
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class StrategyTexts {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  private readonly fields = viewChildren(GuardedText);
  readonly strategy = input.required<Strategy>();
  readonly saved = output<Strategy>();
  readonly stale = output();
  protected readonly texts: readonly Text[] = ['title', 'shortTitle', 'vision', 'note', 'dnr'];
  protected readonly english: readonly Text[] = ['titleEn', 'shortTitleEn', 'visionEn'];
  protected readonly problem = signal<string | null>(null);
  /** As they are written, until they are saved. */
  protected readonly written = linkedSignal<Strategy, Record<Text, string>>({
    source: () => this.strategy(),
    computation: (strategy, previous) => {
      const stored = (name: Text) => strategy[name] ?? '';
      const before = previous?.source;
      const kept = (name: Text) =>
        before && before.id === strategy.id && previous.value[name] !== (before[name] ?? '')
          ? previous.value[name]
          : stored(name);
      return Object.fromEntries(
        [...this.texts, ...this.english, 'document' as const].map((name) => [name, kept(name)]),
      ) as Record<Text, string>;
    },
  });

  protected lines(name: Text): 'one' | 'several' {
    return oneLine.includes(name) ? 'one' : 'several';
  }

  protected write(name: Text, value: string): void {
    this.written.update((texts) => ({ ...texts, [name]: value }));
  }

  protected keep(name: Text, at: number): Promise<void> {
    const value = this.written()[name].trim();
    if (this.fields()[at]?.blocked() || value === (this.strategy()[name] ?? '')) return Promise.resolve();
    return this.save({ [name]: value || null });
  }

  protected keepDay(name: 'startsOn' | 'endsOn', event: Event): Promise<void> {
    const { value } = event.target as HTMLInputElement;
    return value === (this.strategy()[name] ?? '') ? Promise.resolve() : this.save({ [name]: value || null });
  }

  private async save(change: StrategyChange): Promise<void> {
    this.problem.set(null);
    try {
      this.saved.emit(await this.requests.change(this.strategy().id, this.strategy().version, change));
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
      if (asProblem(error)?.code === 'stale-version') this.stale.emit();
    }
  }
}
