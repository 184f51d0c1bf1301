import * as z from 'zod';

/** Who may see a thing, narrowest first. Kept in the database as the index in this list. */
export const visibilities = ['own', 'participants', 'county', 'members', 'public'] as const;

export const Visibility = z.enum(visibilities).meta({ id: 'Visibility' });
export type Visibility = z.infer<typeof Visibility>;

export const visibilityLevel = (visibility: Visibility): number => visibilities.indexOf(visibility);
export const visibilityAt = (level: number): Visibility => visibilities[level] ?? 'own';
