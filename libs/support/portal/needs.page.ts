import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { ExportMenu, LoadState } from '@samverkan/reading/portal';
import { PageHead, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SupportTerms } from './support-terms';
import { needsOf } from './support.data';

/** What support is asked for, where, and what it leads to. */
@Component({
  selector: 'sam-support-needs-page',
  templateUrl: './needs.page.html',
  imports: [ExportMenu, LoadState, PageHead, RouterLink, TranslocoDirective],
})
export class NeedsPage {
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(SupportTerms);
  private readonly session = inject(SessionStore);
  protected readonly columns = ['asked', 'open', 'closed', 'yes', 'partly', 'no', 'silent'] as const;
  private readonly chosen = signal<Record<string, string>>({});
  protected readonly params = this.chosen.asReadonly();
  protected readonly source = needsOf(this.params);
  protected readonly numbers = keepLatest(this.source);
  /** Only the county board has all of them: beside another's own, those of others would be missing without a word. */
  protected readonly isBoard = computed(() =>
    ['county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  /** Municipalities where anybody has asked. */
  protected readonly rows = computed(() => (this.numbers()?.places.rows ?? []).filter(({ total }) => total !== 0));

  constructor() {
    reloadOn('support', this.source);
  }

  protected set(name: 'from' | 'to', value: string): void {
    this.chosen.update((now) => {
      const { [name]: _gone, ...rest } = now;
      return value ? { ...rest, [name]: value } : rest;
    });
  }
}
