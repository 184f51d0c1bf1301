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
import { Dialog } from '@samverkan/writing/portal';
import { pagesWords } from './pages-words';
import { firstValueFrom } from 'rxjs';

/** What one and one's organisation have taken away in the last thirty days, each with one press to put it back. */
@Component({
  selector: 'sam-trash-page',
  templateUrl: './trash.page.html',
  providers: [provideWords(pagesWords)],
  imports: [Dialog, HumanDatePipe, PageHead, RouterLink, Time, TranslocoDirective],
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

  protected readonly purging = signal<TrashItem | null>(null);

  protected putBack(one: TrashItem): Promise<void> {
    return this.doing(one, 'done', () => firstValueFrom(this.http.post(one.restore, {})));
  }

  protected purge(one: TrashItem): Promise<void> {
    this.purging.set(null);
    return this.doing(one, 'purged', () => firstValueFrom(this.http.delete(`/api/trash/${one.kind}/${one.id}`)));
  }

  private async doing({ id, title }: TrashItem, told: string, deed: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(id);
    this.problem.set(null);
    try {
      await deed();
      await this.toasts.show(this.transloco.translate(`pages.trash.${told}`, { title }));
    } catch (error) {
      const gone = asProblem(error)?.code === 'not-found';
      const words = told === 'done' ? 'pages.trash.gone' : 'pages.trash.purge.gone';
      this.problem.set(gone ? this.transloco.translate(words, { title }) : this.words.of(error));
    } finally {
      this.busy.set(null);
      this.source.reload();
    }
  }
}
