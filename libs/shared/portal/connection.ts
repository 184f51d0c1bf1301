import { HttpClient } from '@angular/common/http';
import { Injector, Service, inject, signal } from '@angular/core';
import { type Observable, Subject, firstValueFrom } from 'rxjs';
import { answersForItself } from './request-headers';

const firstTryMs = 1500;
const slowestMs = 10_000;

/** Whether the service answers. While it does not, it is asked again and again, and what waited goes on when it is back. */
@Service()
export class Connection {
  private readonly injector = inject(Injector);
  private readonly back = new Subject<void>();
  private asking = false;
  readonly lost = signal(false);
  readonly restored: Observable<void> = this.back.asObservable();

  /** Called for each request that got no answer. */
  failed(): void {
    this.lost.set(true);
    if (!this.asking) void this.askUntilBack();
  }

  private async askUntilBack(): Promise<void> {
    this.asking = true;
    for (let wait = firstTryMs; ; wait = Math.min(wait * 1.5, slowestMs)) {
      await new Promise((go) => setTimeout(go, wait));
      if (await this.isReady()) break;
    }
    this.asking = false;
    this.lost.set(false);
    this.back.next();
  }

  private isReady(): Promise<boolean> {
    const http = this.injector.get(HttpClient);
    return firstValueFrom(http.get('/health/ready', { context: answersForItself() })).then(
      () => true,
      () => false,
    );
  }
}
