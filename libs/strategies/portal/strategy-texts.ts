import { Component, computed, inject, input, output, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { confirmation } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { ClashDialog } from '@samverkan/writing/portal';
import type { Strategy, StrategyChange } from '@samverkan/strategies/contract';
import { FieldSaves } from './field-saves';
import { type LeftText, SavedText } from './saved-text';
import { StrategyRequests } from './strategy-requests';

type Text = 'title' | 'shortTitle' | 'vision' | 'note' | 'dnr' | 'titleEn' | 'shortTitleEn' | 'visionEn' | 'document';
const several: readonly Text[] = ['vision', 'visionEn', 'note'];

/** What a draft says of itself. A field is saved when it is left. */
@Component({
  selector: 'sam-strategy-texts',
  templateUrl: './strategy-texts.html',
  imports: [Chips, ClashDialog, Icon, SavedText, TranslocoDirective],
})
export class StrategyTexts {
  private readonly requests = inject(StrategyRequests);
  private readonly fields = viewChildren(SavedText);
  readonly strategy = input.required<Strategy>();
  private readonly geography = inject(GeographyData);
  readonly saved = output<Strategy>();
  protected readonly saves = new FieldSaves(inject(ProblemWords));
  /** A national frame was decided in a document; a county's own has a number in the register. */
  protected readonly texts = computed<readonly Text[]>(() => [
    'title',
    'shortTitle',
    'vision',
    'note',
    this.strategy().countyCodes.length > 0 ? 'dnr' : 'document',
  ]);
  /** A county's own document applies in its counties; a national frame in the whole country. */
  protected readonly counties = computed(() =>
    this.geography.counties().map(({ code, shortName }) => ({ value: code, label: shortName })),
  );
  protected readonly english: readonly Text[] = ['titleEn', 'shortTitleEn', 'visionEn'];
  protected readonly plain = (_field: string, value: unknown): string => (typeof value === 'string' ? value : '');

  unsaved(): boolean {
    return this.fields().some((field) => field.unsaved());
  }

  protected lines(name: Text): 'one' | 'several' {
    return several.includes(name) ? 'several' : 'one';
  }

  protected keep(name: Text, { value, confirmed }: LeftText): Promise<void> {
    return this.save({ [name]: value || null, guardConfirmed: confirmation(name, confirmed) });
  }

  protected keepDay(name: 'startsOn' | 'endsOn', event: Event): Promise<void> {
    const { value } = event.target as HTMLInputElement;
    return value === (this.strategy()[name] ?? '') ? Promise.resolve() : this.save({ [name]: value || null });
  }

  protected keepCounties(countyCodes: string[]): Promise<void> {
    const codes = [...countyCodes].sort();
    if (codes.length === 0 || String(codes) === String([...this.strategy().countyCodes].sort()))
      return Promise.resolve();
    return this.save({ countyCodes: codes });
  }

  protected settle(chosen: Record<string, unknown>): Promise<void> {
    this.saves.clashes.set([]);
    for (const field of this.fields()) {
      const value = chosen[field.name()];
      if (typeof value === 'string') field.take(value);
    }
    return this.save(Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, value || null])));
  }

  private save(change: StrategyChange): Promise<void> {
    const { id, version } = this.strategy();
    return this.saves.run(version, change, async (at) => {
      const strategy = await this.requests.change(id, at, change);
      this.saved.emit(strategy);
      return strategy.version;
    });
  }
}
