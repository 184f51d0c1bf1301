// Every request of this area. Call where `inject` may be called.
import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { Coverage, CoverageGaps, GoalSeries } from '@samverkan/coverage/contract';
import type { AddressValues } from '@samverkan/reading/portal';

export const coverageOf = (id: () => string, params: () => AddressValues): HttpResourceRef<Coverage | undefined> =>
  httpResource<Coverage>(() => ({ url: `/api/coverage/${id()}`, params: params() }));

export const gapsOf = (id: () => string): HttpResourceRef<CoverageGaps | undefined> =>
  httpResource<CoverageGaps>(() => `/api/coverage/${id()}/gaps`);

export const seriesOf = (goalId: () => string): HttpResourceRef<GoalSeries | undefined> =>
  httpResource<GoalSeries>(() => `/api/coverage/goals/${goalId()}/series`);
