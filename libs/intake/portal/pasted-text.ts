import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ActionDraft } from '@samverkan/actions/portal';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type Found, readParagraph } from '@samverkan/intake/contract';
import { Icon, Language, humanPeriod, plural } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { intakeWords } from './intake-words';
import { type SuggestionRow, quoteOf } from './suggestion-row';
import { holds, letGo, taken } from './taken';

const lists = { targetGroups: 'targetGroup', forms: 'form', phases: 'phase' } as const;

/** A text from a mail or minutes, read here in the browser: what it seems to say stands beside the words it comes from, to be taken one by one or all. */
@Component({
  selector: 'sam-pasted-text',
  templateUrl: './pasted-text.html',
  styleUrl: './pasted-text.scss',
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class PastedText {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly session = inject(SessionStore);
  private readonly language = inject(Language);
  private readonly terms = inject(TermLists);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('paste.open', {}, intakeWords));
  private readonly guarded = viewChild(GuardedText);
  readonly draft = input.required<ActionDraft>();
  readonly take = input.required<(part: Partial<ActionDraft>) => void>();
  readonly closed = output();
  protected readonly plural = plural;
  protected readonly text = signal('');
  private readonly before = signal<ActionDraft | null>(null);
  private readonly places = computed(() =>
    (this.session.acting()?.countyCodes ?? []).flatMap((code) => this.geography.county(code)?.municipalities ?? []),
  );
  /** Nothing is read of a text that the guard stops. */
  protected readonly rows = computed<SuggestionRow[]>(() => {
    this.loaded();
    const text = this.text();
    if (text.trim().length < 3 || (this.guarded()?.blocked() ?? true)) return [];
    const read = readParagraph(text, this.terms.lists(), this.places()).map((one, at) => ({
      key: `${one.field}-${at}`,
      field: one.field,
      values: one.values,
      words: this.wordsOf(one),
      quote: one.field === 'title' ? '' : quoteOf(text, one),
    }));
    const whole = { key: 'description', field: 'description', values: [text.trim()], words: '', quote: '' } as const;
    return [...read, whole];
  });
  protected readonly held = computed(() => this.rows().map((row) => holds(this.draft(), row)));
  protected readonly left = computed(() => this.held().filter((one) => !one).length);

  protected toggle(row: SuggestionRow): void {
    const draft = this.draft();
    this.before.update((before) => before ?? draft);
    this.take()(holds(draft, row) ? letGo(draft, this.before() ?? draft, row) : taken(draft, row));
  }

  protected takeAll(): void {
    this.before.update((before) => before ?? this.draft());
    const all = this.rows().reduce<ActionDraft>((draft, row) => ({ ...draft, ...taken(draft, row) }), this.draft());
    this.take()(all);
  }

  private wordsOf({ field, values }: Found): string {
    const [first = '', second = ''] = values;
    if (field === 'title') return first;
    if (field === 'kind') return this.terms.word('kind', first);
    if (field === 'period') return humanPeriod(first || null, second || null, this.language.current());
    if (field === 'municipalityCodes') {
      return values.length > 1 && values.length === this.places().length
        ? this.transloco.translate('actions.whole-county')
        : values.map((code) => this.geography.name(code)).join(', ');
    }
    return this.terms.words(lists[field], values);
  }
}
