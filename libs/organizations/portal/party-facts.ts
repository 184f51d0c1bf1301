import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Organization } from '@samverkan/organizations/contract';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** The facts of a party, each with the day it was last checked against a source. */
@Component({
  selector: 'sam-party-facts',
  templateUrl: './party-facts.html',
  styleUrl: './party.page.scss',
  imports: [HumanDatePipe, Icon, NgTemplateOutlet, RouterLink, TranslocoDirective],
})
export class PartyFacts {
  protected readonly geography = inject(GeographyData);
  readonly party = input.required<Organization>();
  protected readonly counties = computed(() => this.names(this.party().countyCodes));
  protected readonly municipalities = computed(() => this.names(this.party().municipalityCodes));

  private names(codes: readonly string[]): string {
    return codes.map((code) => this.geography.name(code)).join(', ');
  }
}
