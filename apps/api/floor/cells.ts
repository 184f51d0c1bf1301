// The cells of the authorisation matrix: who tries what on which thing, and what the truth table says of it.
import {
  type Cell,
  type Deed,
  type Door,
  type Listing,
  type Operation,
  type Principal,
  type Subject,
  principals,
  relations,
} from '@samverkan/shared/floor';

export type Outcome = 'through' | 'sign-in' | 'refused' | 'hidden';

export const isDeed = (operation: Operation): operation is Deed => 'of' in operation;
export const isListing = (operation: Operation): operation is Listing => 'lists' in operation;

const withoutSession = (principal: Principal) => principal === 'anonymous' || principal === 'ended';

export function cellsOf(subject: Subject): Cell[] {
  return principals.flatMap((principal) =>
    (subject.relations ?? relations).flatMap((relation) =>
      subject.levels.map((_, level) => ({ principal, relation, level })),
    ),
  );
}

const opens = (from: number | null, level: number) => from !== null && level >= from;

export const sees = (subject: Subject, { principal, relation, level }: Cell): boolean =>
  opens(subject.sees(principal, relation), level);

/** What the truth says of a deed on one planted thing. */
export function judged(deed: Deed, cell: Cell): Outcome {
  if (deed.entry && !deed.entry.includes(cell.principal)) return withoutSession(cell.principal) ? 'sign-in' : 'refused';
  if (!sees(deed.of, cell)) return withoutSession(cell.principal) ? 'sign-in' : 'hidden';
  return !deed.may || opens(deed.may(cell.principal, cell.relation), cell.level) ? 'through' : 'refused';
}

/** What the truth says of an operation that is only a door. */
export function admitted(door: Door, principal: Principal): Outcome {
  if (door.entry === 'everyone') return 'through';
  if (withoutSession(principal)) return 'sign-in';
  return door.entry === 'signed-in' || door.entry.includes(principal) ? 'through' : 'refused';
}

/** What an answer's status means for rights. Once through, a conflict or an error in the input is the application's own affair. */
export function outcomeOf(status: number): Outcome {
  if (status === 401) return 'sign-in';
  if (status === 403) return 'refused';
  return status === 404 ? 'hidden' : 'through';
}
