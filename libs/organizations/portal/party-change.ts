import { Component, computed, inject, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { type Organization, OrganizationChange, registrableKinds } from '@samverkan/organizations/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  type Clash,
  FieldError,
  Icon,
  ProblemWords,
  asProblem,
  clashesOf,
  serverErrors,
  today,
} from '@samverkan/shared/portal';
import { PartyRequests } from './organizations.data';
import { PartyClash } from './party-clash';
import { type PartyChangeDraft, PartyChangeSchema, asSent, changeDraft, difference } from './party-draft';
import { PartyFields } from './party-fields';
import { PartyNames } from './party-names';
import { PartyPicker } from './party-picker';

/** Changes a party where it stands: from a day on, or as a correction. Only what was changed is sent. */
@Component({
  selector: 'sam-party-change',
  templateUrl: './party-change.html',
  imports: [FieldError, FormField, Icon, PartyClash, PartyFields, PartyNames, PartyPicker, TranslocoDirective],
})
export class PartyChange {
  private readonly requests = inject(PartyRequests);
  private readonly words = inject(ProblemWords);
  private readonly geography = inject(GeographyData);
  private readonly facts = viewChild(PartyFields);
  private readonly names = viewChild(PartyNames);
  readonly party = input.required<Organization>();
  readonly changed = output<Organization>();
  readonly closed = output();
  /** The party as it was when editing began: news from others must not move what is typed. */
  private readonly from = linkedSignal<string, Organization>({
    source: computed(() => this.party().id),
    computation: () => untracked(this.party),
  });
  private readonly version = linkedSignal(() => this.from().version);
  protected readonly model = linkedSignal(() => changeDraft(this.from()));
  protected readonly kinds = registrableKinds;
  /** Since when what is written holds; null is a correction. */
  protected readonly since = signal<string | null>(null);
  protected readonly ending = linkedSignal(() => !!this.from().validTo);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = signal<readonly Clash[]>([]);
  protected readonly descriptionConfirmed = signal<GuardReason | null>(null);
  protected readonly descriptionEnConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => PartyChangeSchema));
  protected readonly blocked = computed(() => (this.facts()?.blocked() ?? false) || (this.names()?.blocked() ?? false));
  protected readonly shelter = computed(() => /kvinno(jour|hus)|tjejjour|skydd/i.test(this.from().name));
  protected readonly counties = computed(() =>
    this.from().allowed.editPlaces ? this.geography.counties().map(({ code }) => code) : [],
  );

  unsaved(): boolean {
    return Object.keys(difference(this.model(), this.from())).length > 0 || (this.names()?.unadded() ?? false);
  }

  protected setDay(field: 'validTo', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    this.model.update((draft) => ({ ...draft, [field]: day }));
  }

  protected setSince(event: Event): void {
    this.since.set((event.target as HTMLInputElement).value || null);
  }

  protected fromToday(): void {
    this.since.set(today());
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.names()?.rename();
    if (!this.unsaved()) {
      this.closed.emit();
      return;
    }
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const change = OrganizationChange.parse(this.sent());
        this.changed.emit(await this.requests.change(this.from().id, this.version(), change));
        return undefined;
      } catch (error) {
        const stale = asProblem(error)?.code === 'stale-version';
        const clash = stale ? clashesOf(asProblem(error)?.current, { ...difference(this.model(), this.from()) }) : null;
        if (clash) {
          this.version.set(clash.version);
          this.clashes.set(clash.clashes);
          return undefined;
        }
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Her own or theirs, for each fact both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Partial<PartyChangeDraft>): void {
    this.clashes.set([]);
    this.model.update((draft) => ({ ...draft, ...kept }));
    void this.save();
  }

  private sent(): unknown {
    const guardConfirmed = [
      ...confirmation('description', this.descriptionConfirmed()),
      ...confirmation('descriptionEn', this.descriptionEnConfirmed()),
    ];
    return {
      ...asSent(difference(this.model(), this.from())),
      from: this.since(),
      ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}),
    };
  }
}
