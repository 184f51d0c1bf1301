import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type CompletionsImported,
  completionHeadings,
  completionWords,
  mostCompletions,
} from '@samverkan/learning/contract';
import { Icon, Language, PageHead, ProblemWords, keepLatest, plural } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { SheetRequests, sheetImport } from '@samverkan/writing/portal';
import { OfferRequests, offerOf } from './learning.data';

/** How many have completed a web course, from a sheet: the file, what its columns mean, what would happen row by row, then all of it or nothing, and all of it back. */
@Component({
  selector: 'sam-completions-page',
  templateUrl: './completions.page.html',
  imports: [Icon, NgComponentOutlet, PageHead, RouterLink, TranslocoDirective],
})
export class CompletionsPage {
  readonly id = input.required<string>();
  private readonly transloco = inject(TranslocoService);
  private readonly offers = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly source = offerOf(this.id);
  protected readonly requests = new SheetRequests(() => `/api/offers/${this.id()}/import`);
  protected readonly language = inject(Language);
  protected readonly plural = plural;
  protected readonly offer = keepLatest(this.source);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly professions = computed(() =>
    this.terms
      .choices('profession')
      .map(({ label }) => label)
      .join(', '),
  );
  protected readonly done = signal<CompletionsImported | null>(null);
  protected readonly undone = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly busy = signal(false);
  protected readonly sheet = resource({ loader: sheetImport });
  protected readonly inputs = computed(() => ({
    requests: this.requests,
    headings: completionHeadings,
    words: completionWords,
    rowsAre: this.transloco.translate('learning.completions.row', {}, this.language.current()),
    errorsName: this.language.current() === 'sv' ? 'genomforda-fel' : 'completions-errors',
    mostRows: mostCompletions,
    begun: () => {
      this.done.set(null);
      this.undone.set(false);
    },
    written: (answer: unknown) => this.done.set(answer as CompletionsImported),
  }));

  protected async takeBack(importId: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.offers.takeBackImport(this.id(), importId);
      this.done.set(null);
      this.undone.set(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
