import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { ACTION_LINES, type LineFormPart } from './action-lines.token';

/** The place for what another area has at a line: under one that stands, or, without one, in the form. */
@Component({
  selector: 'sam-line-place',
  template: `@if (part(); as one) {
    <ng-container *ngComponentOutlet="one; inputs: inputs()" />
  }`,
  imports: [NgComponentOutlet],
  host: { class: 'flat' },
})
export class LinePlace {
  private readonly load = inject(ACTION_LINES);
  readonly actionId = input.required<string>();
  readonly updateId = input<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  private readonly parts = resource({ loader: () => this.load() });
  private inForm: LineFormPart | null = null;
  private readonly take = (part: LineFormPart): void => {
    this.inForm = part;
  };
  protected readonly part = computed(() => {
    const parts = this.parts.hasValue() ? this.parts.value() : null;
    return this.updateId() ? parts?.line : parts?.form;
  });
  protected readonly inputs = computed((): Record<string, unknown> => {
    const updateId = this.updateId();
    const actionId = this.actionId();
    return updateId ? { actionId, updateId, seenAs: this.seenAs() } : { actionId, take: this.take };
  });

  unsent(): boolean {
    return this.inForm?.unsent() ?? false;
  }

  send(updateId: string): void {
    this.inForm?.send(updateId);
  }
}
