import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';
import { GuardedText, SensitiveReportButton } from '@samverkan/writing/portal';
import type { Proposal } from '@samverkan/vocabularies/contract';
import { TermLists } from './term-lists.data';

/** One proposal: what would change, why, what the counties have answered, and the answer of one's own. */
@Component({
  selector: 'sam-proposal-card',
  templateUrl: './proposal-card.html',
  imports: [GuardedText, HumanDatePipe, Icon, SensitiveReportButton, TranslocoDirective],
})
export class ProposalCard {
  private readonly store = inject(SessionStore);
  private readonly terms = inject(TermLists);
  private readonly text = viewChild(GuardedText);
  readonly proposal = input.required<Proposal>();
  readonly busy = input(false);
  readonly answered = output<{ yes: boolean; line: string }>();
  readonly takenBack = output();
  readonly withdrawn = output();
  readonly undone = output();
  readonly reported = output();
  /** What the acting county has answered. */
  protected readonly own = computed(() =>
    this.proposal().answers.find(({ organization }) => organization.id === this.store.acting()?.organization.id),
  );
  protected readonly mayReport = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly line = linkedSignal(() => this.own()?.line ?? '');
  protected readonly names = computed(() => {
    const { vocabulary, code, words, before, after, into } = this.proposal();
    return {
      word: words?.sv ?? before?.sv ?? this.terms.word(vocabulary, code),
      before: before?.sv ?? '',
      after: after ? this.terms.word(vocabulary, after) : '',
      into: into ? this.terms.word(vocabulary, into) : '',
    };
  });
  protected readonly what = computed(() => {
    const { deed, words, before, after } = this.proposal();
    if (deed === 'words' && words?.sv === before?.sv && words?.en === before?.en) return 'synonyms';
    return deed === 'order' && after === null ? 'first' : deed;
  });
  /** Synonyms that would come and go. */
  protected readonly synonyms = computed(() => {
    const { words, before } = this.proposal();
    if (!words) return { came: '', went: '' };
    const now = [...words.synonymsSv, ...words.synonymsEn];
    const then = before ? [...before.synonymsSv, ...before.synonymsEn] : [];
    const others = (some: readonly string[], than: readonly string[]) =>
      some.filter((word) => !than.includes(word)).join(', ');
    return { came: others(now, then), went: others(then, now) };
  });

  protected answer(yes: boolean): void {
    if (!this.text()?.blocked()) this.answered.emit({ yes, line: this.line().trim() });
  }
}
