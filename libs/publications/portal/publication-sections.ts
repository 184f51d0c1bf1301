import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { PUBLICATION_SECTIONS } from './publication-sections.token';

/** The sections that other areas have on a publication's page. */
@Component({
  selector: 'sam-publication-sections',
  template: `@if (sections.hasValue()) {
    @for (section of sections.value(); track section) {
      <ng-container *ngComponentOutlet="section; inputs: inputs()" />
    }
  }`,
  styles: ':host { display: block; margin-block: var(--sam-3); }',
  imports: [NgComponentOutlet],
})
export class PublicationSections {
  private readonly load = inject(PUBLICATION_SECTIONS);
  readonly publicationId = input.required<string>();
  protected readonly sections = resource({ loader: () => this.load() });
  protected readonly inputs = computed(() => ({ publicationId: this.publicationId() }));
}
