import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionMethods, MethodRef, MethodWarning } from '@samverkan/methods/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import { Icon, ProblemWords, asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { MethodChoice } from './method-choice';
import { MethodWarnings } from './method-warnings';
import { MethodRequests } from './methods.data';

/** Which method the action is about, and who will use it. Outside its purpose it says so and asks why. */
@Component({
  selector: 'sam-tie-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('methods.tie.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <sam-method-choice
          [label]="t('methods.tie.which')"
          [without]="without()"
          [value]="method()"
          (valueChange)="choose($event)"
        />
        <sam-chips
          [label]="t('methods.use.professions')"
          [choices]="choices()"
          [first]="6"
          [value]="professions()"
          (valueChange)="say($event)"
        />
        @if (outside()) {
          <sam-method-warnings [warnings]="warnings()" [methodId]="method()?.id ?? ''" />
          <sam-guarded-text
            lines="one"
            [label]="t('methods.tie.reason')"
            [help]="t('methods.tie.reason.help')"
            [(value)]="reason"
            [(confirmed)]="confirmed"
          />
        }
        @if (problem(); as words) {
          <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
        }
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('methods.back-out') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="!method() || busy()">
            {{ t(outside() ? 'methods.tie.anyway' : 'methods.tie.do') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Chips, Dialog, GuardedText, Icon, MethodChoice, MethodWarnings, TranslocoDirective],
})
export class TieDialog {
  private readonly requests = inject(MethodRequests);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly text = viewChild(GuardedText);
  private key = newIdempotencyKey();
  readonly actionId = input.required<string>();
  /** Those it is about already. */
  readonly without = input<readonly string[]>([]);
  readonly tied = output<ActionMethods>();
  readonly closed = output();
  protected readonly method = signal<MethodRef | null>(null);
  protected readonly professions = signal<string[]>([]);
  protected readonly reason = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly warnings = signal<readonly MethodWarning[]>([]);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly choices = computed(() => this.terms.choices('profession'));
  protected readonly outside = computed(() => this.warnings().length > 0);

  /** What was said of another choice is not said of this. */
  protected choose(method: MethodRef | null): void {
    this.method.set(method);
    this.ask();
  }

  protected say(professions: string[]): void {
    this.professions.set(professions);
    this.ask();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const method = this.method();
    if (!method || this.busy() || this.text()?.blocked()) return;
    this.problem.set(null);
    if (this.outside() && this.reason().trim().length < 3) {
      this.problem.set(this.words.code('method.outside-purpose'));
      return;
    }
    this.busy.set(true);
    try {
      const input = {
        methodId: method.id,
        professions: this.professions(),
        reason: this.outside() ? this.reason().trim() : '',
        guardConfirmed: confirmation('reason', this.confirmed()),
      };
      this.tied.emit(await this.requests.tie(this.actionId(), input, this.key));
    } catch (error) {
      const problem = asProblem(error);
      if (problem?.code === 'method.outside-purpose') {
        this.warnings.set((problem.current as { warnings?: MethodWarning[] } | undefined)?.warnings ?? []);
        this.key = newIdempotencyKey();
      }
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private ask(): void {
    this.warnings.set([]);
    this.problem.set(null);
    this.key = newIdempotencyKey();
  }
}
