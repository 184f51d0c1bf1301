import type { LoggerService } from '@nestjs/common';
import { log } from './log';

/** Nest's own words: only what went wrong, and only its kind. Start-up chatter is left out. */
export class NestLog implements LoggerService {
  log(): void {
    return;
  }
  warn(message: unknown): void {
    log.warn({ source: 'framework' }, text(message));
  }
  error(message: unknown): void {
    log.error({ source: 'framework' }, text(message));
  }
}

const text = (message: unknown): string => (message instanceof Error ? message.name : String(message).slice(0, 200));
