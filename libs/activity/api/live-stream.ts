// One reader's open stream: where she stands, and what is written to her. What she may hear of is asked for by `Telling`.
import type { LiveChange } from '@samverkan/activity/contract';
import type { Actor } from '@samverkan/shared/api';
import type { Response } from 'express';

/** A change with its place in the stream: transaction and number, `<tx>-<id>`. */
export interface ChangeRow extends LiveChange {
  cursor: string;
}

const mostUnread = 256 * 1024;

export class LiveStream {
  /** The last place she has heard of everything up to. */
  cursor = '0-0';
  isClosed = false;

  constructor(
    readonly actor: Actor,
    private readonly response: Response,
  ) {
    response
      .status(200)
      .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      .flushHeaders();
    this.send('retry: 1000\n\n');
  }

  /** From where the stream stands now, or from where a lost connection ended. A place further on than the stream itself was given by a database since restored: everything may have changed. */
  begin(end: string, after: string | undefined): void {
    const ahead = after !== undefined && isAfter(after, end);
    this.cursor = ahead ? end : (after ?? end);
    this.send(`id: ${this.cursor}\nevent: ${ahead ? 'restart' : 'ready'}\ndata: {}\n\n`);
  }

  /** What comes after her cursor, oldest first; `settled` is a place before which nothing more can come. */
  hear(changes: readonly ChangeRow[], settled: string): void {
    for (const { cursor, ...change } of changes) {
      this.cursor = cursor;
      this.send(`id: ${cursor}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    }
    if (isAfter(settled, this.cursor)) this.cursor = settled;
  }

  beat(): void {
    this.send(': beat\n\n');
  }

  /** Ends the stream; the reader comes back after `retryMs` and goes on from her cursor, here or on another replica. */
  close(retryMs?: number): void {
    this.isClosed = true;
    if (this.response.writableEnded) return;
    if (retryMs !== undefined) this.response.write(`retry: ${retryMs}\n\n`);
    this.response.end();
  }

  /** A reader who does not read is let go before her news fill the memory; she comes back to where she was. */
  private send(text: string): void {
    if (this.isClosed) return;
    this.response.write(text);
    if (this.response.writableLength > mostUnread) this.response.destroy();
  }
}

const isAfter = (one: string, other: string): boolean => {
  const [[tx = 0n, id = 0n], [otherTx = 0n, otherId = 0n]] = [one, other].map((cursor) =>
    cursor.split('-').map(BigInt),
  ) as [bigint[], bigint[]];
  return tx > otherTx || (tx === otherTx && id > otherId);
};
