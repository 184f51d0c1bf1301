import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Trash, TrashItem } from '@samverkan/shared/contract';
import {
  HumanDatePipe,
  PageHead,
  ProblemWords,
  Time,
  Toasts,
  asProblem,
  keepLatest,
  provideWords,
} from '@samverkan/shared/portal';
import { pagesWords } from './pages-words';
import { firstValueFrom } from 'rxjs';

/** What one and one's organisation have taken away in the last thirty days, each with one press to put it back. */
@Component({
  selector: 'sam-trash-page',
  templateUrl: './trash.page.html',
  providers: [provideWords(pagesWords)],
  imports: [HumanDatePipe, PageHead, RouterLink, Time, TranslocoDirective],
})
export class TrashPage {
  private readonly http = inject(HttpClient);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly source = httpResource<Trash>(() => '/api/trash');
  private readonly list = keepLatest(this.source);
  protected readonly items = computed(() => this.list()?.items);
  protected readonly failed = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal<string | null>(null);

  protected async putBack({ id, title, restore }: TrashItem): Promise<void> {
    if (this.busy()) return;
    this.busy.set(id);
    this.problem.set(null);
    try {
      await firstValueFrom(this.http.post(restore, {}));
      await this.toasts.show(this.transloco.translate('pages.trash.done', { title }));
    } catch (error) {
      const gone = asProblem(error)?.code === 'not-found';
      this.problem.set(gone ? this.transloco.translate('pages.trash.gone', { title }) : this.words.of(error));
    } finally {
      this.busy.set(null);
      this.source.reload();
    }
  }
}
