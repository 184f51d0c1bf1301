import { HttpClient } from '@angular/common/http';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Presence } from '@samverkan/shared/contract';
import { firstValueFrom } from 'rxjs';
import { Icon } from '@samverkan/shared/portal';
import { answersForItself } from '@samverkan/shared/portal';

const everyMs = 4_000;
/** Who has not touched the form for so long does not write in it, and her session is not kept alive by it. */
const idleMs = 120_000;

/**
 * Stands in a form: tells others that it is open, and who else has it open, with the field each is in. `data-field` names a field in the form,
 * `labels` where its words are. What others saved meanwhile is told beside it.
 */
@Component({
  selector: 'sam-also-here',
  template: `<div role="status" *transloco="let t">
    @if (sentences().length > 0) {
      <div class="note">
        <sam-icon name="people" />
        <div>
          @for (sentence of sentences(); track $index) {
            <p>{{ sentence }}</p>
          }
          <p class="muted">{{ t('shared.presence.help') }}</p>
        </div>
      </div>
    }
    @if (meanwhile(); as fields) {
      <div class="note"><sam-icon name="again" />{{ t('shared.presence.meanwhile', { fields }) }}</div>
    }
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class AlsoHere {
  /** The address of the presence: `/api/actions/…/presence`. */
  readonly address = input.required<string>();
  /** What comes before a field's name in the key of its words. */
  readonly labels = input('');
  /** Fields that others have changed since the form was opened. */
  readonly changed = input<readonly string[]>([]);
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly others = signal<Presence['others']>([]);
  private field: string | null = null;
  private touchedAt = Date.now();
  private isTold = false;

  protected readonly sentences = computed(() =>
    this.others().map(({ name, organization, field }) => {
      const label = this.labelOf(field);
      const who =
        name ?? this.transloco.translate<string>('shared.presence.somebody', { organization: organization.name });
      return this.transloco.translate<string>(label ? 'shared.presence.in-field' : 'shared.presence.here', {
        who,
        field: label,
      });
    }),
  );
  protected readonly meanwhile = computed(() =>
    this.changed()
      .map((field) => this.labelOf(field))
      .filter(Boolean)
      .join(', '),
  );

  constructor() {
    const timer = setInterval(() => this.tell(), everyMs);
    effect(() => {
      this.address();
      untracked(() => this.tell());
    });
    const form = () => this.host.nativeElement.closest('form');
    const touched = (event: Event) => {
      if (!form()?.contains(event.target as Node)) return;
      const field = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
      const wasIdle = Date.now() - this.touchedAt > idleMs;
      this.touchedAt = Date.now();
      const moved = field !== this.field;
      this.field = field;
      if (moved || wasIdle) this.tell();
    };
    this.document.addEventListener('focusin', touched);
    this.document.addEventListener('input', touched);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('focusin', touched);
      this.document.removeEventListener('input', touched);
      if (this.isTold)
        this.http.delete(this.address(), { context: answersForItself() }).subscribe({ error: () => undefined });
    });
  }

  private labelOf(field: string | null): string {
    if (field === null || !this.labels()) return '';
    const key = this.labels() + field;
    const label = this.transloco.translate<string>(key);
    // Told by another browser: what has no words here is not shown.
    return label === key ? '' : label;
  }

  private tell(): void {
    if (this.document.hidden || Date.now() - this.touchedAt > idleMs) return;
    this.isTold = true;
    void firstValueFrom(
      this.http.put<Presence>(this.address(), { field: this.field }, { context: answersForItself() }),
    ).then(
      ({ others }) => this.others.set(others),
      () => this.others.set([]),
    );
  }
}
