// One reader's open stream. It asks for news as herself, so row-level security decides each time what she hears of.
import type { LiveChange } from '@samverkan/activity/contract';
import { type Actor, Db } from '@samverkan/shared/api';
import type { Response } from 'express';
import { changesAfter, streamEnd } from './feed.query';

interface ChangeRow extends LiveChange {
  cursor: string;
}

const mostUnread = 256 * 1024;

const isAfter = (one: string, other: string): boolean => {
  const [[tx = 0n, id = 0n], [otherTx = 0n, otherId = 0n]] = [one, other].map((cursor) =>
    cursor.split('-').map(BigInt),
  ) as [bigint[], bigint[]];
  return tx > otherTx || (tx === otherTx && id > otherId);
};

export class LiveStream {
  private asking = false;
  private askAgain = false;
  private retry: NodeJS.Timeout | undefined;
  private cursor: string | undefined;
  private failures = 0;
  private closed = false;

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
    this.send('retry: 1000\n\n');
    const [end] = await this.db.readAs<{ cursor: string }>(this.actor, streamEnd);
    // A place further on than the stream itself was given by a database since restored: everything may have changed.
    const ahead = after !== undefined && end !== undefined && isAfter(after, end.cursor);
    this.cursor = ahead ? end.cursor : (after ?? end?.cursor);
    this.send(`id: ${this.cursor ?? ''}\nevent: ${ahead ? 'restart' : 'ready'}\ndata: {}\n\n`);
    await this.tell();
  }

  /** Sends what has come since last; called on each notification. Many at once become one question. */
  async tell(): Promise<void> {
    if (this.closed) return;
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
    this.send(': beat\n\n');
  }

  /** Ends the stream; the reader comes back after `retryMs` and goes on from her cursor, here or on another replica. */
  close(retryMs?: number): void {
    this.closed = true;
    clearTimeout(this.retry);
    if (this.response.writableEnded) return;
    if (retryMs !== undefined) this.response.write(`retry: ${retryMs}\n\n`);
    this.response.end();
  }

  private async sendNew(): Promise<void> {
    const [tx, id] = (this.cursor ?? '0-0').split('-');
    // Asked before the news: a transaction that ends between the two questions, without news of its own, wakes nobody.
    const [end] = await this.db.readAs<{ pending: boolean }>(this.actor, streamEnd);
    const rows = await this.db.readAs<ChangeRow>(this.actor, changesAfter, [tx, id]);
    for (const { cursor, ...change } of rows) {
      this.cursor = cursor;
      this.send(`id: ${cursor}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    }
    if (rows.length === 200) this.askAgain = true;
    // A transaction older than the news still runs: its own news may come before, so ask again soon.
    else if (end?.pending) this.later();
  }

  /** A reader who does not read is let go before her news fill the memory; she comes back to where she was. */
  private send(text: string): void {
    if (this.closed) return;
    this.response.write(text);
    if (this.response.writableLength > mostUnread) this.response.destroy();
  }

  private later(ms = 150): void {
    clearTimeout(this.retry);
    if (this.closed) return;
    this.retry = setTimeout(() => void this.tell(), ms);
    this.retry.unref();
  }
}
