import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CheckableFact, type Organization, checkableFacts } from '@samverkan/organizations/contract';
import { Chips } from '@samverkan/reading/portal';
import { Dialog } from '@samverkan/writing/portal';

/** "Vilka uppgifter har du kontrollerat mot en källa?" The facts the party has, each with its state. */
@Component({
  selector: 'sam-party-check',
  template: `<ng-container *transloco="let t">
    <sam-dialog #dialog [heading]="t('organizations.check.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('organizations.check.intro') }}</p>
      <sam-chips [label]="t('organizations.check.facts')" [choices]="choices()" [first]="20" [(value)]="chosen" />
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('organizations.change.cancel') }}</button>
        <button type="button" class="btn fill" (click)="confirm()">{{ t('organizations.check.save') }}</button>
      </div>
    </sam-dialog>
  </ng-container>`,
  imports: [Chips, Dialog, TranslocoDirective],
})
export class PartyCheck {
  readonly party = input.required<Organization>();
  readonly done = output<readonly CheckableFact[]>();
  readonly closed = output();
  private readonly transloco = inject(TranslocoService);
  private readonly facts = computed(() => checkableFacts.filter((fact) => has(this.party(), fact)));
  protected readonly choices = computed(() =>
    this.facts().map((fact) => ({
      value: fact,
      label: this.transloco.translate<string>(`organizations.fact.${fact}`),
    })),
  );
  protected readonly chosen = linkedSignal<string[]>(() => [...this.facts()]);

  protected confirm(): void {
    const facts = this.facts().filter((fact) => this.chosen().includes(fact));
    if (facts.length > 0) this.done.emit(facts);
    else this.closed.emit();
  }
}

function has(party: Organization, fact: CheckableFact): boolean {
  const value = fact === 'parentId' ? party.parent : fact === 'successorId' ? party.successor : party[fact];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}
