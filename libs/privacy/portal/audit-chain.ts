import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AuditVerdict } from '@samverkan/privacy/contract';
import { Icon, ProblemWords, Time, keepLatest, plural } from '@samverkan/shared/portal';
import { AuditRequests, auditChecks } from './audit.data';

/** Whether the audit's chain holds: as it was judged last, and judged anew when asked. */
@Component({
  selector: 'sam-audit-chain',
  templateUrl: './audit-chain.html',
  imports: [Icon, Time, TranslocoDirective],
})
export class AuditChain {
  private readonly requests = inject(AuditRequests);
  private readonly words = inject(ProblemWords);
  private readonly source = auditChecks();
  private readonly checks = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly latest = computed(() => this.checks()?.items[0] ?? null);
  protected readonly verdict = signal<AuditVerdict | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async check(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.verdict.set(await this.requests.check());
      this.source.reload();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
