import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { SessionStore } from '@samverkan/identity/portal';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import type { Commitment } from '@samverkan/strategies/contract';
import { CommitmentRequests, functionsOf, goalChoices } from './commitments.data';
import { PartyField } from './party-field';

/** What the acting party undertakes for a goal; or a change of it. */
@Component({
  selector: 'sam-commitment-dialog',
  templateUrl: './commitment-dialog.html',
  imports: [Dialog, GuardedText, Icon, PartyField, TranslocoDirective],
})
export class CommitmentDialog {
  private readonly requests = inject(CommitmentRequests);
  private readonly words = inject(ProblemWords);
  readonly commitment = input<Commitment | null>(null);
  /** The strategy whose goals come first. */
  readonly strategyId = input<string | null>(null);
  /** The reader keeps the strategy, and may write down what another party undertakes. */
  readonly records = input(false);
  /** The goal it is for, to begin with. */
  readonly goal = input('');
  readonly saved = output<Commitment>();
  readonly closed = output();
  private readonly choices = goalChoices();
  protected readonly goals = computed(() =>
    (this.choices.hasValue() ? this.choices.value().items : []).filter(
      ({ countyCode, current, strategyId }) =>
        countyCode !== null && (this.strategyId() ? strategyId === this.strategyId() : current),
    ),
  );
  private readonly acting = inject(SessionStore).acting;
  /** Whose it is, when it is another's. */
  protected readonly party = signal<OrganizationRef | null>(null);
  private readonly ownerId = computed(
    () => this.commitment()?.organization.id ?? this.party()?.id ?? this.acting()?.organization.id,
  );
  private readonly posts = functionsOf(() => this.ownerId());
  /** Another's function stands there though the reader may not see it. */
  protected readonly functions = computed(() => {
    const found = (this.posts.hasValue() ? this.posts.value().items : []).map(({ id, title }) => ({ id, title }));
    const now = this.commitment()?.function;
    return !now || found.some(({ id }) => id === now.id) ? found : [...found, now];
  });
  protected readonly functionId = linkedSignal(() => this.commitment()?.function?.id ?? '');
  protected readonly heading = computed(() =>
    this.commitment()
      ? 'strategies.commitment.change.heading'
      : this.party()
        ? 'strategies.commitment.add.theirs'
        : 'strategies.commitment.add.heading',
  );
  protected readonly goalId = linkedSignal(() => this.goal());
  protected readonly text = linkedSignal(() => this.commitment()?.text ?? '');
  protected readonly startsOn = linkedSignal(() => this.commitment()?.startsOn ?? '');
  protected readonly endsOn = linkedSignal(() => this.commitment()?.endsOn ?? '');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  /** Its functions are others. */
  protected picked(party: OrganizationRef | null): void {
    this.party.set(party);
    this.functionId.set('');
  }

  protected async save(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked || this.busy()) return;
    const now = this.commitment();
    if (this.text().trim().length < 3 || (!now && !this.goalId())) {
      this.problem.set(this.words.code(this.text().trim().length < 3 ? 'field.too-short' : 'field.not-a-choice'));
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    const content = {
      text: this.text().trim(),
      startsOn: this.startsOn() || null,
      endsOn: this.endsOn() || null,
      functionId: this.functionId() || null,
      guardConfirmed: confirmation('text', this.confirmed()),
    };
    try {
      this.saved.emit(
        now
          ? await this.requests.change(now, content)
          : await this.requests.add({ ...content, goalId: this.goalId(), organizationId: this.party()?.id ?? null }),
      );
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
