import { Service, signal } from '@angular/core';
import { type Observable, Subject, take } from 'rxjs';

/** Where requests wait while a session that has ended is opened again. The page, and what is typed in it, stays. */
@Service()
export class SessionGate {
  private readonly opened = new Subject<void>();
  /** True from the first signed-in answer until sign-out: before it, a 401 is only an answer. */
  readonly signedIn = signal(false);
  readonly ended = signal(false);

  wait(): Observable<void> {
    this.ended.set(true);
    return this.opened.pipe(take(1));
  }

  /** Signed in again: everything that waited is sent. */
  open(): void {
    this.signedIn.set(true);
    this.ended.set(false);
    this.opened.next();
  }

  close(): void {
    this.signedIn.set(false);
    this.ended.set(false);
  }
}
