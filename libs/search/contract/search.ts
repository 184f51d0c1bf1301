import { Id, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/** Hits of a group that are counted; above it the screen says "100+". */
export const hitsCounted = 100;
/** Hits shown of each group beside the others, and of one that is looked at alone. */
export const hitsBeside = 5;
export const hitsAlone = 25;

const Group = z.string().regex(/^[a-z-]{1,40}$/);

/** What is looked for, in everything or in one group. */
export const SearchQuery = z
  .strictObject({ q: line(120, 0).optional(), group: Group.optional() })
  .meta({ id: 'SearchQuery' });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** One thing that answers: what it is called, where it belongs, and the portal's address of it. */
export const SearchHit = z
  .object({ id: Id, title: z.string(), about: z.string().nullable(), path: z.string() })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** Everything that answers and that this reader may see, a group for each kind of thing that has any. Not what was typed: a denied answer holds no words. */
export const SearchAnswer = z
  .object({
    /** Nothing has the words as they were written: these are spelt nearly so. */
    nearly: z.boolean(),
    /** Nothing has the words as they were written: these have a word that goes with it in the lists of words. */
    synonym: z.string().nullable(),
    /** Further words that go with what was typed there, to search for. */
    also: z.array(z.string()),
    groups: z.array(
      z.object({
        group: Group,
        /** Never above `hitsCounted`. */
        total: z.number().int(),
        capped: z.boolean(),
        /** The best first; none for the other groups when one is looked at alone. */
        items: z.array(SearchHit),
        /** The portal's list that takes the same words. */
        list: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
