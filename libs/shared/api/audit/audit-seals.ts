import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIGURATION } from '../config/config.token';
import type { Configuration } from '../config/configuration';
import { Db } from '../db/db';
import { runInScope } from '../db/request-scope';
import { log } from '../http/log';
import { AuditKeys } from './audit-keys';
import { type Anchor, type AuditFault, checkAudit, sealAudit } from './audit-seal';

const soonMs = 1000;
const anchorMs = 60_000;

/** Seals the audit within a second of each deed, and writes the newest seal to the log, which lies outside the database. */
@Injectable()
export class AuditSeals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly keys: AuditKeys;
  private timer: NodeJS.Timeout | undefined;
  private anchoredAt = 0;
  private newest: Anchor | undefined;
  private judging: Promise<AuditFault[]> | undefined;

  constructor(
    private readonly db: Db,
    @Inject(CONFIGURATION) settings: Configuration,
  ) {
    this.keys = new AuditKeys(settings.keys.encryptionKeys);
  }

  onApplicationBootstrap(): void {
    this.soon();
  }

  /** A deed has been written and will be sealed when its transaction has ended; many at once become one sealing. */
  soon(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.seal().catch(() => log.warn('the audit could not be sealed; the next deed tries again'));
    }, soonMs);
    this.timer.unref();
  }

  /** Seals what has grown now. */
  async seal(): Promise<void> {
    const sealed = await runInScope({ requestId: 'background' }, () =>
      this.db.transaction(() => sealAudit((text, values) => this.db.query(text, values), this.keys)),
    );
    if (!sealed) return;
    this.newest = sealed;
    if (Date.now() - this.anchoredAt < anchorMs) return;
    this.anchoredAt = Date.now();
    log.info({ seal: sealed.number, rows: sealed.rows }, 'audit sealed');
  }

  /** What does not hold, judged also by the newest seal this process remembers. Reads the whole audit: who asks while it is read waits for the same answer. */
  faults(): Promise<AuditFault[]> {
    this.judging ??= runInScope({ requestId: 'background' }, () =>
      this.db.transaction(() => checkAudit((text, values) => this.db.query(text, values), this.keys, this.newest)),
    ).finally(() => (this.judging = undefined));
    return this.judging;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.seal().catch(() => undefined);
  }
}
