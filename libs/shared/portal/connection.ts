import { HttpClient } from '@angular/common/http';
import { Injector, Service, inject, signal } from '@angular/core';
import { type Observable, Subject, firstValueFrom } from 'rxjs';
import { answersForItself } from './request-headers';

const firstTryMs = 1500;
const slowestMs = 10_000;
/** What fails again this soon after the service was back is asked more and more seldom: it is another address that does not answer. */
const calmMs = 15_000;

/** Whether the service answers. While it does not, it is asked again and again, and what waited goes on when it is back. */
@Service()
export class Connection {
  private readonly injector = inject(Injector);
  private readonly back = new Subject<void>();
  private asking = false;
  private wait = firstTryMs;
  private backAt = -Infinity;
  readonly lost = signal(false);
  readonly restored: Observable<void> = this.back.asObservable();

  /** Called for each request that got no answer. */
  failed(): void {
    this.lost.set(true);
    if (!this.asking) void this.askUntilBack();
  }

  private async askUntilBack(): Promise<void> {
    this.asking = true;
    this.wait = Date.now() - this.backAt < calmMs ? longer(this.wait) : firstTryMs;
    for (;;) {
      await new Promise((go) => setTimeout(go, this.wait));
      if (await this.isReady()) break;
      this.wait = longer(this.wait);
    }
    this.asking = false;
    this.backAt = Date.now();
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

const longer = (wait: number): number => Math.min(wait * 1.5, slowestMs);
