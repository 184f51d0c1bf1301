import { Component, computed, effect, inject, input, output, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSending, ContactSendingPreview, ContactSummary } from '@samverkan/contacts/contract';
import { type GuardConfirmed, confirmation, keepable } from '@samverkan/shared/contract';
import { DraftBox, Icon, ProblemWords, plural } from '@samverkan/shared/portal';
import {
  Autosave,
  FieldError,
  GuardedText,
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import { contactList } from './contacts.data';
import { SendingConfirmDialog } from './sending-confirm-dialog';
import { SendingDraftSchema, emptySending } from './sending-draft';
import { SendingRequests } from './sendings.data';

const likely = (own: readonly ContactSummary[]): ContactSummary | undefined =>
  own.find(({ subjects }) => subjects.includes('coordination')) ?? own[0];

export const sendingDraftKey = 'contact:sending';

/** Writes a message to some functions, kept as a draft from the first letter, and shows it as it will arrive before it is sent. */
@Component({
  selector: 'sam-sending-form',
  templateUrl: './sending-form.html',
  imports: [
    Autosave,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    RestoredNote,
    RouterLink,
    SendingConfirmDialog,
    TranslocoDirective,
  ],
})
export class SendingForm {
  private readonly requests = inject(SendingRequests);
  private readonly drafts = inject(DraftBox);
  private readonly words = inject(ProblemWords);
  readonly functionIds = input.required<readonly string[]>();
  readonly count = input.required<number>();
  readonly sent = output<ContactSending>();
  readonly left = output();
  private readonly texts = viewChildren(GuardedText);
  private readonly mine = contactList(() => ({ mine: 'true', size: '100', sort: 'title' }));
  protected readonly plural = plural;
  /** The organisation's own functions that others see and can write to. */
  protected readonly replies = computed(() =>
    this.mine.hasValue()
      ? this.mine.value().items.filter(({ mailbox, visibility }) => mailbox !== null && visibility !== 'own')
      : null,
  );
  protected readonly model = signal(emptySending);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly preview = signal<ContactSendingPreview | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => SendingDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly draft = this.drafts.keep(
    () => sendingDraftKey,
    () => (this.ready() ? keepable(this.model()) : null),
  );
  /** What is sent: the message with whom it is for. */
  protected readonly message = computed(() => ({
    ...this.model(),
    functionIds: [...this.functionIds()],
    guardConfirmed: this.confirmed(),
  }));

  private readonly beginAnew = startingOver({ key: () => sendingDraftKey, model: this.model, restored: this.restored });

  constructor() {
    void this.begin();
    // The one that coordinates most often gets the answers.
    effect(() => {
      const replies = this.replies();
      if (!this.ready() || !replies) return;
      untracked(() => {
        if (!replies.some(({ id }) => id === this.model().replyTo))
          this.draft.fillIn(() => this.model.update((draft) => ({ ...draft, replyTo: likely(replies)?.id ?? '' })));
      });
    });
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.model.update(({ replyTo }) => ({ ...emptySending, replyTo }));
      this.texts()[0]?.focus();
    });
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        this.preview.set(await this.requests.preview(this.message()));
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  protected async wasSent(sending: ContactSending): Promise<void> {
    await this.draft.discard();
    this.sent.emit(sending);
  }

  private confirmed(): GuardConfirmed {
    const [subject, text] = this.texts();
    return [
      ...confirmation('subject', subject?.confirmed() ?? null),
      ...confirmation('text', text?.confirmed() ?? null),
    ];
  }

  private async begin(): Promise<void> {
    const draft = await this.drafts.read<Partial<typeof emptySending>>(sendingDraftKey);
    this.restored.set(!!draft?.subject || !!draft?.text);
    const typed = typedSince(emptySending, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...emptySending, ...draft, ...typed });
    this.ready.set(true);
  }
}
