// What each area tells of itself so that the floor can be tried: who may do what, where a hidden thing could show, and what lies in
// which table. Written apart from the policies it judges.
import type { Channel } from './channels';
import type { Grid } from './grid';
import type { Principal, Relation } from './principals';

/** The country the cells are planted in. */
export interface World {
  /** Runs SQL as the owner. */
  sql<T extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** The principal's own organisation; that of `anonymous` is a municipality's. */
  organizationOf(principal: Principal): string;
  /** The user behind the principal. */
  userOf(principal: Principal): string;
  /** Another organisation of the same county, one of another county, and one of none. */
  strangers: { sameCounty: string; otherCounty: string; none: string };
}

/** One thing to plant: what the principal's organisation is to it, and its level among the subject's levels. */
export interface Cell {
  principal: Principal;
  relation: Relation;
  level: number;
}

/** What was planted: its id, further parameters of the address, and words of its own that no denied answer may hold. */
export interface Planted {
  id: string;
  params?: Record<string, string>;
  words: string;
}

/** A kind of thing that rights are about. */
export interface Subject {
  name: string;
  /** From the narrowest to the widest. */
  levels: readonly string[];
  relations?: readonly Relation[];
  plant(world: World, cells: readonly Cell[]): Promise<Planted[]>;
  /** Who may read it. */
  sees: Grid;
}

/** An operation whose only question is who may call it. */
export interface Door {
  entry: 'everyone' | 'signed-in' | readonly Principal[];
  body?: unknown;
  /** Values for the parameters of the address, and what follows it. */
  params?: Record<string, string>;
  query?: string;
  /** A refusal that those who are let through meet all the same, as when they name what is not there. */
  answers?: 401 | 404;
  /** It would end the session or the person that tries it: tried only as those it refuses. */
  ends?: true;
}

/** An operation on one planted thing. Who may not see it is told that it does not exist; who sees it but may not do this is refused. */
export interface Deed {
  of: Subject;
  /** Whom the door lets in at all, when not everybody: the others are refused whatever they name, and learn nothing of what is there. */
  entry?: readonly Principal[];
  /** Who may do it, when not everybody who sees it. */
  may?: Grid;
  body?: unknown;
  /** What follows the address. */
  query?: string;
  /** The same operation in another guise, with its own truth: what follows the address (`{party}`: the principal's own organisation), and who may. */
  also?: { query: string; may: Grid };
}

/** An operation that lists things: what it lists for a principal is exactly what she sees. `{words}` in the query is filled in. */
export interface Listing {
  lists: Subject;
  query: string;
}

export type Operation = Door | Deed | Listing;

/**
 * What the runtime role may meet in a table without any policy of the application's: all of it, with the reason (and `fixed`: SQL that is
 * true for a row that is not the actor's to change); rows of a subject; or rows of the reader's own.
 */
export type TableRights =
  | { open: string; writable?: true }
  | { open: string; fixed: string }
  | { of: Subject; key: string; changes?: Grid }
  /** SQL that is true for a row that is not the actor's to read; `fixed` for one that is not hers to change, when that is more. */
  | { foreign: string; fixed?: string };

/** A request that hides something, made by a person of an organisation that no principal belongs to. */
export interface Hiding {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  body: unknown;
  /** The operation's answer carries the id of what is hidden now. */
  subject: Subject;
}

/** A kind of text that can be hidden as sensitive: how one is written that others see, with `{words}` in it. The last answer carries its id, the first is `{id}`. */
export interface Hideable {
  kind: string;
  /** Where it is noted that it is hidden. */
  table: string;
  deeds: readonly Omit<Hiding, 'subject'>[];
  /** Who writes it, where it is not for every organisation to write. */
  by?: readonly [role: string, organizationKey: string];
  /** Who sees it and hides it, where that is not for every coordinator of the county. */
  reader?: Principal;
  /** Ids that stand in the deeds as `{name}`: SQL that gives each as `id`, with `{words}` in it if it writes them. */
  needs?: Readonly<Record<string, string>>;
  /** SQL that gives it as `id` from the words, where the last answer does not carry it. */
  found?: string;
}

export interface AreaFloor {
  operations: Record<string, Operation>;
  tables: Record<string, TableRights>;
  /** Addresses where something hidden could show, for each channel; or why the area has none of the kind. */
  channels: Record<Channel, readonly string[] | { none: string }>;
  /** Addresses whose very purpose is to name people, and to whom: to everybody else they are channels like the others. */
  registers?: Record<string, readonly Principal[]>;
  /** How something is hidden in this area: a draft, and a thing for its participants only. Empty where everything is open. */
  hides: readonly Hiding[];
  /** Every kind of text that the area lets be hidden as sensitive. */
  hideable?: readonly Hideable[];
  /** How a person leaves her name in this area on something that everybody sees. */
  signs?: readonly Omit<Hiding, 'subject'>[];
  /** How the area keeps a name that never leaves its organisation, on something that everybody else sees. `{name}` is filled in; the id of the first answer is `{id}` in the next. */
  keepsNames?: readonly Omit<Hiding, 'subject'>[];
}
