import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { log } from '../http/log';
import { Db } from './db';

const hourly = 3_600_000;

/** Takes away what has served its time, every hour; two replicas doing it at once do no harm. */
@Injectable()
export class Housekeeping implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Db) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.db.transaction(() => this.db.query('select housekeeping()')).catch(() => log.warn('housekeeping failed'));
    }, hourly);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
