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
  viewChildren,
} from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  type Action,
  type ActionChange as Change,
  ActionChange as ActionChangeSchema,
} from '@samverkan/actions/contract';
import { Chips, LoadState } from '@samverkan/reading/portal';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import {
  AlsoHere,
  Autosave,
  Clashes,
  FieldError,
  GuardedText,
  RestoredNote,
  begunChange,
  serverErrors,
} from '@samverkan/writing/portal';
import { ActionChoices } from './action-choices';
import { confirmedNames } from './action-draft';
import { ActionRequests } from './actions.data';
import { type ChangeDraft, ChangeDraftSchema, asChange, formOf, putsBack } from './change-draft';
import { ConflictChoice } from './conflict-choice';
import { FunctionPicker } from './function-picker';
import { GoalPicker } from './goal-picker';
import { PartnerNames } from './partner-names';
import { PartnerPicker } from './partner-picker';
import { retiredTerm } from './retired-term';
import { PartyNames } from './party-names';

/** Changes an action where it stands. Only what was changed is sent; when somebody changed the same text both are shown. Kept while it is written. */
@Component({
  selector: 'sam-action-change',
  templateUrl: './action-change.html',
  imports: [
    AlsoHere,
    Autosave,
    Chips,
    ConflictChoice,
    FieldError,
    FormField,
    FunctionPicker,
    GoalPicker,
    GuardedText,
    Icon,
    LoadState,
    PartnerNames,
    PartnerPicker,
    RestoredNote,
    TranslocoDirective,
  ],
})
export class ActionChange {
  private readonly requests = inject(ActionRequests);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  private readonly partnerNames = viewChild(PartnerNames);
  readonly action = input.required<Action>();
  /** How it stands now, and the change that takes it back. */
  readonly changed = output<{ action: Action; back: Change | null }>();
  readonly closed = output();
  /** The action as it was when editing began: news from others must not move what is typed. */
  private readonly from = linkedSignal<string, Action>({
    source: computed(() => this.action().id),
    computation: () => untracked(this.action),
  });
  private readonly version = linkedSignal(() => this.from().version);
  protected readonly model = linkedSignal(() => formOf(this.from()));
  protected readonly ownerIds = computed(() => this.from().owners.map((owner) => owner.id));
  protected readonly choices = inject(ActionChoices);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  /** What somebody else had written, of what both have changed. */
  private theirs: Partial<ChangeDraft> = {};
  protected readonly titleConfirmed = signal<GuardReason | null>(null);
  protected readonly textConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => ChangeDraftSchema));
  protected readonly blocked = computed(
    () => this.texts().some((text) => text.blocked()) || (this.partnerNames()?.blocked() ?? false),
  );
  private readonly difference = computed<Partial<ChangeDraft>>(() => {
    const before = formOf(this.from());
    return Object.fromEntries(
      Object.entries(this.model()).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ChangeDraft]),
      ),
    );
  });
  protected readonly presence = computed(() => `/api/actions/${this.from().id}/presence`);
  /** Fields that stand otherwise than when she began, and that she has not touched herself. */
  protected readonly meanwhile = computed(() => {
    const [before, now, mine] = [formOf(this.from()), formOf(this.action()), this.difference()];
    const isOthers = (name: keyof ChangeDraft) =>
      name !== 'responsibleFunctionId' && !(name in mine) && JSON.stringify(before[name]) !== JSON.stringify(now[name]);
    return (Object.keys(before) as (keyof ChangeDraft)[]).filter(isOthers);
  });
  protected readonly draft = begunChange({
    key: () => `action:${this.from().id}`,
    before: () => formOf(this.from()),
    model: this.model,
    version: this.version,
    difference: this.difference,
  });

  constructor() {
    const names = inject(PartyNames);
    effect(() => {
      const parties = this.from().partners.flatMap(({ organization }) => organization ?? []);
      untracked(() => names.learn(parties));
    });
  }

  unsaved(): boolean {
    return this.blocked() || (this.partnerNames()?.unadded() ?? false);
  }

  protected async leave(): Promise<void> {
    await this.draft.discard();
    this.closed.emit();
  }

  protected setDay(name: 'startsOn' | 'endsOn', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    this.model.update((draft) => ({ ...draft, [name]: day }));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.partnerNames()?.add();
    if (Object.keys(this.difference()).length === 0) return this.leave();
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const difference = this.difference();
        const guardConfirmed = [
          ...confirmation('title', this.titleConfirmed()),
          ...confirmation('description', this.textConfirmed()),
          ...confirmedNames(difference.partnerNames ?? []),
        ];
        const change = ActionChangeSchema.parse({
          ...asChange(difference),
          ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}),
        });
        const action = await this.requests.change(this.from().id, this.version(), change);
        await this.draft.discard();
        const stood = { ...formOf(this.from()), ...this.theirs };
        this.changed.emit({ action, back: putsBack(difference, stood) });
        return undefined;
      } catch (error) {
        if (this.clashes.caught(error, this.difference())) return undefined;
        const errors = serverErrors(this.fields, error);
        const retired = retiredTerm(error);
        if (retired) this.problem.set(this.words.code(retired));
        else if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Her own or theirs, for each text both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Record<string, unknown>): void {
    const theirs = this.clashes.list().map(({ field, theirs: value }) => [field, value ?? '']);
    this.theirs = { ...this.theirs, ...(Object.fromEntries(theirs) as Partial<ChangeDraft>) };
    this.clashes.settle();
    this.model.update((draft) => ({ ...draft, ...kept }) as ChangeDraft);
    void this.save();
  }
}
