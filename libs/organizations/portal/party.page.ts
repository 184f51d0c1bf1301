import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, resource, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CheckableFact, Organization } from '@samverkan/organizations/contract';
import { Step, Thread } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  reloadOn,
  today,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { PartyRequests, historyOf, organizationWith } from './organizations.data';
import { PartyChange } from './party-change';
import { PartyCheck } from './party-check';
import { PartyFacts } from './party-facts';
import { PARTY_FUNCTIONS } from './party-functions.token';
import { PartyHistory } from './party-history';
import { PartyMerge } from './party-merge';

/** One party: what it is, where it works, and the names it has had. */
@Component({
  selector: 'sam-party-page',
  templateUrl: './party.page.html',
  styleUrl: './party.page.scss',
  imports: [
    HumanDatePipe,
    Icon,
    NgComponentOutlet,
    PageHead,
    PartyChange,
    PartyCheck,
    PartyFacts,
    PartyHistory,
    PartyMerge,
    RouterLink,
    SensitiveReportButton,
    Step,
    Thread,
    TranslocoDirective,
  ],
})
export class PartyPage implements MayHoldUnsaved {
  private readonly words = inject(ProblemWords);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly requests = inject(PartyRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly form = viewChild(PartyChange);
  readonly id = input.required<string>();
  /** The day it is shown as of, from the address. */
  readonly dag = input<string>();
  /** The name of the party whose address led here when the two were merged. */
  readonly fran = input<string>();
  protected readonly asOf = computed(() =>
    /^\d{4}-\d{2}-\d{2}$/.test(this.dag() ?? '') ? (this.dag() ?? null) : null,
  );

  private readonly loadFunctions = inject(PARTY_FUNCTIONS);
  private readonly slot = resource({ loader: () => this.loadFunctions() });
  protected readonly functions = computed(() => (this.slot.hasValue() ? this.slot.value() : null));
  private readonly source = organizationWith(
    () => this.id(),
    () => this.asOf(),
  );
  private readonly historySource = historyOf(() => this.id());
  protected readonly history = keepLatest(this.historySource);
  protected readonly editing = signal(false);
  protected readonly checking = signal(false);
  protected readonly merging = signal(false);
  protected readonly fault = signal<string | null>(null);
  private readonly latest = keepLatest(this.source);
  protected readonly party = computed(() => (this.latest()?.id === this.id() ? this.latest() : undefined));
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly english = computed(() => this.language.current() === 'en');
  protected readonly description = computed(() => {
    const party = this.party();
    return (this.english() ? party?.descriptionEn : null) ?? party?.description ?? null;
  });
  /** A description only in Swedish is read out as Swedish on an English page. */
  protected readonly descriptionLang = computed(() => (this.english() && !this.party()?.descriptionEn ? 'sv' : null));
  protected readonly periods = computed(() => this.party()?.names.filter((name) => name.usage === 'name') ?? []);
  protected readonly otherNames = computed(() => this.party()?.names.filter((name) => name.usage !== 'name') ?? []);
  protected readonly unchecked = computed(
    () => this.periods().length > 1 && this.periods().some((name) => name.verification === 'unverified'),
  );
  protected readonly ended = computed(() => {
    const validTo = this.party()?.validTo;
    return !!validTo && validTo < today();
  });
  protected readonly cameFrom = computed(() => this.fran() ?? null);

  constructor() {
    reloadOn('organizations', this.source, this.historySource);
    // It was the same party as another: that one's page is the page of both.
    effect(() => {
      const party = this.party();
      const into = party?.mergedInto;
      if (!party || !into) return;
      untracked(
        () => void this.router.navigate(['/parter', into.id], { queryParams: { fran: party.name }, replaceUrl: true }),
      );
    });
  }

  unsaved(): boolean {
    return this.form()?.unsaved() ?? false;
  }

  protected lookAt(day: string | null): void {
    this.editing.set(false);
    void this.router.navigate([], { queryParams: { dag: day || null }, queryParamsHandling: 'merge' });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected changed(party: Organization): void {
    this.editing.set(false);
    void this.show(party, 'organizations.changed');
  }

  protected async check(facts: readonly CheckableFact[]): Promise<void> {
    this.checking.set(false);
    await this.doing(
      () => this.requests.check(this.id(), { facts: [...facts], checked: true }),
      'organizations.checked',
    );
  }

  /** The other party's page from now on is the page of both. */
  protected async mergedInto(party: Organization): Promise<void> {
    const from = { id: this.id(), name: this.party()?.name };
    this.merging.set(false);
    await this.router.navigate(['/parter', party.id], { queryParams: { fran: from.name } });
    await this.toasts.show(this.transloco.translate('organizations.merge.done'), {
      label: this.transloco.translate('organizations.undo'),
      run: () => void this.unmerge(from.id),
    });
  }

  protected async unmerge(id: string): Promise<void> {
    this.fault.set(null);
    try {
      await this.requests.unmerge(id);
      await this.router.navigate(['/parter', id]);
      await this.toasts.show(this.transloco.translate('organizations.merge.undone'));
    } catch (error) {
      this.fault.set(this.words.of(error));
    }
  }

  private async undo(version: number): Promise<void> {
    await this.doing(() => this.requests.undo(this.id(), version), 'organizations.undone');
  }

  private async doing(deed: () => Promise<Organization>, words: string): Promise<void> {
    this.fault.set(null);
    try {
      await this.show(await deed(), words);
    } catch (error) {
      this.fault.set(this.words.of(error));
      this.source.reload();
    }
  }

  private async show(party: Organization, words: string): Promise<void> {
    const before = this.party()?.version;
    this.source.set(party);
    this.historySource.reload();
    if (party.version === before) return;
    await this.toasts.show(this.transloco.translate(words), {
      label: this.transloco.translate('organizations.undo'),
      run: () => void this.undo(party.version),
    });
  }

  protected again(): void {
    this.source.reload();
  }
}
