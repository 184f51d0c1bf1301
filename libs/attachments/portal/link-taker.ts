import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Toasts, newIdempotencyKey } from '@samverkan/shared/portal';
import { ActionHung } from './action-hung';
import { AttachmentRequests, type GivenLink, type Place } from './attachments.data';

/** Hangs a link that has been written at a place that stands. Call where `inject` may be called. */
export function linkTaker(place: () => Place): (link: GivenLink) => Promise<void> {
  const [requests, hung, toasts, transloco] = [
    inject(AttachmentRequests),
    inject(ActionHung),
    inject(Toasts),
    inject(TranslocoService),
  ];
  let [key, sent] = ['', ''];
  return async (link) => {
    const at = place();
    // The same link once more, as after a break in the connection, is the same deed.
    if (JSON.stringify([at, link]) !== sent) key = newIdempotencyKey();
    sent = JSON.stringify([at, link]);
    hung.came(at.actionId, await requests.addLink(at, link, key));
    sent = '';
    void toasts.show(transloco.translate('attachments.added'));
  };
}
