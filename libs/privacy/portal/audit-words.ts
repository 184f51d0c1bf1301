import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { AuditRow } from '@samverkan/privacy/contract';

/** What the codes of the audit say. A code without words is shown as it is: the log never hides what it holds. */
@Service()
export class AuditWords {
  private readonly transloco = inject(TranslocoService);

  verb(code: string): string {
    return this.of('privacy.verb.', code) ?? code;
  }

  role(code: string): string {
    return this.of('privacy.role.', code) ?? code;
  }

  area(code: string): string {
    return this.of('privacy.area.', code) ?? code;
  }

  /** Several codes with a blank between; `as.<id>` names a party, which the row's sentence tells of already. */
  reason(row: AuditRow): string | null {
    if (!row.reason) return null;
    return row.reason
      .split(' ')
      .map((code) => {
        const plain = code.startsWith('as.') ? 'as' : code;
        return this.of('privacy.reason.', plain) ?? this.of('error.', plain) ?? code;
      })
      .join(' ');
  }

  private of(
    prefix: 'privacy.verb.' | 'privacy.area.' | 'privacy.role.' | 'privacy.reason.' | 'error.',
    code: string,
  ): string | null {
    const key = prefix + code;
    const words = this.transloco.getTranslation(this.transloco.getActiveLang());
    return key in words ? this.transloco.translate<string>(key) : null;
  }
}
