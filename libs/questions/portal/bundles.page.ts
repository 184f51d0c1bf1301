import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { BundleQuery, bundleStatuses } from '@samverkan/questions/contract';
import { ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { bundleList } from './bundles.data';

/** What has been sent on, to whom, and for how long it has been there. */
@Component({
  selector: 'sam-bundles-page',
  templateUrl: './bundles.page.html',
  imports: [HumanDatePipe, Icon, ListFrame, ListSearch, PageHead, RouterLink, TranslocoDirective],
})
export class BundlesPage {
  private readonly store = inject(SessionStore);
  protected readonly state = listState(BundleQuery);
  protected readonly source = bundleList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly statuses = bundleStatuses;
  protected readonly plural = plural;
  protected readonly handles = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );

  constructor() {
    reloadOn('questions', this.source);
  }

  protected choose(status: (typeof bundleStatuses)[number]): void {
    this.state.patch({ status: this.state.query().status === status ? undefined : status });
  }
}
