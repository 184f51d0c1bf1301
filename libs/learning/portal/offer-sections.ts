import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { OFFER_SECTIONS } from './offer-sections.token';

/** The sections that other areas have on a training's page. */
@Component({
  selector: 'sam-offer-sections',
  template: `@if (sections.hasValue()) {
    @for (section of sections.value(); track section) {
      <ng-container *ngComponentOutlet="section; inputs: inputs()" />
    }
  }`,
  imports: [NgComponentOutlet],
})
export class OfferSections {
  private readonly load = inject(OFFER_SECTIONS);
  readonly offerId = input.required<string>();
  protected readonly sections = resource({ loader: () => this.load() });
  protected readonly inputs = computed(() => ({ offerId: this.offerId() }));
}
