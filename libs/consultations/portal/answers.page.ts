import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type {
  CommentResponseInput,
  ConsultationAnswers,
  ConsultationChange,
  ConsultationComment,
} from '@samverkan/consultations/contract';
import {
  HumanDatePipe,
  Language,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { AnswersByGoal } from './answers-by-goal';
import { AnswersMatrix } from './answers-matrix';
import { CloseDialog } from './close-dialog';
import { InviteDialog } from './invite-dialog';
import { RoundDialog } from './round-dialog';
import { ConsultationRequests, answersOf } from './consultations.data';

/** What came in, for whoever asks: who has answered, every comment with what became of it, reminders and the end of the round. */
@Component({
  selector: 'sam-answers-page',
  templateUrl: './answers.page.html',
  imports: [
    AnswersByGoal,
    AnswersMatrix,
    CloseDialog,
    HumanDatePipe,
    InviteDialog,
    PageHead,
    RouterLink,
    RoundDialog,
    TranslocoDirective,
  ],
})
export class AnswersPage {
  private readonly requests = inject(ConsultationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  protected readonly plural = plural;
  protected readonly formats = ['xlsx', 'csv'] as const;
  readonly id = input.required<string>();
  /** Only the comments that nobody has answered, kept in the address. */
  readonly obesvarade = input<string>();
  protected readonly source = answersOf(() => this.id());
  private readonly latest = keepLatest(this.source);
  protected readonly shown = computed(() => (this.latest()?.id === this.id() ? this.latest() : undefined));
  protected readonly silent = computed(() => this.shown()?.invited.filter(({ state }) => state !== 'sent') ?? []);
  protected readonly sent = computed(() => this.shown()?.invited.filter(({ state }) => state === 'sent').length ?? 0);
  protected readonly asking = signal<'close' | 'invite' | 'change' | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return this.refused() ?? (error ? this.words.of(error) : null);
  });

  constructor() {
    reloadOn('consultations', this.source);
  }

  protected file(format: string): string {
    return `/api/consultations/${this.id()}/export?format=${format}&lang=${this.language.current()}`;
  }

  protected remind(): Promise<void> {
    const ids = this.silent().map(({ organization }) => organization.id);
    return this.doing(() => this.requests.remind(this.id(), ids), 'consultations.reminded');
  }

  protected close(): Promise<void> {
    return this.doing(
      () => this.requests.close(this.id()),
      'consultations.closed.said',
      () => this.reopen(),
    );
  }

  protected reopen(): Promise<void> {
    return this.doing(() => this.requests.reopen(this.id()), 'consultations.reopened');
  }

  protected invite(organizationIds: readonly string[]): Promise<void> {
    return this.doing(() => this.requests.invite(this.id(), organizationIds), 'consultations.invited');
  }

  protected withdraw(organizationId: string): Promise<void> {
    return this.doing(
      () => this.requests.withdraw(this.id(), organizationId),
      'consultations.withdrawn',
      () => this.invite([organizationId]),
    );
  }

  protected change(version: number, change: ConsultationChange): Promise<void> {
    return this.doing(async () => {
      await this.requests.change(this.id(), version, change);
      this.source.reload();
      return undefined;
    }, 'consultations.changed');
  }

  protected respond(comment: ConsultationComment, input: CommentResponseInput): Promise<void> {
    return this.doing(() => this.requests.respond(this.id(), comment.id, input), 'consultations.responded');
  }

  private async doing(
    deed: () => Promise<ConsultationAnswers | undefined>,
    said: string,
    undo?: () => Promise<void>,
  ): Promise<void> {
    if (this.busy()) return;
    this.asking.set(null);
    this.busy.set(true);
    this.refused.set(null);
    try {
      const done = await deed();
      if (done) this.source.set(done);
      const back = undo && { label: this.transloco.translate<string>('consultations.undo'), run: () => void undo() };
      void this.toasts.show(this.transloco.translate(said), back);
    } catch (error) {
      this.refused.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
