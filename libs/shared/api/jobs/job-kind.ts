import type * as z from 'zod';

/** A kind of work that is done later: its queue's name, what its data look like, and how often it is tried. */
export interface JobKind<T extends object> {
  /** Dotted, area first: `mail.send`. */
  name: string;
  /** Judged when the job is sent. Data hold ids and codes; anything personal is sealed first. */
  data: z.ZodType<T>;
  /** Tries after the first, further and further apart (seconds to hours). Default 8. */
  retries?: number;
}

export const jobKind = <T extends object>(kind: JobKind<T>): JobKind<T> => kind;
