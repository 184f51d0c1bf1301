import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Consultation, ConsultationDraft } from '@samverkan/consultations/contract';
import {
  HumanDatePipe,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { AnswerField } from './answer-field';
import { AnswerProgress } from './answer-progress';
import { AnswerReceipt } from './answer-receipt';
import { ConsultationRequests, consultationOf } from './consultations.data';

/** Answering a round: each goal with its text and a field, "ingen synpunkt" on the rest, and the receipt when it is sent. */
@Component({
  selector: 'sam-consultation-page',
  templateUrl: './consultation.page.html',
  styleUrl: './consultation.page.scss',
  imports: [AnswerField, AnswerProgress, AnswerReceipt, HumanDatePipe, PageHead, RouterLink, TranslocoDirective],
})
export class ConsultationPage implements MayHoldUnsaved {
  private readonly requests = inject(ConsultationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly fields = viewChildren(AnswerField);
  protected readonly plural = plural;
  readonly id = input.required<string>();
  protected readonly source = consultationOf(() => this.id());
  private readonly latest = keepLatest(this.source);
  protected readonly shown = computed(() => (this.latest()?.id === this.id() ? this.latest() : undefined));
  /** What is said of each goal and of the whole, as it is kept. */
  protected readonly drafts = signal<ReadonlyMap<string | null, ConsultationDraft>>(new Map());
  protected readonly changing = signal(false);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly left = computed(
    () =>
      this.shown()?.goals.filter(({ id }) => {
        const draft = this.drafts().get(id);
        return !draft || (draft.text === '' && !draft.none);
      }) ?? [],
  );
  protected readonly writing = computed(() => {
    const { answer, allowed } = this.shown() ?? {};
    return allowed?.answer === true && (!answer?.sentAt || answer.unsent || this.changing());
  });
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('consultations', this.source);
    effect(() => {
      const drafts = this.shown()?.answer?.drafts ?? [];
      untracked(() => this.drafts.set(new Map(drafts.map((draft) => [draft.goalId, draft]))));
    });
  }

  unsaved(): boolean {
    return this.fields().some((field) => field.unsaved());
  }

  protected kept(draft: ConsultationDraft): void {
    this.drafts.update((drafts) => new Map(drafts).set(draft.goalId, draft));
  }

  /** In one act, and taken back in one. */
  protected noComment(): Promise<void> {
    const marked = this.left().map(({ id }) => id);
    return this.doing(async () => {
      this.source.set(await this.requests.noComment(this.id()));
      this.tried.set(false);
      void this.toasts.show(this.transloco.translate('consultations.none-on-rest.said'), {
        label: this.transloco.translate<string>('consultations.undo'),
        run: () => void this.doing(async () => this.source.set(await this.requests.noComment(this.id(), marked))),
      });
    });
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    await this.doing(async () => {
      const [first] = this.left();
      if (first) {
        this.fields()
          .find((field) => field.goal()?.id === first.id)
          ?.focus();
        return;
      }
      this.received(await this.requests.send(this.id()));
    });
  }

  private received(sent: Consultation): void {
    this.changing.set(false);
    this.tried.set(false);
    this.source.set(sent);
  }

  /** Nothing is done before all that is written is kept. */
  private async doing(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const kept = await Promise.all(this.fields().map((field) => field.keep()));
      if (kept.every(Boolean)) await deed();
      else this.refused.set(this.transloco.translate('consultations.not-kept'));
    } catch (error) {
      this.refused.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
