import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { log } from '../http/log';
import { Db } from './db';

const hourly = 3_600_000;
/** So many hours apart the words that nobody has any more are swept out, and those that are missing added. */
const sweptEvery = 24;

/** Takes away what has served its time, every hour; two replicas doing it at once do no harm. */
@Injectable()
export class Housekeeping implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private hours = 0;

  constructor(private readonly db: Db) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      const deeds = [
        'select housekeeping()',
        ...(++this.hours % sweptEvery === 1 ? ['select search_words_sweep()'] : []),
      ];
      for (const deed of deeds)
        this.db.transaction(() => this.db.query(deed)).catch(() => log.warn('housekeeping failed'));
    }, hourly);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
