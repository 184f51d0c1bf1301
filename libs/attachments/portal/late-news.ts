import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { ProblemWords, Toasts } from '@samverkan/shared/portal';
import type { Place } from './attachments.data';

/** As long as the toast stands. */
const freshMs = 8000;

/** Says that something was not added, when its place is no longer on the screen, and leads to its action. */
@Service()
export class LateNews {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private told: readonly { at: number; words: string }[] = [];

  /** What was told a moment ago has hardly been read: nothing lesser takes its place. */
  isFresh(): boolean {
    return this.fresh().length > 0;
  }

  /** Beside what was told a moment ago. `code` is why it was refused; null when it had to be answered for first. */
  tell(name: string, { actionId }: Place, code: string | null): void {
    const why = code ? this.words.code(code) : this.transloco.translate('attachments.late.asked');
    const words: string = this.transloco.translate('attachments.late', { name, why });
    this.told = [...this.fresh(), { at: Date.now(), words }];
    void this.toasts.show(this.told.map((one) => one.words).join(' '), {
      label: this.transloco.translate('attachments.late.to-action'),
      run: () => void this.router.navigate(['/insatser', actionId]),
    });
  }

  private fresh(): { at: number; words: string }[] {
    return this.told.filter(({ at }) => Date.now() - at < freshMs);
  }
}
