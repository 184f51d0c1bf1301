import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DemoOutbox } from '@samverkan/shared/contract';
import { Time, keepLatest } from '@samverkan/shared/portal';
import { SignInFrame } from './sign-in-frame';

/** The demo's letters as they would arrive. They are sent to nobody. */
@Component({
  selector: 'sam-outbox-page',
  templateUrl: './outbox.page.html',
  imports: [SignInFrame, Time, TranslocoDirective],
})
export class OutboxPage {
  protected readonly source = httpResource<DemoOutbox>(() => '/api/demo/outbox');
  protected readonly outbox = keepLatest(this.source);
  protected readonly letters = computed(() => this.outbox()?.letters ?? []);
  /** A letter's address of this portal, so that it opens here whatever name the portal was reached by. */
  protected readonly here = (link: string): string => {
    const url = new URL(link, location.origin);
    return `${url.pathname}${url.search}${url.hash}`;
  };
}
