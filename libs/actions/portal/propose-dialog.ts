import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type ActionSummary,
  type Cooperation,
  CooperationProposalInput,
  NudgeProposalInput,
} from '@samverkan/actions/contract';
import { type GuardReason, confirmation, prose } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Toasts, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, GuardedText, serverErrors } from '@samverkan/writing/portal';
import * as z from 'zod';
import { CooperationRequests } from './cooperation.data';

const ProposalDraft = z.object({ message: prose(1000), closesOwn: z.boolean() });

/** "Sollefteå har en i april": asks the owners to be let in, from an own plan or without one. Nothing needs to be written. */
@Component({
  selector: 'sam-propose-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('actions.propose.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <p>{{ t('actions.propose.what', { title: action().title, owners: owners() }) }}</p>
        @if (own(); as plan) {
          <label class="check"
            ><input type="checkbox" [formField]="fields.closesOwn" /><span
              >{{ t('actions.propose.close-own', { title: plan.title }) }}
              <small>{{ t('actions.propose.close-own.help') }}</small></span
            ></label
          >
        }
        <sam-guarded-text
          [label]="t('actions.propose.message')"
          [optional]="true"
          [rows]="2"
          [formField]="fields.message"
          [(confirmed)]="confirmed"
        />
        @if (problem(); as words) {
          <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
        }
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('actions.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="blocked() || fields().submitting()">
            {{ t('actions.propose.send') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  styleUrl: './propose-dialog.scss',
  imports: [Dialog, FormField, GuardedText, Icon, TranslocoDirective],
})
export class ProposeDialog {
  private readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly action = input.required<Pick<ActionSummary, 'id' | 'title' | 'owners'>>();
  /** The county's question that it answers, where she met the action by that. */
  readonly nudge = input<string | null>(null);
  /** What she has planned herself, when that may be ended by it. */
  readonly own = input<{ id: string; title: string } | null>(null);
  readonly sent = output<Cooperation>();
  readonly closed = output();
  private readonly text = viewChild(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly model = signal({ message: '', closesOwn: true });
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, ProposalDraft));
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly owners = computed(() =>
    this.action()
      .owners.map(({ name }) => name)
      .join(', '),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        const own = this.own();
        const { message, closesOwn } = this.model();
        const guardConfirmed = confirmation('message', this.confirmed());
        const made = await this.asked({ message, guardConfirmed }, own ? { ownActionId: own.id, closesOwn } : {});
        this.sent.emit(made);
        const said = this.transloco.translate<string>('actions.propose.sent', { owners: this.owners() });
        const undo = this.transloco.translate<string>('actions.undo');
        await this.toasts.show(said, { label: undo, run: () => void this.requests.withdraw(made.id) });
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }

  private asked(words: object, plan: { ownActionId?: string; closesOwn?: boolean }): Promise<Cooperation> {
    const nudge = this.nudge();
    if (!nudge)
      return this.requests.propose(this.action().id, CooperationProposalInput.parse({ ...words, ...plan }), this.key);
    const input = NudgeProposalInput.parse({ ...words, closesOwn: plan.closesOwn ?? false });
    return this.requests.makeKnown(nudge, input, this.key);
  }
}
