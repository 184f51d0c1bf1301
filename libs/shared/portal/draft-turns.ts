interface Turn {
  go: () => Promise<void>;
  giveAway: () => void;
}

/** Requests about drafts, one at a time for each key: while one is on its way only the latest of the others waits, so that they land in the order they were asked for. */
export class DraftTurns {
  private readonly waiting = new Map<string, Turn>();
  private readonly taken = new Set<string>();

  /** What `send` gives (it never rejects), when its turn has come; null when a later one was asked for meanwhile: that one tells how it went. */
  after<T>(key: string, send: () => Promise<T>): Promise<T | null> {
    return new Promise((resolve) => {
      this.waiting.get(key)?.giveAway();
      this.waiting.set(key, {
        go: async () => {
          const answer = await send();
          resolve(this.waiting.has(key) ? null : answer);
        },
        giveAway: () => resolve(null),
      });
      void this.pass(key);
    });
  }

  /** Something later waits for what is on its way. */
  isOvertaken(key: string): boolean {
    return this.waiting.has(key);
  }

  /** Something is on its way, or waits. */
  isTaken(key: string): boolean {
    return this.taken.has(key);
  }

  /** What waits is never sent. */
  clear(): void {
    this.waiting.forEach((turn) => turn.giveAway());
    this.waiting.clear();
  }

  private async pass(key: string): Promise<void> {
    if (this.taken.has(key)) return;
    this.taken.add(key);
    for (let turn = this.next(key); turn; turn = this.next(key)) await turn.go();
    this.taken.delete(key);
  }

  private next(key: string): Turn | undefined {
    const turn = this.waiting.get(key);
    this.waiting.delete(key);
    return turn;
  }
}
