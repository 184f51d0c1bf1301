import { Injectable } from '@angular/core';
import { Observable } from 'rxjs';

/**
 * Reads that begin in the same breath are handed to the browser one to a task, in their order: each costs a slow phone some
 * twenty milliseconds, and a touch is answered between them. One that begins alone is sent at once.
 */
@Injectable({ providedIn: 'root' })
export class SendingTurns {
  private readonly waiting = new Set<() => void>();
  private taken = false;

  /** Completes when it is this one's turn; one who leaves before that gives its place away. */
  readonly mine = new Observable<never>((reader) => {
    const go = () => reader.complete();
    // In a tab that nobody looks at turns come once a second, or a minute.
    if (this.taken && !document.hidden) {
      this.waiting.add(go);
      return () => this.waiting.delete(go);
    }
    this.take(go);
    return undefined;
  });

  private take(go: () => void): void {
    this.taken = true;
    setTimeout(() => this.pass());
    go();
  }

  private pass(): void {
    const [next] = this.waiting;
    this.taken = false;
    if (!next) return;
    this.waiting.delete(next);
    this.take(next);
  }
}
