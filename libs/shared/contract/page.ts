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
    })
    .meta({ id });
