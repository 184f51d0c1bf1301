import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Retention } from '@samverkan/privacy/contract';
import { Language, PageHead, ProblemWords, Time, keepLatest, plural } from '@samverkan/shared/portal';
import { retentionDue, retentionPreview } from './privacy.data';

type Rule = Retention['rules'][number];

/** What goes tonight by which rule and why, and what went the last nights. */
@Component({
  selector: 'sam-retention-page',
  templateUrl: './retention.page.html',
  imports: [PageHead, Time, TranslocoDirective],
})
export class RetentionPage {
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly source = retentionPreview();
  protected readonly plural = plural;
  protected readonly preview = keepLatest(this.source);
  protected readonly open = signal<string | null>(null);
  private readonly dueSource = retentionDue(this.open);
  protected readonly due = computed(() => (this.dueSource.hasValue() ? this.dueSource.value() : null));
  protected readonly problem = computed(() => {
    const error = this.source.error() ?? this.dueSource.error();
    return error ? this.words.of(error) : null;
  });

  protected toggle(key: string): void {
    this.open.update((open) => (open === key ? null : key));
  }

  protected nameOf(key: string): string {
    const rule = this.preview()?.rules.find((one) => one.key === key);
    return rule?.words
      ? this.language.pick(rule.words.sv, rule.words.en)
      : this.transloco.translate(`privacy.rule.${key}`);
  }

  protected whyOf({ key, words }: Rule): string {
    return words ? '' : this.transloco.translate(`privacy.rule-why.${key}`);
  }

  /** "30 dagar", from an ISO 8601 duration of one unit. */
  protected keeps(duration: string): string {
    const [, count = '0', unit = 'D'] = /^P(\d+)([DM])$/.exec(duration) ?? [];
    const n = Number(count);
    return this.transloco.translate(plural(unit === 'M' ? 'privacy.months' : 'privacy.days', n), { count: n });
  }
}
