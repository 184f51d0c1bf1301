import { type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type ParamMap, Router } from '@angular/router';
import type * as z from 'zod';

export type AddressValues = Record<string, string>;

/** What a list shows, read from the address and written to it. */
export interface ListState<Q> {
  /** Filter, sort and page, with the contract's own defaults filled in. */
  query: Signal<Q>;
  /** The same, as it goes to the API and stands in the address: what differs from the defaults. */
  params: Signal<AddressValues>;
  /** True when anything but page, size and order is chosen. */
  filtered: Signal<boolean>;
  /** Changes some of it; the page goes back to the first unless it is what changes. */
  patch(change: Partial<Q>): void;
  /** The same as a link's `queryParams`. */
  link(change: Partial<Q>): AddressValues;
  clear(): void;
}

/** Where in the list, and how it stands: no part of what is looked for. A place goes with its page. */
const places = { page: 1, after: undefined, before: undefined };
const notFilters = new Set(['size', 'sort', 'order', ...Object.keys(places)]);

/** What a list is of and how it stands, without where in it one is: what goes along to a file or another view. */
export const withoutPlace = (params: AddressValues): AddressValues =>
  Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'size' && !(name in places)));

/** A list's state is its address: the contract's query names are the address' own. Unknown or broken values are left out. */
export function listState<S extends z.ZodObject>(schema: S): ListState<z.output<S>> {
  type Q = z.output<S>;
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const address = toSignal(route.queryParamMap, { requireSync: true });
  const defaults = schema.parse({}) as Record<string, unknown>;
  const begun = Object.fromEntries(Object.entries(places).filter(([name]) => name in schema.shape));
  const query = computed(() => read(schema, address()));
  const params = computed(() => write(query() as Record<string, unknown>, defaults));
  const link = (change: Partial<Q>): AddressValues => write({ ...(query() as object), ...begun, ...change }, defaults);
  const go = (queryParams: AddressValues) => void router.navigate([], { relativeTo: route, queryParams });
  return {
    query,
    params,
    filtered: computed(() => Object.keys(params()).some((name) => !notFilters.has(name))),
    link,
    patch: (change) => go(link(change)),
    clear: () => go({}),
  };
}

function read<S extends z.ZodObject>(schema: S, address: ParamMap): z.output<S> {
  const known = address.keys.filter((name) => name in schema.shape);
  const given = Object.fromEntries(known.map((name) => [name, address.getAll(name).join(',')]));
  const whole = schema.safeParse(given);
  if (whole.success) return whole.data;
  const broken = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => !broken.has(name))));
  return rest.success ? rest.data : schema.parse({});
}

function write(query: Record<string, unknown>, defaults: Record<string, unknown>): AddressValues {
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined &&
    value !== null &&
    value !== '' &&
    value !== false &&
    String(value) !== '' &&
    value !== defaults[name];
  return Object.fromEntries(
    Object.entries(query)
      .filter(differs)
      .map(([name, value]) => [name, String(value)]),
  );
}
