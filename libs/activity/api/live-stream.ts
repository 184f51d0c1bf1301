// One reader's open stream. It asks for news as herself, so row-level security decides each time what she hears of.
import type { LiveChange } from '@samverkan/activity/contract';
import { type Actor, Db } from '@samverkan/shared/api';
import type { Response } from 'express';
import { changesAfter, streamEnd } from './feed.query';

interface ChangeRow extends LiveChange {
  cursor: string;
}

export class LiveStream {
  private asking = false;
  private askAgain = false;
  private retry: NodeJS.Timeout | undefined;
  private cursor: string | undefined;
  private failures = 0;

  constructor(
    private readonly db: Db,
    private readonly actor: Actor,
    private readonly response: Response,
  ) {}

  /** From now on, or from where a lost connection ended. */
  async open(after: string | undefined): Promise<void> {
    this.response
      .status(200)
      .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      .flushHeaders();
    this.response.write('retry: 1000\n\n');
    this.cursor = after ?? (await this.db.readAs<{ cursor: string }>(this.actor, streamEnd))[0]?.cursor;
    this.response.write(`id: ${this.cursor ?? ''}\nevent: ready\ndata: {}\n\n`);
    await this.tell();
  }

  /** Sends what has come since last; called on each notification. Many at once become one question. */
  async tell(): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    try {
      do {
        this.askAgain = false;
        await this.sendNew();
      } while (this.askAgain);
      this.failures = 0;
    } catch {
      this.failures += 1;
      this.later(Math.min(10_000, 150 * 2 ** this.failures));
    } finally {
      this.asking = false;
    }
  }

  beat(): void {
    this.response.write(': beat\n\n');
  }

  close(): void {
    clearTimeout(this.retry);
    this.response.end();
  }

  private async sendNew(): Promise<void> {
    const [tx, id] = (this.cursor ?? '0-0').split('-');
    const rows = await this.db.readAs<ChangeRow>(this.actor, changesAfter, [tx, id]);
    for (const { cursor, ...change } of rows) {
      this.cursor = cursor;
      this.response.write(`id: ${cursor}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    }
    if (rows.length === 200) this.askAgain = true;
    // A transaction older than the news still runs: its own news may come before, so ask again soon.
    else if ((await this.db.readAs<{ pending: boolean }>(this.actor, streamEnd))[0]?.pending) this.later();
  }

  private later(ms = 150): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.tell(), ms);
    this.retry.unref();
  }
}
