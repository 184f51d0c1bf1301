import { Injectable } from '@nestjs/common';
import { currentActor } from '@samverkan/shared/api';

interface Progress {
  done: number;
  of: number;
}

/** How far the imports that run in this process have come. Another process knows nothing of them, and the page then shows that it works, without a number. */
@Injectable()
export class ImportProgress {
  private readonly running = new Map<string, Progress>();

  /** Runs the work, which tells of each step; forgotten when it ends. */
  async follow<T>(
    key: string | undefined,
    of: number,
    work: (done: (count: number) => void) => Promise<T>,
  ): Promise<T> {
    if (key === undefined) return work(() => undefined);
    const mine = this.mine(key);
    const progress = { done: 0, of };
    this.running.set(mine, progress);
    try {
      return await work((count) => (progress.done += count));
    } finally {
      this.running.delete(mine);
    }
  }

  of(key: string): Progress {
    return this.running.get(this.mine(key)) ?? { done: 0, of: 0 };
  }

  private mine(key: string): string {
    return `${currentActor().userId} ${key}`;
  }
}
