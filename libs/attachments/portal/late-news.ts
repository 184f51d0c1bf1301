import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { ProblemWords, Toasts } from '@samverkan/shared/portal';
import type { Place } from './attachments.data';

/** Says that something was not added, when its place is no longer on the screen, and leads to its action. */
@Service()
export class LateNews {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);

  /** `code` is why it was refused; null when it had to be answered for first. */
  tell(name: string, { actionId }: Place, code: string | null): void {
    const why = code ? this.words.code(code) : this.transloco.translate('attachments.late.asked');
    void this.toasts.show(this.transloco.translate('attachments.late', { name, why }), {
      label: this.transloco.translate('attachments.late.to-action'),
      run: () => void this.router.navigate(['/insatser', actionId]),
    });
  }
}
