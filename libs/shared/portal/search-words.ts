import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Toasts } from './toasts';

/** What is searched for stands in the address, in the browser's history and on its way through the network: a personal number never gets there. */
@Service()
export class SearchWords {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** The trimmed words without what the guard stops; it is said when something was left out. */
  async safe(typed: string): Promise<string> {
    const { guardText, maskText } = await import('@samverkan/shared/contract');
    const stopped = guardText(typed).filter(({ grade }) => grade === 'stop');
    if (stopped.length > 0) void this.toasts.show(this.transloco.translate('shared.guard.search'));
    return maskText(typed, stopped, '').trim();
  }
}
