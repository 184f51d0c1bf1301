import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, Language, PageHead, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import {
  type Proposal,
  type Term,
  type VocabularyName,
  termsOf,
  vocabularyNames,
} from '@samverkan/vocabularies/contract';
import { ProposalDialog } from './proposal-dialog';
import { allProposals, usesOf } from './proposals.data';
import { TermLists } from './term-lists.data';

/** The filter of the list of actions that each list stands in; professions stand on lines and have none. */
const filters: Partial<Record<VocabularyName, string>> = {
  kind: 'kind',
  targetGroup: 'targetGroup',
  form: 'form',
  phase: 'phase',
};

/** The words by which actions are sorted, a list at a time: what each is called, its other words, how many actions have it, and the way to change it. */
@Component({
  selector: 'sam-vocabularies-page',
  templateUrl: './vocabularies.page.html',
  imports: [Icon, LoadState, PageHead, ProposalDialog, RouterLink, TranslocoDirective],
})
export class VocabulariesPage {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly language = inject(Language);
  protected readonly terms = inject(TermLists);
  /** Which list, from the address. */
  readonly list = input<string>();
  protected readonly names = vocabularyNames;
  protected readonly name = computed<VocabularyName>(
    () => vocabularyNames.find((name) => name === this.list()) ?? 'kind',
  );
  private readonly proposals = allProposals();
  private readonly latest = keepLatest(this.proposals);
  private readonly counted = usesOf(() => this.name());
  protected readonly vocabulary = computed(() => this.terms.lists().items.find(({ name }) => name === this.name()));
  protected readonly mayPropose = computed(() => this.latest()?.mayPropose ?? false);
  protected readonly waiting = computed(
    () => (this.latest()?.items ?? []).filter(({ state }) => state === 'open').length,
  );
  /** Those in use first, in the order of the list. */
  protected readonly rows = computed(() => {
    const terms = termsOf(this.terms.lists(), this.name());
    const uses = new Map(this.uses().map(({ code, count }) => [code, count]));
    const open = new Set(
      (this.latest()?.items ?? [])
        .filter(({ state, vocabulary }) => state === 'open' && vocabulary === this.name())
        .map(({ code }) => code),
    );
    const row = (term: Term) => ({
      term,
      count: uses.get(term.code) ?? 0,
      filter: this.filterOf(term.code),
      successor: term.successor ? this.terms.word(this.name(), term.successor) : '',
      open: open.has(term.code),
    });
    const inUse = (term: Term) => term.state === 'in_use';
    return [...terms.filter(inUse), ...terms.filter((term) => !inUse(term))].map(row);
  });
  protected readonly uses = computed(() => (this.counted.hasValue() ? this.counted.value().items : []));
  protected readonly changing = signal<{ term: Term | null } | null>(null);

  constructor() {
    reloadOn('vocabularies', this.proposals, this.counted);
  }

  protected synonyms({ synonymsSv, synonymsEn }: Term): string {
    return [...synonymsSv, ...synonymsEn].map((word) => word.replaceAll('*', '…')).join(', ');
  }

  protected async proposed({ state }: Proposal): Promise<void> {
    this.changing.set(null);
    this.proposals.reload();
    if (state === 'decided') this.terms.reload();
    await this.toasts.show(
      this.transloco.translate(`vocabularies.said.${state === 'decided' ? 'decided' : 'proposed'}`),
    );
  }

  private filterOf(code: string): Record<string, string> | null {
    const filter = filters[this.name()];
    return filter ? { [filter]: code } : null;
  }
}
