import { ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

const place = ({ params }: ActivatedRouteSnapshot): string => JSON.stringify(Object.entries(params).toSorted());

/**
 * Each action, party or question has a page of its own. The router would keep the page when only the id in its address changes, and with it
 * what is open or half written there: a line begun at one action would be saved at the next. A filter, which stands after the question mark, keeps it.
 */
export class OnePageEach extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    return super.shouldReuseRoute(future, current) && place(future) === place(current);
  }
}
