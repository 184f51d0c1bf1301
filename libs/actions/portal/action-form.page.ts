import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource, signal, viewChild, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type GuardConfirmed, type GuardReason, confirmation } from '@samverkan/shared/contract';
import { type Action, ActionInput, type ActionSuggestion } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { Chips, LoadState, VisibilityBadge } from '@samverkan/reading/portal';
import {
  DraftBox,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  isGone,
  isSavedOtherwise,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import {
  Autosave,
  FieldError,
  GuardedText,
  OpenForms,
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import { ActionChoices } from './action-choices';
import {
  type ActionDraft,
  ActionDraftSchema,
  asInput,
  confirmedNames,
  emptyDraft,
  keptDraft,
  suggestedDraft,
} from './action-draft';
import { ActionRequests } from './actions.data';
import { ACTION_FORM_START } from './form-start.token';
import { FunctionPicker } from './function-picker';
import { GoalPicker } from './goal-picker';
import { PartnerNames } from './partner-names';
import { PartnerPicker } from './partner-picker';
import { SimilarActions } from './similar-actions';
import { retiredTerm } from './retired-term';
import { VisibilityRadios } from './visibility-radios';

/** Logs a new action: a title is enough, the rest is suggested from last time. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-action-form-page',
  templateUrl: './action-form.page.html',
  imports: [
    Autosave,
    Chips,
    FieldError,
    FormField,
    FunctionPicker,
    GoalPicker,
    GuardedText,
    Icon,
    LoadState,
    NgComponentOutlet,
    PageHead,
    PartnerNames,
    PartnerPicker,
    RestoredNote,
    RouterLink,
    SimilarActions,
    TranslocoDirective,
    VisibilityBadge,
    VisibilityRadios,
  ],
})
export class ActionFormPage implements MayHoldUnsaved {
  private readonly requests = inject(ActionRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  private readonly partnerNames = viewChild(PartnerNames);
  private readonly forms = inject(OpenForms);
  private readonly title = viewChild<GuardedText>('title');
  /** Kept with the draft: what was sent and never answered is not logged twice when the page is opened again. */
  private key = newIdempotencyKey();
  private readonly loadStart = inject(ACTION_FORM_START);
  /** The goal it is begun from: it is what the action is for, whatever was chosen last time. */
  private readonly asked = inject(ActivatedRoute).snapshot.queryParamMap;
  private readonly goal = this.asked.get('goal');
  /** What is done again is a draft of its own: it takes no other's place. */
  private readonly draftKey = ['action:new', this.asked.get('again') ?? []].flat().join(':');
  /** What she wrote of an action that she has logged and taken back. */
  private readonly broughtBack = writtenIn(this.router.currentNavigation()?.extras.info);
  private readonly suggestion = signal<ActionSuggestion | null>(null);
  protected readonly store = inject(SessionStore);
  protected readonly own = computed(() => [this.store.acting()?.organization.id ?? '']);
  protected readonly choices = inject(ActionChoices);
  protected readonly statuses = ['planned', 'ongoing', 'draft'] as const;
  protected readonly model = signal<ActionDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly choosing = signal(false);
  protected readonly more = signal(false);
  protected readonly titleConfirmed = signal<GuardReason | null>(null);
  protected readonly textConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => ActionDraftSchema));
  protected readonly blocked = computed(
    () => this.texts().some((text) => text.blocked()) || (this.partnerNames()?.blocked() ?? false),
  );
  protected readonly draft = this.drafts.keep(
    () => this.draftKey,
    () => (this.ready() ? { ...keptDraft(this.model()), key: this.key } : null),
  );

  protected readonly start = resource({ loader: () => this.loadStart() });
  protected readonly startInputs = computed(() => ({
    draft: this.model(),
    take: (part: Partial<ActionDraft>) => this.take(part),
  }));

  private readonly held = { key: () => this.draftKey, model: this.model, restored: this.restored };
  private readonly beginAnew = startingOver(this.held);

  constructor() {
    void this.begin();
  }

  unsaved(): boolean {
    return this.blocked() || (this.partnerNames()?.unadded() ?? false);
  }

  /** True while the field still holds what was suggested. */
  protected suggests(name: 'kind' | 'goalIds' | 'startsOn' | 'endsOn'): boolean {
    const suggestion = this.suggestion();
    const value = suggestion && suggestedDraft(suggestion)[name];
    return !!value && value.length > 0 && JSON.stringify(value) === JSON.stringify(this.model()[name]);
  }

  /** What has been chosen elsewhere stands in the form, and can be seen there. */
  protected take(part: Partial<ActionDraft>): void {
    this.model.update((draft) => ({ ...draft, ...part }));
    if (needsMore(part)) this.more.set(true);
  }

  protected setDay(name: 'startsOn' | 'endsOn', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    this.model.update((draft) => ({ ...draft, [name]: day }));
  }

  protected setStatus(status: ActionDraft['status']): void {
    const inside = this.model().visibility === 'own' || this.model().visibility === 'participants';
    this.model.update((draft) => ({
      ...draft,
      status,
      visibility: status === 'draft' && !inside ? 'own' : draft.visibility,
    }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.key = newIdempotencyKey();
      this.model.set({ ...emptyDraft, ...this.suggested(), ...this.towards() });
      this.title()?.focus();
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.partnerNames()?.add();
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const written = this.model();
        const input = ActionInput.parse(asInput(written, this.confirmed()));
        const action = await this.requests.log(input, this.key, written.logAt || undefined);
        await this.draft.discard();
        await this.router.navigate(['/insatser', action.id]);
        await this.toasts.show(this.transloco.translate('actions.form.saved'), {
          label: this.transloco.translate('actions.undo'),
          run: () => void this.takeBack(action, written),
        });
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        // It went through the first time. What she has changed since is another: she is told, and may save that too.
        if (isSavedOtherwise(error)) {
          this.key = newIdempotencyKey();
          this.problem.set(this.transloco.translate('actions.form.saved-before'));
          return [];
        }
        const retired = retiredTerm(error);
        if (retired) this.problem.set(this.words.code(retired));
        else if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** As if it had not been logged: she stands in the form again, with what she wrote. Not over the next one, if she has begun that meanwhile. */
  private async takeBack(action: Action, written: ActionDraft): Promise<void> {
    const open = this.forms.of(this.held);
    const another = open
      ? !!(open.model().title || open.model().description)
      : this.router.url.split('?')[0] === '/insatser/ny';
    if (another) return this.toasts.show(this.transloco.translate('actions.form.begun-another'));
    try {
      await this.requests.takeBack(action);
    } catch (error) {
      // Taken away already: the answer of the first try was lost.
      if (!isGone(error)) return this.toasts.show(this.words.of(error));
    }
    if (open) open.model.set(written);
    else {
      this.drafts.put(this.draftKey, keptDraft(written));
      const queryParams = Object.fromEntries(this.asked.keys.map((name) => [name, this.asked.get(name)]));
      await this.router.navigate(['/insatser/ny'], { queryParams, info: { written } });
    }
    await this.toasts.show(this.transloco.translate('actions.form.taken-back'));
  }

  private confirmed(): GuardConfirmed {
    return [
      ...confirmation('title', this.titleConfirmed()),
      ...confirmation('description', this.textConfirmed()),
      ...confirmedNames(this.model().partnerNames),
    ];
  }

  /** Beside the goals of a draft that was begun before. */
  private towards(begun: readonly string[] = []): Partial<ActionDraft> {
    return this.goal ? { goalIds: [...new Set([...begun, this.goal])] } : {};
  }

  private suggested(): Partial<ActionDraft> {
    const suggestion = this.suggestion();
    return suggestion ? suggestedDraft(suggestion) : {};
  }

  private async begin(): Promise<void> {
    const [{ key, ...kept }, suggestion] = await Promise.all([
      this.drafts.read<Partial<ActionDraft> & { key?: string }>(this.draftKey).then((draft) => draft ?? {}),
      this.requests.suggestion().catch(() => null),
    ]);
    if (key && !this.broughtBack.title) this.key = key;
    this.suggestion.set(suggestion);
    // Whoever writes at once has written already when what is suggested comes.
    const typed = { ...this.broughtBack, ...typedSince(emptyDraft, this.model()) };
    const draft = { ...kept, ...this.broughtBack };
    this.draft.typedBefore(typed);
    this.model.set({
      ...emptyDraft,
      ...this.suggested(),
      ...draft,
      ...this.towards(draft.goalIds),
      ...typed,
    });
    this.more.set(!!draft.partnerIds?.length || !!draft.partnerNames?.length);
    this.restored.set(!!draft.title || !!draft.description);
    this.ready.set(true);
  }
}

const writtenIn = (info: unknown): Partial<ActionDraft> =>
  (info as { written?: ActionDraft } | undefined)?.written ?? {};

const needsMore = ({
  municipalityCodes,
  phases,
  partnerIds,
  partnerNames,
  responsibleFunction,
}: Partial<ActionDraft>) =>
  !!(municipalityCodes?.length || phases?.length || partnerIds?.length || partnerNames?.length || responsibleFunction);
