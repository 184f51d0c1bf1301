import { Component, computed, inject, input, model, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Mentionables } from '@samverkan/comments/contract';
import type { GuardReason } from '@samverkan/shared/contract';
import { SearchWords, keepLatest, plural } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { mentionables } from './comments.data';
import { type Picked, labelOf, mentionAt, stillThere } from './mention-text';

type Choice = Mentionables['items'][number];
const quietMs = 150;
let made = 0;

/** A text in which @ offers functions to mention: arrows choose, Enter picks, Esc lets be. */
@Component({
  selector: 'sam-mention-field',
  templateUrl: './mention-field.html',
  styleUrl: './mention-field.scss',
  imports: [GuardedText, TranslocoDirective],
  host: {
    '(input)': 'moved($event)',
    '(keyup)': 'moved($event)',
    '(click)': 'moved($event)',
    '(keydown)': 'key($event)',
  },
})
export class MentionField {
  private readonly searchWords = inject(SearchWords);
  readonly actionId = input.required<string>();
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly aboutShelter = input(false);
  readonly text = model('');
  readonly picked = model<readonly Picked[]>([]);
  readonly confirmed = model<GuardReason | null>(null);
  private readonly field = viewChild.required(GuardedText);
  private readonly caret = signal(0);
  /** Where the @ stands that she wants nobody for. */
  private readonly letBe = signal<number | null>(null);
  private readonly wanted = signal<string | null>(null);
  private readonly source = mentionables(this.actionId, this.wanted);
  private readonly latest = keepLatest(this.source);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly plural = plural;
  protected readonly listId = `sam-mentions-${++made}`;
  protected readonly labelOf = labelOf;
  private readonly sought = computed(() => {
    const sought = mentionAt(this.text(), this.caret());
    return sought && sought.from !== this.letBe() ? sought : null;
  });
  protected readonly choices = computed<readonly Choice[]>(() =>
    this.sought() && this.wanted() !== null ? (this.latest()?.items ?? []) : [],
  );
  protected readonly open = computed(() => this.choices().length > 0);
  private readonly at = signal(0);
  protected readonly active = computed(() => Math.min(this.at(), this.choices().length - 1));
  /** Those who are mentioned and will not hear of it. */
  protected readonly deaf = computed(() =>
    stillThere(this.text(), this.picked()).filter(({ reads }) => reads === false),
  );

  blocked(): boolean {
    return this.field().blocked();
  }

  focus(): void {
    this.field().focus();
  }

  /** The text or the caret has moved. */
  protected moved(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.caret.set(target.selectionStart);
    const sought = this.sought();
    clearTimeout(this.timer);
    if (!sought) {
      this.wanted.set(null);
      this.letBe.update((from) => (mentionAt(this.text(), this.caret()) ? from : null));
      return;
    }
    this.timer = setTimeout(async () => {
      // What the guard stops is not asked for either.
      this.wanted.set(await this.searchWords.safe(sought.words));
      this.at.set(0);
    }, quietMs);
  }

  protected key(event: KeyboardEvent): void {
    if (!this.open() || event.isComposing) return;
    const choice = this.choices()[this.active()];
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      const many = this.choices().length;
      this.at.set((this.active() + step + many) % many);
    } else if (choice && (event.key === 'Enter' || event.key === 'Tab')) this.pick(choice);
    else if (event.key === 'Escape') this.letBe.set(this.sought()?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected press(event: Event, choice: Choice): void {
    event.preventDefault();
    this.pick(choice);
  }

  protected optionId(at: number): string {
    return `${this.listId}-${at}`;
  }

  private pick(choice: Choice): void {
    const sought = this.sought();
    if (!sought) return;
    const label = labelOf(choice);
    const before = `${this.text().slice(0, sought.from)}@${label} `;
    this.picked.update((picked) => [
      ...picked.filter(({ id }) => id !== choice.id),
      { id: choice.id, label, reads: choice.reads },
    ]);
    this.field().write(before + this.text().slice(this.caret()).trimStart(), before.length);
    this.caret.set(before.length);
    this.wanted.set(null);
  }
}
