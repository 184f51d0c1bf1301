import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import type { SupportInquiry } from '@samverkan/support/contract';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { SupportInquiryDialog } from './inquiry-dialog';
import { SupportTerms } from './support-terms';
import { SupportInquiryRequests, inquiryList } from './support-inquiries.data';
import { SupportWordsDialog } from './words-dialog';

/** What those without an account have asked for on the county's public page: each is taken in as a request, or answered with a no. */
@Component({
  selector: 'sam-support-inquiries',
  templateUrl: './inquiries.html',
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-5);
    }
    .hand {
      margin-top: var(--sam-2);
    }
    .told {
      max-width: 44rem;
      white-space: pre-line;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.75rem;
    }
  `,
  imports: [
    HumanDatePipe,
    Icon,
    LoadState,
    NgTemplateOutlet,
    RouterLink,
    SensitiveReportButton,
    SupportInquiryDialog,
    SupportWordsDialog,
    TranslocoDirective,
  ],
})
export class SupportInquiries {
  private readonly requests = inject(SupportInquiryRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly terms = inject(SupportTerms);
  protected readonly source = inquiryList();
  private readonly latest = keepLatest(this.source);
  protected readonly groups = computed(() => {
    const all = this.latest()?.items ?? [];
    return [
      { key: 'waiting', items: all.filter(({ settledAt }) => !settledAt) },
      { key: 'settled', items: all.filter(({ settledAt }) => settledAt) },
    ] as const;
  });
  /** Kept here: the list may be drawn anew while somebody reads it. */
  protected readonly settledShown = signal(false);
  protected readonly any = computed(() => this.groups().some(({ items }) => items.length > 0));
  protected readonly taking = signal<SupportInquiry | null>(null);
  protected readonly declining = signal<SupportInquiry | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    reloadOn('support', this.source);
  }

  protected async take(body: object): Promise<void> {
    const one = this.taking();
    if (one && (await this.settle('taken', () => this.requests.take(one.id, body)))) this.taking.set(null);
  }

  protected async decline(body: object): Promise<void> {
    const one = this.declining();
    if (one && (await this.settle('declined', () => this.requests.decline(one.id, body)))) this.declining.set(null);
  }

  /** The one that goes at the next press. */
  protected readonly sure = signal('');

  protected async discard({ id }: SupportInquiry): Promise<void> {
    if (this.sure() !== id) this.sure.set(id);
    else await this.settle('discarded', () => this.requests.discard(id));
  }

  protected open(which: 'taking' | 'declining', one: SupportInquiry): void {
    this.problem.set(null);
    this[which].set(one);
  }

  private async settle(what: 'taken' | 'declined' | 'discarded', done: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await done();
      await this.toasts.show(this.transloco.translate(`support.inquiry.told.${what}`));
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
      this.source.reload();
    }
  }
}
