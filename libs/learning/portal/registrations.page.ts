import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Registration, Registrations } from '@samverkan/learning/contract';
import { HumanPeriodPipe, LoadState } from '@samverkan/reading/portal';
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
import { TermLists } from '@samverkan/vocabularies/portal';
import { Dialog } from '@samverkan/writing/portal';
import { EnteredReach } from './entered-reach';
import { OfferRequests, offerOf, registrationsOf } from './learning.data';

/** Addresses as they are pasted from a mail program or a list. */
const addressesIn = (text: string): string[] => [
  ...new Set((text.match(/[^\s<>,;"()]+@[^\s<>,;"()]+\.[^\s<>,;"()]+/g) ?? []).map((one) => one.toLowerCase())),
];

const mostAtATime = 200;

/** Who comes to a session, for those who hold it: invited, registered, waiting, and who came. */
@Component({
  selector: 'sam-registrations-page',
  templateUrl: './registrations.page.html',
  imports: [Dialog, EnteredReach, HumanDatePipe, HumanPeriodPipe, Icon, LoadState, PageHead, TranslocoDirective],
})
export class RegistrationsPage {
  readonly id = input.required<string>();
  readonly sessionId = input.required<string>();
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  private readonly offerSource = offerOf(this.id);
  protected readonly source = registrationsOf(this.id, this.sessionId);
  protected readonly offer = keepLatest(this.offerSource);
  protected readonly comers = keepLatest(this.source);
  protected readonly session = computed(() => this.offer()?.sessions.find(({ id }) => id === this.sessionId()));
  /** It has begun: who came can be ticked. */
  protected readonly begun = computed(() => {
    const session = this.session();
    return !!session && session.day <= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format();
  });
  protected readonly seated = computed(
    () => this.comers()?.items.filter(({ state }) => state === 'registered').length ?? 0,
  );
  protected readonly emails = signal('');
  protected readonly found = computed(() => addressesIn(this.emails()));
  protected readonly link = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  /** Whose registration is about to be taken away: asked first, since her seat goes on at once. */
  protected readonly leaving = signal<Registration | null>(null);
  protected readonly plural = plural;
  private readonly busy = signal(false);

  constructor() {
    reloadOn('learning', this.offerSource);
  }

  protected facts({ organization, municipalityCode, profession }: Registration): string {
    return [
      organization,
      municipalityCode ? this.geography.name(municipalityCode) : '',
      profession ? this.terms.word('profession', profession) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    let left = this.found();
    if (left.length === 0) return;
    // So many go in one request; what was not sent stays in the field.
    while (left.length > 0) {
      const some = left.slice(0, mostAtATime);
      if (!(await this.doing(() => this.requests.invite(this.id(), this.sessionId(), some)))) return;
      left = left.slice(mostAtATime);
      this.emails.set(left.join('\n'));
    }
    await this.toasts.show(this.transloco.translate('learning.comers.invited'));
  }

  protected withdraw(id: string): void {
    void this.doing(() => this.requests.withdraw(this.id(), this.sessionId(), id));
  }

  protected async share(): Promise<void> {
    this.problem.set(null);
    try {
      this.link.set((await this.requests.share(this.id(), this.sessionId())).url);
      this.source.update((all) => all && { ...all, hasLink: true });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected async unshare(): Promise<void> {
    this.link.set(null);
    await this.doing(() => this.requests.unshare(this.id(), this.sessionId()));
  }

  protected async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link);
    await this.toasts.show(this.transloco.translate('learning.comers.copied'));
  }

  protected remove({ id }: Registration): void {
    void this.doing(() => this.requests.removeComer(this.id(), this.sessionId(), id));
  }

  protected tick({ id }: Registration, attended: boolean): void {
    void this.doing(() => this.requests.tick(this.id(), this.sessionId(), [{ id, attended }]));
  }

  protected allCame(): void {
    const seated = (this.comers()?.items ?? []).filter(({ state }) => state === 'registered');
    const came = seated.map(({ id, attended }) => ({ id, attended: attended ?? true }));
    void this.doing(() => this.requests.tick(this.id(), this.sessionId(), came));
  }

  private async doing(deed: () => Promise<Registrations>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.source.set(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
