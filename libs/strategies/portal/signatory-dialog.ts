import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { Icon, ProblemWords, asProblem, today } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { PartyField } from './party-field';
import { StrategyRequests } from './strategy-requests';

/** A party puts its name to the strategy: by which function, and on which day. */
@Component({
  selector: 'sam-signatory-dialog',
  templateUrl: './signatory-dialog.html',
  imports: [Dialog, GuardedText, Icon, PartyField, TranslocoDirective],
})
export class SignatoryDialog {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  readonly strategyId = input.required<string>();
  readonly saved = output();
  readonly closed = output();
  protected readonly party = signal<OrganizationRef | null>(null);
  protected readonly functionTitle = signal('');
  protected readonly signedOn = signal(today());
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    const party = this.party();
    if (blocked || this.busy()) return;
    if (!party) {
      this.problem.set(this.words.code('field.required'));
      return;
    }
    this.busy.set(true);
    try {
      await this.requests.sign(this.strategyId(), {
        organizationId: party.id,
        functionTitle: this.functionTitle().trim() || null,
        signedOn: this.signedOn() || null,
      });
      this.saved.emit();
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
