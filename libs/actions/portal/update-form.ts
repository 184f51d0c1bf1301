import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ActionUpdateInput } from '@samverkan/actions/contract';
import { type GuardConfirmed, type GuardReason, confirmation, keepable } from '@samverkan/shared/contract';
import { DraftBox, Icon, ProblemWords, isSavedOtherwise, newIdempotencyKey, today } from '@samverkan/shared/portal';
import { Autosave, FieldError, GuardedText, serverErrors, typedSince } from '@samverkan/writing/portal';
import * as z from 'zod';
import { ActionChoices } from './action-choices';
import { ActionRequests } from './actions.data';
import { LinePlace } from './line-place';
import { type LinesWritten, writtenLine } from './written-line';

interface UpdateDraft {
  happenedOn: string;
  done: string;
  effect: string;
  counts: CountDraft[];
}

interface CountDraft {
  profession: string;
  count: number | null;
  /** She wants to say of how many. */
  outOf: boolean;
  of: number | null;
  about: boolean;
  source: string;
  confirmed: GuardReason | null;
}
const aCount: CountDraft = {
  profession: '',
  count: null,
  outOf: false,
  of: null,
  about: false,
  source: '',
  confirmed: null,
};
const isSaid = (row: CountDraft): boolean => row.profession !== '' && row.count !== null;

const asInput = (draft: UpdateDraft, guardConfirmed: GuardConfirmed = []): unknown => ({
  happenedOn: draft.happenedOn,
  done: draft.done,
  effect: draft.effect.trim() || null,
  counts: draft.counts.filter(isSaid).map(({ profession, count, of, about, source }) => ({
    profession,
    count,
    of,
    about,
    source,
  })),
  guardConfirmed: [
    ...guardConfirmed,
    ...draft.counts.filter(isSaid).flatMap((row, at) => confirmation(`counts.${at}.source`, row.confirmed)),
  ],
});
const UpdateDraftSchema = z.preprocess((draft) => asInput(draft as UpdateDraft), ActionUpdateInput);

/** A line about what was done: when, what, what it led to, how many of each profession, and what another area lets hang at it. */
@Component({
  selector: 'sam-update-form',
  templateUrl: './update-form.html',
  imports: [Autosave, FieldError, FormField, GuardedText, Icon, LinePlace, TranslocoDirective],
})
export class UpdateForm {
  private readonly requests = inject(ActionRequests);
  private readonly drafts = inject(DraftBox);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  /** Kept with the draft: a line that was sent and never answered is not written twice when the page is opened again. */
  private key = newIdempotencyKey();
  private readonly texts = viewChildren(GuardedText);
  private readonly done = viewChild<GuardedText>('done');
  private readonly place = viewChild(LinePlace);
  readonly actionId = input.required<string>();
  readonly written = output<LinesWritten>();
  readonly closed = output();
  protected readonly choices = inject(ActionChoices);
  protected readonly today = today();
  protected readonly model = signal<UpdateDraft>({ happenedOn: today(), done: '', effect: '', counts: [] });
  protected readonly ready = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly doneConfirmed = signal<GuardReason | null>(null);
  protected readonly effectConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => UpdateDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  private readonly draftKey = computed(() => `update:${this.actionId()}`);
  protected readonly kept = this.drafts.keep(
    () => this.draftKey(),
    () => (this.ready() ? { ...keepable(this.model()), key: this.key } : null),
  );

  constructor() {
    afterNextRender(() => void this.begin());
  }

  unsaved(): boolean {
    return this.blocked() || this.unsent();
  }

  /** What is written is kept as a draft; what was chosen with it is not, so she is asked. */
  protected close(): void {
    if (!this.unsent() || confirm(this.transloco.translate('actions.update.leave-files'))) this.closed.emit();
  }

  protected setDay(name: 'happenedOn', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    this.model.update((draft) => ({ ...draft, [name]: day }));
  }

  protected addCount(): void {
    this.model.update((draft) => ({ ...draft, counts: [...draft.counts, { ...aCount, profession: this.free() }] }));
  }

  protected removeCount(at: number): void {
    this.model.update((draft) => ({ ...draft, counts: draft.counts.filter((_, row) => row !== at) }));
  }

  /** Of how many is not said after all. */
  protected foldOf(at: number): void {
    const { outOf, of, about, source, confirmed } = aCount;
    this.setCount(at, { outOf, of, about, source, confirmed });
  }

  protected setCount(at: number, change: Partial<CountDraft>): void {
    this.model.update((draft) => ({
      ...draft,
      counts: draft.counts.map((row, index) => (index === at ? { ...row, ...change } : row)),
    }));
  }

  protected number(text: string): number | null {
    return text === '' ? null : Number(text);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        const confirmed = [
          ...confirmation('done', this.doneConfirmed()),
          ...confirmation('effect', this.effectConfirmed()),
        ];
        const input = ActionUpdateInput.parse(asInput(this.model(), confirmed));
        const answer = await this.requests.writeUpdate(this.actionId(), input, this.key);
        const line = writtenLine(answer, input);
        if (line) this.place()?.send(line);
        await this.kept.discard();
        // What was chosen stays where it can be seen until she lets it go.
        if (this.unsent()) this.problem.set(this.transloco.translate('actions.update.files-left'));
        else this.written.emit(answer);
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (isSavedOtherwise(error)) {
          this.key = newIdempotencyKey();
          this.problem.set(this.transloco.translate('actions.update.saved-before'));
          return [];
        }
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }

  private async begin(): Promise<void> {
    const shown = this.model();
    const kept = await this.drafts.read<Partial<UpdateDraft> & { key?: string }>(this.draftKey());
    const { key, ...draft } = kept ?? {};
    this.key = key ?? this.key;
    const typed = typedSince(shown, this.model());
    this.kept.typedBefore(typed);
    if (kept) {
      // One from before a count could say of how many does not say it.
      const counts = (draft.counts ?? []).map((row) => ({ ...aCount, ...row }));
      this.model.update((now) => ({ ...now, ...draft, counts, ...typed }));
    }
    this.ready.set(true);
    this.done()?.focus();
  }

  private unsent(): boolean {
    return this.place()?.unsent() ?? false;
  }

  private free(): string {
    const taken = new Set(this.model().counts.map((row) => row.profession));
    return this.choices.professions().find(({ value }) => !taken.has(value))?.value ?? '';
  }
}
