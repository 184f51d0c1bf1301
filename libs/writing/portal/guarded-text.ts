import { Component, type ElementRef, computed, inject, input, model, output, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GuardFinding, GuardGrade, GuardReason } from '@samverkan/shared/contract';
import { CaseHelp } from './case-help';
import { FieldError } from './field-error';
import { Icon } from '@samverkan/shared/portal';
import { TextGuard } from './text-guard';

let made = 0;

/** A piece of the text, marked when the guard reacted to it. */
interface Piece {
  text: string;
  marked: boolean;
}

/**
 * A text field that reads itself with the text guard. `blocked` is true while the text must not be sent: a stopped text
 * never leaves the browser. `confirmed` is what the writer says a number is
 * instead, where the guard asks.
 */
@Component({
  selector: 'sam-guarded-text',
  templateUrl: './guarded-text.html',
  imports: [CaseHelp, FieldError, Icon, TranslocoDirective],
})
export class GuardedText implements FormValueControl<string> {
  private readonly guard = inject(TextGuard).functions;
  readonly value = model('');
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly optional = input(false);
  /** One line (input) or several (textarea). */
  readonly lines = input<'one' | 'several'>('several');
  /** How many of several that are seen at once. */
  readonly rows = input(4);
  /** A list that what is typed offers to choose from, and which of its options is the one Enter takes. */
  readonly listId = input<string | null>(null);
  readonly optionId = input<string | null>(null);
  readonly confirmed = model<GuardReason | null>(null);
  /** The text belongs to something about sheltered housing, whatever its own words are. */
  readonly shelter = input(false);
  protected readonly id = `sam-text-${++made}`;
  private readonly control = viewChild<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('control');
  private readonly findings = computed<GuardFinding[]>(
    () => this.guard()?.guardText(this.value(), this.shelter() ? { shelter: true } : {}) ?? [],
  );
  protected readonly grade = computed<GuardGrade | null>(() => this.guard()?.guardGrade(this.findings()) ?? null);
  /** What the field says: the worst finding's code, and nothing once a question has been answered. */
  protected readonly code = computed(() => {
    const grade = this.grade();
    if (grade === 'ask' && this.confirmed()) return null;
    return this.findings().find((finding) => finding.grade === grade)?.code ?? null;
  });
  /** Where the digits of a number, or an address, can be hidden in one press. */
  protected readonly masking = computed(() => (this.code() === 'text.shelter-address' ? 'address' : 'digits'));
  protected readonly reasons = computed(() => this.guard()?.guardReasons ?? []);
  readonly blocked = computed(
    () =>
      this.grade() === 'stop' ||
      (this.grade() === 'ask' && !this.confirmed()) ||
      // Nothing unread is sent: the guard is fetched with the first field and is there long before a sentence is.
      (!this.guard() && this.value() !== ''),
  );
  protected readonly pieces = computed<Piece[]>(() => {
    const text = this.value();
    let at = 0;
    const pieces = this.findings().flatMap((finding) => {
      const before = { text: text.slice(at, finding.start), marked: false };
      at = finding.end;
      return [before, { text: text.slice(finding.start, finding.end), marked: true }];
    });
    return [...pieces, { text: text.slice(at), marked: false }];
  });

  focus(): void {
    this.control()?.nativeElement.focus();
  }

  /** Other words than those that were typed, with the caret where the writer goes on. */
  write(text: string, caret: number): void {
    const field = this.control()?.nativeElement;
    if (field) field.value = text;
    this.value.set(text);
    field?.focus();
    field?.setSelectionRange(caret, caret);
  }

  protected typed(event: Event): void {
    this.value.set((event.target as HTMLInputElement).value);
  }

  protected mask(mark: string): void {
    const guard = this.guard();
    if (guard) this.value.set(guard.maskText(this.value(), this.findings(), mark));
    this.focus();
  }

  /** Selects the marked place, so that the next key writes over it. */
  protected rewrite(): void {
    const first = this.findings()[0];
    const field = this.control()?.nativeElement;
    field?.focus();
    if (first) field?.setSelectionRange(first.start, first.end);
  }
}
