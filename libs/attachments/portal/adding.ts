import type { Attachments, FileConcern } from '@samverkan/attachments/contract';
import type { Place } from './attachments.data';

/** What the API asks about before it takes a file, and on which pages. */
export interface Concern {
  kind: FileConcern;
  code: string;
  pages: readonly number[];
}

/** How it went: everything that hangs there now; what must be answered first; or the code of what is wrong, with the page where it stands. */
export type Outcome =
  { attachments: Attachments } | { concerns: readonly Concern[] } | { code: string; pages: readonly number[] };

/** A file or a link that is to hang somewhere. */
export interface Adding {
  readonly name: string;
  /** Sent twice as it is it hangs there once. Throws what is no answer of the API. */
  send(place: Place, accepted: readonly FileConcern[]): Promise<Outcome>;
}
