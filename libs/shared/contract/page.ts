import * as z from 'zod';
import { wholeNumber } from './primitives';

/** Counts are exact up to this; above it the screen says "1 000+". */
export const countCap = 1000;

export const pageFields = {
  /** First page is 1. */
  page: wholeNumber(1, 10_000, 1),
  /** Rows to a page. */
  size: wholeNumber(1, 100, 25),
};

/** A place in a list by last change: microseconds since 1970 and the row there. It says nothing of the row but when it was changed. */
export const ListPlace = z.string().regex(/^\d{1,17}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** Beyond the rows that are counted a list by last change goes on from a place, however deep: the page after it or before it. `page` is then only its number. */
export const placeFields = { after: ListPlace.optional(), before: ListPlace.optional() };

export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      items: z.array(item),
      page: z.number().int(),
      size: z.number().int(),
      /** Rows that match, never above `countCap`. */
      total: z.number().int(),
      /** True when more than `countCap` match. */
      capped: z.boolean(),
      /** Where the next and the previous page go on from, beyond the rows that are counted. */
      next: ListPlace.nullish(),
      previous: ListPlace.nullish(),
    })
    .meta({ id });
