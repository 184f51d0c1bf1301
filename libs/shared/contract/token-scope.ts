import * as z from 'zod';

export const tokenScopes = ['actions.read', 'actions.write', 'directory.read'] as const;

/** What an organisation's own system is let in to: reading actions and their lines, writing them, or reading the directory of parties and functions. */
export const TokenScope = z.enum(tokenScopes).meta({ id: 'TokenScope' });
export type TokenScope = z.infer<typeof TokenScope>;
