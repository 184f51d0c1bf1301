import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** The code of a mailed link. It stands after # so that it reaches no server and no log, and is taken out of the address at once. Empty when there is none. */
export function mailedToken(): string {
  const token = inject(ActivatedRoute).snapshot.fragment ?? '';
  const location = inject(Location);
  if (token) location.replaceState(location.path());
  return /^[\w-]{43}$/.test(token) ? token : '';
}
