import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import type { Offer, OfferVerb } from '@samverkan/learning/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { OfferRequests, historyOf, offerOf } from './learning.data';
import { HostingAnswer } from './hosting-answer';
import { hostingsOf } from './hosting.data';
import { OfferCancelDialog } from './offer-cancel-dialog';
import { OfferHistoryTable } from './offer-history';
import { OfferHosts } from './offer-hosts';
import { OfferPublicationsSection } from './offer-publications';
import { OfferReach } from './offer-reach';
import { OfferSections } from './offer-sections';
import { OfferSessions } from './offer-sessions';
import { OfferState } from './offer-state';
import { OfferUptake } from './offer-uptake';
import { OfferVisibilityDialog } from './offer-visibility-dialog';

/** One training: what it is, when it is held, and what whoever holds it does with it. */
@Component({
  selector: 'sam-offer-page',
  templateUrl: './offer.page.html',
  styles: '.note { margin-bottom: var(--sam-5); } .note .typed { margin-top: var(--sam-2); }',
  imports: [
    HostingAnswer,
    HumanDatePipe,
    Icon,
    OfferCancelDialog,
    OfferHistoryTable,
    OfferHosts,
    OfferPublicationsSection,
    OfferReach,
    OfferSections,
    OfferSessions,
    OfferState,
    OfferUptake,
    OfferVisibilityDialog,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class OfferPage {
  readonly id = input.required<string>();
  private readonly requests = inject(OfferRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  private readonly terms = inject(TermLists);
  protected readonly source = offerOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly offer = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  private readonly hostingSource = hostingsOf(this.id);
  private readonly hostingsRead = keepLatest(this.hostingSource);
  protected readonly hostings = computed(() => this.hostingsRead()?.items ?? []);
  /** The question to the reader's own organisation. */
  protected readonly asked = computed(() => this.hostings().find(({ allowed }) => allowed.answer));
  /** All that is read anew when who holds it has changed, or who is asked. */
  protected readonly ofHosts = {
    reload: () => [this.source, this.historySource, this.hostingSource].forEach((source) => source.reload()),
  };
  protected readonly showing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly cancelling = signal(false);
  /** What stands as buttons. A step is taken back from the news about it; that it is cancelled or held later too. */
  protected readonly verbs = computed(() => {
    const offer = this.offer();
    const ended = offer?.status === 'cancelled' || offer?.status === 'held';
    return offer?.allowed.verbs.filter((verb) => verb !== 'undo' || ended) ?? [];
  });
  protected readonly professions = computed(() => this.terms.words('profession', this.offer()?.professions ?? []));

  constructor() {
    reloadOn('learning', this.source, this.historySource, this.hostingSource);
  }

  protected wordOf(verb: OfferVerb, { status }: Offer): string {
    if (verb === 'undo') return `learning.verb.undo.${status}`;
    return `learning.verb.${verb}${verb === 'open' && status === 'closed' ? '.again' : ''}`;
  }

  /** Whoever is registered is written to at once when it is cancelled: that is asked first. */
  protected press(verb: OfferVerb): void {
    if (verb === 'cancel') this.cancelling.set(true);
    else void this.move(verb);
  }

  protected async move(verb: OfferVerb): Promise<void> {
    this.cancelling.set(false);
    if (!(await this.doing(() => this.requests.move(this.id(), verb)))) return;
    const undo = { label: this.transloco.translate<string>('learning.undo'), run: () => void this.move('undo') };
    await this.toasts.show(
      this.transloco.translate(`learning.moved.${verb}`),
      verb === 'undo' || verb === 'cancel' ? undefined : undo,
    );
  }

  protected async show(visibility: Visibility): Promise<void> {
    const before = this.offer()?.visibility;
    this.showing.set(false);
    if (visibility === before || !(await this.doing(() => this.requests.show(this.id(), visibility))) || !before)
      return;
    await this.toasts.show(this.transloco.translate('learning.shown'), {
      label: this.transloco.translate('learning.undo'),
      run: () => void this.show(before),
    });
  }

  protected changed(offer: Offer): void {
    this.source.set(offer);
    this.historySource.reload();
  }

  private async doing(deed: () => Promise<Offer>): Promise<Offer | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const offer = await deed();
      this.changed(offer);
      return offer;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
