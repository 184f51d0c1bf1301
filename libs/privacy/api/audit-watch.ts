import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Administrators } from '@samverkan/identity/api';
import { AuditSeals, Db, Jobs, Ledger, Mail, jobKind, log } from '@samverkan/shared/api';
import * as z from 'zod';
import { PrivacyLetters } from './privacy-letters';

/** Every night: judges the whole audit. When it does not hold, the log says so as an error and every administrator gets a letter. */
@Injectable()
export class AuditWatch implements OnModuleInit {
  constructor(
    private readonly seals: AuditSeals,
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: PrivacyLetters,
    private readonly administrators: Administrators,
  ) {}

  onModuleInit(): void {
    const nightly = jobKind({ name: 'privacy.audit-check', data: z.object({}) });
    this.jobs.schedule(nightly, '50 3 * * *', (_data, { id }) => this.run(id));
  }

  /** Judges once for the job's id. */
  async run(jobId: string): Promise<void> {
    const faults = await this.seals.faults();
    const to = faults.length > 0 ? await this.administrators.addresses() : [];
    await this.jobs.once(jobId, async () => {
      await this.db.query('select audit_checked($1, true)', [faults.length]);
      const reason = faults.length > 0 ? 'audit.does-not-hold' : null;
      await this.ledger.audited('audit.checked', 'privacy', null, 'done', reason);
      if (faults.length === 0) return;
      log.error(
        { faults: faults.length, kinds: [...new Set(faults.map(({ fault }) => fault))] },
        'audit does not hold',
      );
      if (!this.mail.isAvailable) return;
      for (const address of to) await this.mail.send(this.letters.auditDoesNotHold(address, faults.length));
    });
  }
}
