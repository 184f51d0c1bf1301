import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Status } from '@samverkan/reading/portal';
import { Icon, SearchWords, keepLatest, plural } from '@samverkan/shared/portal';
import type { EvidenceAction } from './assessment-draft';
import { actionsFor } from './assessments.data';

const quietMs = 300;
const most = 8;
/** So many the contract takes. */
const limit = 20;

/** The actions by which it can be seen: found among those towards the goal, or by words among all. */
@Component({
  selector: 'sam-evidence-actions',
  templateUrl: './evidence-actions.html',
  styleUrl: './evidence-actions.scss',
  imports: [Icon, Status, TranslocoDirective],
})
export class EvidenceActions implements FormValueControl<EvidenceAction[]> {
  private readonly searchWords = inject(SearchWords);
  readonly value = model<EvidenceAction[]>([]);
  readonly goalId = input<string>();
  protected readonly plural = plural;
  protected readonly wanted = signal('');
  private readonly source = actionsFor(
    () => this.goalId(),
    () => this.wanted(),
  );
  private readonly page = keepLatest(this.source);
  protected readonly found = computed(() =>
    (this.page()?.items ?? []).filter(({ id }) => !this.value().some((one) => one.id === id)).slice(0, most),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.searchWords.safe(words).then((safe) => this.wanted.set(safe)), quietMs);
  }

  protected add({ id, title }: EvidenceAction): void {
    if (this.value().length >= limit) return;
    this.value.update((actions) => [...actions, { id, title }]);
  }

  /** The next thing to do is to search again, and the pressed button is gone. */
  protected remove(id: string, field: HTMLInputElement): void {
    this.value.update((actions) => actions.filter((one) => one.id !== id));
    field.focus();
  }
}
