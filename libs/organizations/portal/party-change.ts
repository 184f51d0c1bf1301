import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { type Organization, OrganizationChange, registrableKinds } from '@samverkan/organizations/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, today } from '@samverkan/shared/portal';
import {
  AlsoHere,
  Autosave,
  Clashes,
  FieldError,
  PartyPicker,
  RestoredNote,
  begunChange,
  serverErrors,
} from '@samverkan/writing/portal';
import { PartyRequests } from './organizations.data';
import { PartyClash } from './party-clash';
import { type PartyChangeDraft, PartyChangeSchema, asSent, changeDraft, difference, keptParty } from './party-draft';
import { PartyFields } from './party-fields';
import { PartyNames } from './party-names';

/** Changes a party where it stands: from a day on, or as a correction. Only what was changed is sent, and it is kept while it is written. */
@Component({
  selector: 'sam-party-change',
  templateUrl: './party-change.html',
  imports: [
    AlsoHere,
    Autosave,
    FieldError,
    FormField,
    Icon,
    PartyClash,
    PartyFields,
    PartyNames,
    PartyPicker,
    RestoredNote,
    TranslocoDirective,
  ],
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
  protected readonly presence = computed(() => `/api/organizations/${this.from().id}/presence`);
  private readonly version = linkedSignal(() => this.from().version);
  protected readonly model = linkedSignal(() => changeDraft(this.from()));
  protected readonly kinds = registrableKinds;
  protected readonly today = today();
  protected readonly ending = linkedSignal(() => !!this.from().validTo);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly descriptionConfirmed = signal<GuardReason | null>(null);
  protected readonly descriptionEnConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => PartyChangeSchema));
  protected readonly blocked = computed(() => (this.facts()?.blocked() ?? false) || (this.names()?.blocked() ?? false));
  protected readonly shelter = computed(() => /kvinno(jour|hus)|tjejjour|skydd/i.test(this.from().name));
  protected readonly counties = computed(() =>
    this.from().allowed.editPlaces ? this.geography.counties().map(({ code }) => code) : [],
  );
  private readonly difference = computed(() => difference(this.model(), this.from()));
  protected readonly draft = begunChange({
    key: () => `organization:${this.from().id}`,
    before: () => changeDraft(this.from()),
    model: this.model,
    version: this.version,
    difference: this.difference,
    kept: keptParty,
  });

  constructor() {
    effect(() => {
      if (!this.draft.restored()) return;
      const { validTo, successorId } = untracked(this.model);
      if (validTo || successorId) this.ending.set(true);
    });
  }

  /** What is written is kept, all but a text the guard has stopped and a change of name that has not been added. */
  unsaved(): boolean {
    return this.blocked() || (this.names()?.unadded() ?? false);
  }

  protected async leave(): Promise<void> {
    await this.draft.discard();
    this.closed.emit();
  }

  protected setEnd(validTo: string): void {
    this.model.update((draft) => ({ ...draft, validTo }));
  }

  /** A change from a day on, or (no day) a correction. */
  protected setSince(from: string): void {
    this.model.update((draft) => ({ ...draft, from }));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.names()?.rename();
    if (Object.keys(this.difference()).every((field) => field === 'from')) return this.leave();
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const change = OrganizationChange.parse(this.sent());
        const party = await this.requests.change(this.from().id, this.version(), change);
        await this.draft.discard();
        this.changed.emit(party);
        return undefined;
      } catch (error) {
        if (this.clashes.caught(error, this.difference())) return undefined;
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Her own or theirs, for each fact both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Partial<PartyChangeDraft>): void {
    this.clashes.settle();
    this.model.update((draft) => ({ ...draft, ...kept }));
    void this.save();
  }

  private sent(): unknown {
    const guardConfirmed = [
      ...confirmation('description', this.descriptionConfirmed()),
      ...confirmation('descriptionEn', this.descriptionEnConfirmed()),
    ];
    return {
      ...asSent(this.difference()),
      ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}),
    };
  }
}
