import { DOCUMENT, Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Proof } from '@samverkan/identity/portal';
import type { Extract } from '@samverkan/privacy/contract';
import type { PersonalSection } from '@samverkan/shared/contract';
import { Icon, Language, ProblemWords, humanDate } from '@samverkan/shared/portal';
import { AuditWords } from './audit-words';
import { PrivacyRequests } from './privacy.data';

/** Shows an extract when it is asked for: to read, to print and as a file. Gathering it is noted, so opening a page does not. */
@Component({
  selector: 'sam-personal-extract',
  templateUrl: './personal-extract.html',
  imports: [Icon, TranslocoDirective],
})
export class PersonalExtract {
  private readonly document = inject(DOCUMENT);
  private readonly requests = inject(PrivacyRequests);
  private readonly proof = inject(Proof);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(AuditWords);
  protected readonly language = inject(Language);
  /** Whose; the signed-in person's own when none is given. */
  readonly membershipId = input<string>();
  protected readonly extract = signal<Extract | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async take(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.extract.set((await this.proof.before(() => this.requests.extract(this.membershipId()))) ?? null);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  protected download(extract: Extract): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(extract, null, 2)], { type: 'application/json' }));
    link.download = 'registerutdrag.json';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  protected shown(section: PersonalSection, value: string | number | null, at: number): string {
    if (value === null || value === '') return '–';
    const kind = section.columns[at]?.kind;
    if (kind === 'moment' || kind === 'day') return humanDate(String(value), this.language.current(), 'exact');
    if (section.columns[at]?.words.en === 'Role') return this.words.role(String(value));
    if (section.key === 'common.deeds' && at === 0) return this.words.verb(String(value));
    return section.key === 'common.signed' && at === 0 ? this.words.area(String(value)) : String(value);
  }
}
