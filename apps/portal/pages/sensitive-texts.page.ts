import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SensitiveTexts } from '@samverkan/shared/contract';
import { PageHead, ProblemWords, Time, provideWords } from '@samverkan/shared/portal';
import { pagesWords } from './pages-words';

/** What is hidden because something sensitive was written, and waits for clean words. */
@Component({
  selector: 'sam-sensitive-texts-page',
  templateUrl: './sensitive-texts.page.html',
  providers: [provideWords(pagesWords)],
  imports: [PageHead, RouterLink, Time, TranslocoDirective],
})
export class SensitiveTextsPage {
  private readonly words = inject(ProblemWords);
  protected readonly source = httpResource<SensitiveTexts>(() => '/api/sensitive-texts');
  protected readonly items = computed(() => (this.source.hasValue() ? this.source.value().items : undefined));
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
}
