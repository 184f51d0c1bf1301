import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Publication,
  type PublicationReplacing,
  type PublicationVisibility,
  type PublicationWithdrawal,
  citationOf,
} from '@samverkan/publications/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { FormatRequestList } from './format-requests';
import { PublicationFacts } from './publication-facts';
import { PublicationFileList } from './publication-file-list';
import { PublicationHistoryTable } from './publication-history';
import { PublicationSections } from './publication-sections';
import { PublicationState } from './publication-state';
import { PublicationVisibilityDialog } from './publication-visibility-dialog';
import { PublicationRequests, historyOf, publicationOf, replacingIn } from './publications.data';
import { ReviewDialog } from './review-dialog';
import { WithdrawDialog } from './withdraw-dialog';

/** One publication: what it is about, its files and links, what it replaced and what has come in its place. */
@Component({
  selector: 'sam-publication-page',
  templateUrl: './publication.page.html',
  imports: [
    FormatRequestList,
    HumanDatePipe,
    Icon,
    PageHead,
    PublicationFacts,
    PublicationFileList,
    PublicationHistoryTable,
    PublicationSections,
    PublicationState,
    PublicationVisibilityDialog,
    ReviewDialog,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
    WithdrawDialog,
  ],
})
export class PublicationPage {
  readonly id = input.required<string>();
  private readonly requests = inject(PublicationRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly language = inject(Language);
  protected readonly source = publicationOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly publication = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly asking = signal<'visibility' | 'withdraw' | 'review' | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** What stands in the way of publishing it. */
  protected readonly replacing = signal<PublicationReplacing | null>(null);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly citation = computed(() => {
    const one = this.publication();
    return one ? citationOf(one) : '';
  });
  /** In the reader's language where there is one; the other stands below. */
  protected readonly summaries = computed(() => {
    const one = this.publication();
    const both = [
      { language: 'sv', text: one?.summary ?? '' },
      { language: 'en', text: one?.summaryEn ?? '' },
    ].filter(({ text }) => text);
    return this.language.current() === 'en' ? both.reverse() : both;
  });

  constructor() {
    reloadOn('publications', this.source, this.historySource);
  }

  protected async publish(): Promise<void> {
    const motive = this.publication()?.withdrawnMotive;
    const back = () =>
      motive ? this.requests.withdraw(this.id(), { motive, guardConfirmed: [] }) : this.requests.unpublish(this.id());
    if (!(await this.doing(() => this.requests.publish(this.id())))) return;
    await this.toasts.show(this.say('published'), {
      label: this.say('undo'),
      run: () => void this.doing(back),
    });
  }

  /** The reason stays where it was written until it is said. */
  protected async withdraw(input: PublicationWithdrawal): Promise<void> {
    if (!(await this.doing(() => this.requests.withdraw(this.id(), input)))) return;
    this.asking.set(null);
    await this.toasts.show(this.say('withdrawn'), {
      label: this.say('undo'),
      run: () => void this.doing(() => this.requests.publish(this.id())),
    });
  }

  protected async review(day: string): Promise<void> {
    this.asking.set(null);
    if (await this.doing(() => this.requests.review(this.id(), day))) await this.toasts.show(this.say('reviewed'));
  }

  protected async show(visibility: PublicationVisibility): Promise<void> {
    const before = this.publication()?.visibility as PublicationVisibility | undefined;
    this.asking.set(null);
    if (visibility === before || !(await this.doing(() => this.requests.show(this.id(), visibility))) || !before)
      return;
    await this.toasts.show(this.say('shown'), { label: this.say('undo'), run: () => void this.show(before) });
  }

  protected async see(): Promise<void> {
    if (await this.doing(() => this.requests.see(this.id()))) await this.toasts.show(this.say('named.seen'));
  }

  protected discard(): Promise<void> {
    return this.goneFrom(
      'discarded',
      (id) => this.requests.discard(id),
      (id) => this.requests.restore(id),
    );
  }

  /** She may not see it any longer: what she left is taken back from the list. */
  protected leave(): Promise<void> {
    return this.goneFrom(
      'left',
      (id) => this.requests.leave(id),
      (id) => this.requests.comeBack(id),
    );
  }

  private async goneFrom(
    said: string,
    deed: (id: string) => Promise<unknown>,
    back: (id: string) => Promise<unknown>,
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const id = this.id();
    try {
      await deed(id);
      await this.router.navigate(['/publikationer']);
      await this.toasts.show(this.say(said), {
        label: this.say('undo'),
        run: () =>
          void back(id).then(
            () => this.router.navigate(['/publikationer', id]),
            (error: unknown) => this.toasts.show(this.words.of(error)),
          ),
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.citation());
      await this.toasts.show(this.say('cite.copied'));
    } catch {
      await this.toasts.show(this.say('cite.by-hand'));
    }
  }

  protected changed(publication: Publication): void {
    this.source.set(publication);
    this.historySource.reload();
  }

  private async doing(deed: () => Promise<Publication>): Promise<Publication | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    this.replacing.set(null);
    try {
      const publication = await deed();
      this.changed(publication);
      return publication;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.replacing.set(replacingIn(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string): string {
    return this.transloco.translate(`publications.${key}`);
  }
}
