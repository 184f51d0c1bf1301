import { DOCUMENT, Service, type Signal, inject, signal } from '@angular/core';
import type { LiveChange } from './live-change';
import { SessionGate } from './session-gate';

const gatherMs = 400;

/** News from the API as they happen. Pages look at `changes(area)` and ask again for what they show. */
@Service()
export class LiveUpdates {
  private readonly document = inject(DOCUMENT);
  private readonly gate = inject(SessionGate);
  private readonly areas = new Map<string, ReturnType<typeof signal<number>>>();
  private readonly pending = new Set<string>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // News gathered while the page was hidden are told once, when it is looked at again.
    this.document.addEventListener('visibilitychange', () => this.gather());
  }

  /** Opens the stream. The browser comes back by itself after a break and goes on from the last news it got. */
  start(): void {
    if (this.source || typeof EventSource === 'undefined') return;
    this.source = new EventSource('/api/activity/stream');
    this.source.addEventListener('change', (event: MessageEvent<string>) =>
      this.heard(JSON.parse(event.data) as LiveChange),
    );
    // The place she had got to is not known any more (a restored database): everything may have changed.
    this.source.addEventListener('restart', () => {
      [...this.areas.keys()].forEach((area) => this.pending.add(area));
      this.gather();
    });
    // A closed source was refused (the session ended): it is opened again after the next sign-in.
    this.source.addEventListener('error', () => {
      if (this.source?.readyState === EventSource.CLOSED) this.stop();
    });
  }

  stop(): void {
    this.source?.close();
    this.source = undefined;
  }

  /** Grows each time something has changed in the area; many changes at once count as one. */
  changes(area: string): Signal<number> {
    return this.count(area).asReadonly();
  }

  private heard(change: LiveChange): void {
    this.pending.add(change.area);
    this.pending.add('any');
    this.gather();
  }

  private gather(): void {
    if (this.document.hidden || this.pending.size === 0 || this.timer !== undefined || !this.gate.signedIn()) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const told = [...this.pending];
      this.pending.clear();
      told.forEach((area) => this.count(area).update((count) => count + 1));
    }, gatherMs);
  }

  private count(area: string) {
    const known = this.areas.get(area) ?? signal(0);
    this.areas.set(area, known);
    return known;
  }
}
