import { DOCUMENT } from '@angular/common';
import {
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Comment } from '@samverkan/comments/contract';
import { Step } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Toasts, keepLatest, plural, provideWords, reloadOn } from '@samverkan/shared/portal';
import { CommentForm } from './comment-form';
import { CommentRow } from './comment-row';
import { CommentRequests, commentsOf } from './comments.data';
import { commentsWords } from './comments-words';

/** What is said about an action, oldest first, and where one says something oneself. */
@Component({
  selector: 'sam-action-comments',
  templateUrl: './action-comments.html',
  styleUrl: './action-comments.scss',
  imports: [CommentForm, CommentRow, Icon, Step, TranslocoDirective],
  providers: [provideWords(commentsWords)],
})
export class ActionComments {
  private readonly requests = inject(CommentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly all = signal(false);
  /** Each comment is written in a form of its own. */
  protected readonly turns = signal([0]);
  protected readonly source = commentsOf(this.actionId, this.all, this.seenAs);
  protected readonly list = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly earlier = computed(() => (this.list()?.total ?? 0) - (this.list()?.items.length ?? 0));
  protected readonly plural = plural;
  /** The comment that the address leads to. */
  protected readonly led = computed(() => /^kommentar-([\w-]+)$/.exec(this.fragment() ?? '')?.[1] ?? null);
  private shown: string | null = null;

  constructor() {
    reloadOn('comments', this.source);
    effect(() => {
      const [led, list] = [this.led(), this.list()];
      if (!led || !list || this.shown === led) return;
      if (list.items.some(({ id }) => id === led)) {
        this.shown = led;
        untracked(() => this.goTo(led));
      } else if (list.items.length < list.total) this.all.set(true);
    });
  }

  protected written({ id }: Comment): void {
    this.turns.update(([turn]) => [(turn ?? 0) + 1]);
    this.source.reload();
    this.shown = id;
    void this.toasts.show(this.transloco.translate('comments.sent'));
  }

  protected async seen(one: Comment): Promise<void> {
    // It says that it is to her until she comes back: she has just seen it.
    await this.requests.see(one.id).catch(() => undefined);
  }

  protected async takeBack({ id }: Comment): Promise<void> {
    if (!(await this.done(() => this.requests.takeBack(id)))) return;
    await this.toasts.show(this.transloco.translate('comments.taken-back'), {
      label: this.transloco.translate('comments.undo'),
      run: () => void this.done(() => this.requests.putBack(id)),
    });
  }

  private async done(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      await this.toasts.show(this.words.of(error));
      return false;
    } finally {
      this.source.reload();
    }
  }

  private goTo(id: string): void {
    afterNextRender(
      () => {
        const found = this.document.getElementById(`kommentar-${id}`);
        found?.scrollIntoView({ block: 'center' });
        found?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
