import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  Action,
  ActionBoard,
  ActionChange,
  ActionHistory,
  ActionInput,
  ActionNeighbours,
  ActionOverview,
  ActionPage,
  ActionSpread,
  ActionSuggestion,
  ActionUpdateInput,
  ActionUpdateWritten,
  ActionUpdates,
  ActionVerb,
  ActionsWaiting,
  AudiencePreview,
  BulkDeed,
  BulkDone,
  BulkPreview,
  BulkUndoRow,
} from '@samverkan/actions/contract';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { OrganizationPage } from '@samverkan/organizations/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import type { GoalChoices } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/actions/${id}`;

export const actionList = (params: () => AddressValues): Source<ActionPage> =>
  httpResource<ActionPage>(() => ({ url: '/api/actions', params: params() }));
export const actionBoard = (params: () => AddressValues): Source<ActionBoard> =>
  httpResource<ActionBoard>(() => ({ url: '/api/actions/board', params: params() }));
export const actionsSpread = (params: () => AddressValues): Source<ActionSpread> =>
  httpResource<ActionSpread>(() => ({ url: '/api/actions/spread', params: params() }));
export const actionsOverview = (): Source<ActionOverview> =>
  httpResource<ActionOverview>(() => '/api/actions/overview');
export const actionsWaiting = (): Source<ActionsWaiting> => httpResource<ActionsWaiting>(() => '/api/actions/waiting');
// With a party: as its user gets it, for those who decide on who sees it.
const as = (party?: () => string): string => (party ? `?seenAs=${party()}` : '');
export const actionOf = (id: () => string, party?: () => string): Source<Action> =>
  httpResource<Action>(() => at(id()) + as(party));
/** The newest lines: as many as the API gives by itself, or as are wanted. */
export const updatesOf = (
  id: () => string,
  lines: () => number | undefined,
  party?: () => string,
): Source<ActionUpdates> =>
  httpResource<ActionUpdates>(() => ({
    url: `${at(id())}/updates`,
    params: Object.fromEntries(
      Object.entries({ seenAs: party?.(), lines: lines() }).filter(([, value]) => value !== undefined),
    ) as Record<string, string | number>,
  }));
export const historyOf = (id: () => string, party?: () => string): Source<ActionHistory> =>
  httpResource<ActionHistory>(() => `${at(id())}/history${as(party)}`);
export const audienceOf = (id: () => string): Source<AudiencePreview> =>
  httpResource<AudiencePreview>(() => `${at(id())}/audience`);
/** Others' actions like one that is planned; none are asked for while there is nothing to compare. */
export const neighboursOf = (question: () => AddressValues | null): Source<ActionNeighbours> =>
  httpResource<ActionNeighbours>(() => {
    const params = question();
    return params ? { url: '/api/actions/neighbours', params } : undefined;
  });
export const goalChoices = (): Source<GoalChoices> => httpResource<GoalChoices>(() => '/api/goals/choices');

/** The parties of the counties, to filter by owner. */
export const partiesOf = (counties: () => readonly string[]): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() =>
    counties().length > 0
      ? { url: '/api/organizations', params: { county: counties().join(','), size: 100 } }
      : undefined,
  );

/** The parties found by a name; none are asked for while nothing is wanted. */
export const partiesNamed = (wanted: () => string): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => {
    const q = wanted();
    return q ? { url: '/api/organizations', params: { q, size: 10 } } : undefined;
  });

/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => '/api/contacts?mine=true&size=100&sort=title');

/** What a person can do with actions. */
@Service()
export class ActionRequests {
  private readonly http = inject(HttpClient);

  suggestion(): Promise<ActionSuggestion> {
    return firstValueFrom(this.http.get<ActionSuggestion>('/api/actions/suggestion'));
  }

  log(input: ActionInput, key: string, address = '/api/actions'): Promise<Action> {
    return firstValueFrom(this.http.post<Action>(address, input, { headers: idempotencyKey(key) }));
  }

  /** That it was logged, as long as nothing has been done with it since. */
  takeBack({ id, version }: Action): Promise<void> {
    return firstValueFrom(this.http.delete<void>(at(id), { headers: ifMatch(version) }));
  }

  change(id: string, version: number, change: ActionChange): Promise<Action> {
    return firstValueFrom(this.http.patch<Action>(at(id), change, { headers: ifMatch(version) }));
  }

  move(id: string, verb: ActionVerb, reason?: string): Promise<Action> {
    return firstValueFrom(this.http.post<Action>(`${at(id)}/${verb}`, reason === undefined ? {} : { reason }));
  }

  /** The step of its status that left it like this, as long as nobody has moved it since. */
  moveBack({ id, version }: Action): Promise<Action> {
    return firstValueFrom(this.http.post<Action>(`${at(id)}/status/undo`, {}, { headers: ifMatch(version) }));
  }

  show(id: string, visibility: Visibility): Promise<Action> {
    return firstValueFrom(this.http.put<Action>(`${at(id)}/visibility`, { visibility }));
  }

  writeUpdate(id: string, input: ActionUpdateInput, key: string): Promise<ActionUpdateWritten> {
    return firstValueFrom(
      this.http.post<ActionUpdateWritten>(`${at(id)}/updates`, input, { headers: idempotencyKey(key) }),
    );
  }

  takeBackUpdate(id: string, updateId: string): Promise<ActionUpdates> {
    return firstValueFrom(this.http.delete<ActionUpdates>(`${at(id)}/updates/${updateId}`));
  }

  putBackUpdate(updateId: string): Promise<ActionUpdates> {
    return firstValueFrom(this.http.post<ActionUpdates>(`/api/actions/updates/${updateId}/restoration`, {}));
  }

  /** What one change would do to those picked, or to all that a filter finds; nothing is changed. */
  previewBulk(of: { ids: readonly string[] } | { filter: AddressValues }, deed: BulkDeed): Promise<BulkPreview> {
    return firstValueFrom(this.http.post<BulkPreview>('/api/actions/bulk/preview', { ...of, deed }));
  }

  changeBulk({ rows }: BulkPreview, deed: BulkDeed): Promise<BulkDone> {
    const looked = rows.map(({ id, version }) => ({ id, version }));
    return firstValueFrom(this.http.post<BulkDone>('/api/actions/bulk', { rows: looked, deed }));
  }

  undoBulk(rows: readonly BulkUndoRow[]): Promise<BulkDone> {
    return firstValueFrom(this.http.post<BulkDone>('/api/actions/bulk/undo', { rows }));
  }
}
