import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Method, MethodRetirement, MethodVisibility } from '@samverkan/methods/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { MethodActionsSection } from './method-actions';
import { MethodFacts } from './method-facts';
import { MethodHistoryTable } from './method-history';
import { MethodState } from './method-state';
import { MethodTrainedSection } from './method-trained';
import { MethodUsesSection } from './method-uses';
import { MethodVisibilityDialog } from './method-visibility-dialog';
import { MethodRequests, historyOf, methodOf } from './methods.data';
import { RetireDialog } from './retire-dialog';
import { ReviewDialog } from './review-dialog';

/** One method: what it is for and not for, what is known of it and who says so, who uses it and who is trained. */
@Component({
  selector: 'sam-method-page',
  templateUrl: './method.page.html',
  styleUrl: './method-parts.scss',
  imports: [
    HumanDatePipe,
    Icon,
    MethodActionsSection,
    MethodFacts,
    MethodHistoryTable,
    MethodState,
    MethodTrainedSection,
    MethodUsesSection,
    MethodVisibilityDialog,
    PageHead,
    RetireDialog,
    ReviewDialog,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class MethodDetailPage {
  readonly id = input.required<string>();
  private readonly requests = inject(MethodRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  protected readonly source = methodOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly method = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly asking = signal<'visibility' | 'retire' | 'review' | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    reloadOn('methods', this.source, this.historySource);
  }

  protected async publish(): Promise<void> {
    if (!(await this.doing(() => this.requests.publish(this.id())))) return;
    await this.told('published', () => this.requests.unpublish(this.id()));
  }

  /** The reason stays where it was written until it is said. */
  protected async retire(input: MethodRetirement): Promise<void> {
    if (!(await this.doing(() => this.requests.retire(this.id(), input)))) return;
    this.asking.set(null);
    await this.told('retired', () => this.requests.reinstate(this.id()));
  }

  protected async reinstate(): Promise<void> {
    if (await this.doing(() => this.requests.reinstate(this.id()))) await this.toasts.show(this.say('reinstated'));
  }

  protected async review(day: string): Promise<void> {
    this.asking.set(null);
    if (await this.doing(() => this.requests.review(this.id(), day))) await this.toasts.show(this.say('reviewed'));
  }

  protected async show(visibility: MethodVisibility): Promise<void> {
    const before = this.method()?.visibility as MethodVisibility | undefined;
    this.asking.set(null);
    if (visibility === before || !before || !(await this.doing(() => this.requests.show(this.id(), visibility))))
      return;
    await this.told('shown', () => this.requests.show(this.id(), before));
  }

  protected async discard(): Promise<void> {
    this.problem.set(null);
    const id = this.id();
    try {
      await this.requests.discard(id);
      await this.router.navigate(['/metoder']);
      await this.toasts.show(this.say('discarded'), {
        label: this.say('undo'),
        run: () => void this.requests.restore(id).then(() => this.router.navigate(['/metoder', id])),
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected reload(): void {
    this.source.reload();
    this.historySource.reload();
  }

  private told(key: string, back: () => Promise<Method>): Promise<void> {
    return this.toasts.show(this.say(key), { label: this.say('undo'), run: () => void this.doing(back) });
  }

  private async doing(deed: () => Promise<Method>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.source.set(await deed());
      this.historySource.reload();
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string): string {
    return this.transloco.translate(`methods.${key}`);
  }
}
