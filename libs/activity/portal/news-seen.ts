import { Service, effect, inject, signal, untracked } from '@angular/core';
import { SessionStore } from '@samverkan/identity/portal';
import { remembered } from '@samverkan/shared/portal';

/** When the person last looked at the news, for each role she acts in. Kept in the browser. */
@Service()
export class NewsSeen {
  private readonly store = inject(SessionStore);
  /** News later than this are new to her. */
  readonly until = signal('');

  constructor() {
    effect(() => {
      const key = this.key();
      untracked(() => this.until.set(key ? (remembered(key) ?? '') : ''));
    });
  }

  mark(at: string): void {
    const key = this.key();
    if (!key || at <= this.until()) return;
    remembered(key, at);
    this.until.set(at);
  }

  private key(): string | null {
    const acting = this.store.acting();
    return acting ? `news-seen.${acting.id}` : null;
  }
}
