import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '@samverkan/shared/portal';
import type { PartyChangeDraft } from './party-draft';

/** What stands there now and what is typed here, of the facts both have changed. */
export interface PartyClashes {
  theirs: Partial<PartyChangeDraft>;
  mine: Partial<PartyChangeDraft>;
}

/** Two have changed the same fact: both are shown, and the person chooses. */
@Component({
  selector: 'sam-party-clash',
  template: `<ng-container *transloco="let t">
    <sam-dialog #dialog [heading]="t('organizations.clash.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('organizations.clash.intro') }}</p>
      @for (field of fields(); track field) {
        <fieldset class="field">
          <legend>{{ t('organizations.fact.' + field) }}</legend>
          <div class="conflict">
            @for (side of sides; track side) {
              <label class="choice"
                ><input
                  type="radio"
                  [name]="field"
                  [checked]="kept()[field] === side"
                  (change)="keep(field, side)"
                /><span
                  ><b>{{ t('organizations.clash.' + side) }}</b
                  ><small class="typed">{{ words(field, side) || t('organizations.clash.nothing') }}</small></span
                ></label
              >
            }
          </div>
        </fieldset>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('organizations.change.cancel') }}</button>
        <button type="button" class="btn fill" (click)="settle()">{{ t('organizations.clash.save') }}</button>
      </div>
    </sam-dialog>
  </ng-container>`,
  imports: [Dialog, TranslocoDirective],
})
export class PartyClash {
  readonly clashes = input.required<PartyClashes>();
  readonly settled = output<Partial<PartyChangeDraft>>();
  readonly closed = output();
  protected readonly sides = ['theirs', 'mine'] as const;
  protected readonly fields = computed(() => Object.keys(this.clashes().theirs) as (keyof PartyChangeDraft)[]);
  protected readonly kept = linkedSignal<Partial<Record<string, 'theirs' | 'mine'>>>(() =>
    Object.fromEntries(this.fields().map((field) => [field, 'mine'])),
  );

  protected keep(field: string, side: 'theirs' | 'mine'): void {
    this.kept.update((kept) => ({ ...kept, [field]: side }));
  }

  protected words(field: keyof PartyChangeDraft, side: 'theirs' | 'mine'): string {
    const value: unknown = this.clashes()[side][field];
    const wordOf = (one: unknown) => (typeof one === 'object' && one && 'name' in one ? String(one.name) : String(one));
    return Array.isArray(value) ? value.map(wordOf).join(', ') : typeof value === 'string' ? value : '';
  }

  protected settle(): void {
    const { theirs } = this.clashes();
    this.settled.emit(
      Object.fromEntries(
        this.fields()
          .filter((field) => this.kept()[field] === 'theirs')
          .map((field) => [field, theirs[field] ?? '']),
      ),
    );
  }
}
