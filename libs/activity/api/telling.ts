// Tells open streams what has come. One question for each audience, those whose rights are the same and who stand at the same place: a hundred
// colleagues cost what one does. Each question is asked as its audience, so row-level security decides what is heard.
import { type Actor, type Db } from '@samverkan/shared/api';
import { changesAfter, mostChanges, streamEnd } from './feed.query';
import type { ChangeRow, LiveStream } from './live-stream';

/** Questions at a time; the other connections are for those who work. */
const lanes = 2;
const soonMs = 150;
const longestMs = 10_000;

/** What the rights to news are judged by. Never the person: two of one organisation, role and counties hear the same (tried of every policy). */
const audienceOf = ({ organizationId, role, countyCodes }: Actor): string =>
  `${organizationId} ${role} ${countyCodes.join()}`;

export class Telling {
  private readonly streams = new Set<LiveStream>();
  private telling = false;
  private again = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly db: Db) {}

  /** Where the stream stands now: the news before it are settled, and none of them will come any more. */
  async end(): Promise<{ cursor: string; pending: boolean }> {
    const [end] = await this.db.readAs<{ cursor: string; pending: boolean }>(undefined, streamEnd);
    return end ?? { cursor: '0-0', pending: false };
  }

  add(stream: LiveStream): void {
    this.streams.add(stream);
    void this.tell();
  }

  remove(stream: LiveStream): void {
    this.streams.delete(stream);
    if (this.streams.size === 0) clearTimeout(this.retry);
  }

  all(): LiveStream[] {
    return [...this.streams];
  }

  /** Sends what has come since last; called on each notification. Many at once become one round. */
  async tell(): Promise<void> {
    this.again = true;
    if (this.telling) return;
    this.telling = true;
    try {
      while (this.again && this.streams.size > 0) {
        this.again = false;
        await this.round();
      }
    } catch {
      this.failures += 1;
      this.later(this.backOff());
    } finally {
      this.telling = false;
    }
  }

  private async round(): Promise<void> {
    // Asked before the news: a transaction that ends between the two questions, without news of its own, wakes nobody.
    const end = await this.end();
    const waiting = this.audiences();
    let failed = false;
    const lane = async () => {
      for (let group = waiting.shift(); group; group = waiting.shift())
        // One audience's trouble is not the others': they are told meanwhile, and it is asked for again.
        await this.tellGroup(group, end.cursor).catch(() => (failed = true));
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    this.failures = failed ? this.failures + 1 : 0;
    // A transaction older than the news still runs: its own news may come before, so ask again soon.
    if (end.pending) this.later(soonMs);
    else if (failed) this.later(this.backOff());
  }

  private backOff(): number {
    return Math.min(longestMs, soonMs * 2 ** this.failures);
  }

  /** Those who hear the same from the same place on. */
  private audiences(): LiveStream[][] {
    const groups = new Map<string, LiveStream[]>();
    for (const stream of this.streams) {
      const key = `${audienceOf(stream.actor)} ${stream.cursor}`;
      const group = groups.get(key);
      if (group) group.push(stream);
      else groups.set(key, [stream]);
    }
    return [...groups.values()];
  }

  private async tellGroup([first, ...others]: LiveStream[], settled: string): Promise<void> {
    if (!first) return;
    const changes = await this.db.readAs<ChangeRow>(first.actor, changesAfter, first.cursor.split('-'));
    const more = changes.length === mostChanges;
    if (more) this.again = true;
    for (const stream of [first, ...others]) stream.hear(changes, more ? '0-0' : settled);
  }

  private later(ms: number): void {
    clearTimeout(this.retry);
    if (this.streams.size === 0) return;
    this.retry = setTimeout(() => void this.tell(), ms);
    this.retry.unref();
  }
}
