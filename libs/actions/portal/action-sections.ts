import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { ACTION_SECTIONS } from './action-sections.token';

/** The sections that other areas have on an action's page. */
@Component({
  selector: 'sam-action-sections',
  template: `@if (sections.hasValue()) {
    @for (section of sections.value(); track section) {
      <ng-container *ngComponentOutlet="section; inputs: inputs()" />
    }
  }`,
  imports: [NgComponentOutlet],
  host: { class: 'flat' },
})
export class ActionSections {
  private readonly load = inject(ACTION_SECTIONS);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  protected readonly sections = resource({ loader: () => this.load() });
  protected readonly inputs = computed(() => ({ actionId: this.actionId(), seenAs: this.seenAs() }));
}
