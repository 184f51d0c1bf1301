import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { PublicPiece, type PublicTextVersion } from '@samverkan/public/contract';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, type MayHoldUnsaved, PageHead, ProblemWords, Time, Toasts, keepLatest } from '@samverkan/shared/portal';
import { PublicTextForm } from './public-text-form';
import { PublicTextRequests, previewAddress, textHistoryOf, textsOf } from './public-texts.data';
import { PublicTextHistoryList } from './text-history';

/** One piece of the county's public pages: written, looked at, shown at once or later, and taken back. */
@Component({
  selector: 'sam-public-text-page',
  templateUrl: './public-text.page.html',
  styles: `
    .place {
      margin-bottom: 1.5rem;
    }
    .note p {
      margin-bottom: 0.5rem;
    }
  `,
  imports: [Icon, LoadState, PageHead, PublicTextForm, PublicTextHistoryList, Time, TranslocoDirective],
})
export class PublicTextPage implements MayHoldUnsaved {
  private readonly requests = inject(PublicTextRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  private readonly editor = viewChild(PublicTextForm);
  readonly piece = input.required<string>();
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? '');
  protected readonly known = computed(() => PublicPiece.safeParse(this.piece()).data);
  protected readonly source = textsOf(this.county);
  protected readonly texts = keepLatest(this.source);
  protected readonly text = computed(() => this.texts()?.items.find(({ piece }) => piece === this.known()));
  protected readonly history = textHistoryOf(this.county, this.known);
  protected readonly entries = computed(() => (this.history.hasValue() ? this.history.value().items : []));
  protected readonly problem = signal<string | null>(null);
  protected readonly scheduled = computed(() => {
    const pending = this.text()?.pending;
    return pending?.state === 'scheduled' ? pending : null;
  });
  protected readonly preview = (language: 'sv' | 'en'): string => {
    const piece = this.known();
    return piece ? previewAddress(this.county(), piece, language) : '';
  };

  unsaved(): boolean {
    return this.editor()?.blocked() ?? false;
  }

  protected reload(): void {
    this.source.reload();
    this.history.reload();
  }

  protected callBack(): Promise<void> {
    return this.deed('called-back', (piece) => this.requests.callBack(this.county(), piece));
  }

  /** The draft lies in the trash. */
  protected thrown(id: string): Promise<void> {
    return this.deed(
      'discarded',
      () => Promise.resolve(),
      // She may have left the page by then: a refusal is told where she is.
      () => this.requests.putBack(id).catch((error: unknown) => this.toasts.show(this.words.of(error))),
    );
  }

  protected again({ id }: PublicTextVersion): Promise<void> {
    const before = this.text()?.shown?.id;
    return this.deed(
      'restored',
      () => this.requests.restore(id),
      before ? () => this.requests.restore(before) : undefined,
    );
  }

  protected toNational(): Promise<void> {
    const before = this.text()?.shown?.id;
    return this.deed(
      'national',
      (piece) => this.requests.toNational(this.county(), piece),
      before ? () => this.requests.restore(before) : undefined,
    );
  }

  private async deed(
    told: string,
    work: (piece: PublicPiece) => Promise<unknown>,
    undo?: () => Promise<unknown>,
  ): Promise<void> {
    const piece = this.known();
    if (!piece) return;
    this.problem.set(null);
    try {
      await work(piece);
      const say = (key: string): string => this.transloco.translate(`public.${key}`);
      const back = undo && { label: say('undo'), run: () => void undo().then(() => this.reload()) };
      await this.toasts.show(say(`told.${told}`), back);
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
    this.reload();
  }
}
