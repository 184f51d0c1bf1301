import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type NoticeChoiceInput, type NoticeKind, noticeKinds } from '@samverkan/activity/contract';
import { PageHead, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { NoticeRequests, myNotices } from './notices.data';

/** What the person wants to be told of by mail, and when. Every choice is kept at once and can be undone. */
@Component({
  selector: 'sam-notices-page',
  templateUrl: './notices.page.html',
  imports: [PageHead, TranslocoDirective],
})
export class NoticesPage {
  private readonly requests = inject(NoticeRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly source = myNotices();
  private readonly latest = keepLatest(this.source);
  /** As it is on the screen; the answer of each change takes its place. */
  protected readonly choice = linkedSignal(() => this.latest());
  protected readonly kinds = noticeKinds;
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => ({ hour, clock: `${hour}.00` }));
  protected readonly refused = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return this.refused() ?? (error ? this.words.of(error) : null);
  });

  protected setHour(value: string): void {
    void this.change({ digestHour: value === '' ? null : Number(value) });
  }

  protected toggle(kind: NoticeKind): void {
    const off = this.choice()?.off ?? [];
    void this.change({ off: off.includes(kind) ? off.filter((one) => one !== kind) : [...off, kind] });
  }

  private async change(change: Partial<NoticeChoiceInput>, undoes = false): Promise<void> {
    const now = this.choice();
    if (!now) return;
    const before: NoticeChoiceInput = { digestHour: now.digestHour, off: now.off };
    this.choice.set({ ...now, ...change });
    this.refused.set(null);
    try {
      this.choice.set(await this.requests.choose({ ...before, ...change }));
      const undo = {
        label: this.transloco.translate('activity.notices.undo'),
        run: () => void this.change(before, true),
      };
      void this.toasts.show(this.transloco.translate('activity.notices.kept'), undoes ? undefined : undo);
    } catch (error) {
      this.choice.set({ ...now, ...before });
      this.refused.set(this.words.of(error));
    }
  }
}
