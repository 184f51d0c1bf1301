import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Organization } from '@samverkan/organizations/contract';
import { Icon, ProblemWords, plural } from '@samverkan/shared/portal';
import { Dialog, PartyPicker } from '@samverkan/writing/portal';
import { mergePreview, PartyRequests } from './organizations.data';

/** "Slå ihop": which party it is the same as, what then moves, and one press. */
@Component({
  selector: 'sam-party-merge',
  template: `<ng-container *transloco="let t">
    <sam-dialog #dialog [heading]="t('organizations.merge.heading', { name: party().name })" (closed)="closed.emit()">
      <p class="muted">{{ t('organizations.merge.intro') }}</p>
      <sam-party-picker
        [label]="t('organizations.merge.into')"
        [help]="t('organizations.merge.into.help')"
        [except]="party().id"
        [(value)]="into"
      />
      <div role="status">
        @if (preview(); as preview) {
          <p>
            <strong>{{ t('organizations.merge.moves', { name: preview.into.name }) }}</strong>
          </p>
          <ul>
            @for (part of preview.moving; track part.kind) {
              <li>{{ t(words('organizations.merge.kind.' + part.kind, part.count), { count: part.count }) }}</li>
            }
            <li>{{ t('organizations.merge.hidden') }}</li>
            @for (name of preview.names; track name) {
              <li>{{ t('organizations.merge.name', { name }) }}</li>
            }
          </ul>
          <p class="small muted">{{ t('organizations.merge.undo-until') }}</p>
        }
      </div>
      @if (problem() ?? refused(); as words) {
        <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('organizations.change.cancel') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="!preview() || busy()" (click)="merge()">
          {{ t('organizations.merge.do') }}
        </button>
      </div>
    </sam-dialog>
  </ng-container>`,
  imports: [Dialog, Icon, PartyPicker, TranslocoDirective],
})
export class PartyMerge {
  private readonly requests = inject(PartyRequests);
  private readonly problems = inject(ProblemWords);
  readonly party = input.required<Organization>();
  /** The party that stays. */
  readonly merged = output<Organization>();
  readonly closed = output();
  protected readonly into = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly words = plural;
  private readonly source = mergePreview(() => (this.into() ? { from: this.party().id, into: this.into() } : null));
  protected readonly preview = computed(() => (this.into() && this.source.hasValue() ? this.source.value() : null));
  protected readonly refused = computed(() => {
    const error = this.into() ? this.source.error() : undefined;
    return error ? this.problems.of(error) : null;
  });

  protected async merge(): Promise<void> {
    if (!this.preview() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.merged.emit(await this.requests.merge(this.party().id, this.into()));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
