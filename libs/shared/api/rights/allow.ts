import { SetMetadata } from '@nestjs/common';
import type { Role } from '../db/role';

/** Who may call a route at all. What she may do with the object she names is decided by the area's policy. */
export type Entry = 'anonymous' | 'signed-in' | readonly Role[];

export const entryKey = 'samverkan:entry';

/** Every route declares this; a route without it keeps the API from starting. */
export const Allow = (entry: Entry) => SetMetadata(entryKey, entry);
