import * as z from 'zod';
import { Token } from './account';

/** Going to an authority's sign-in: where to return within the portal, and the invitation one comes with. */
export const OidcStartInput = z
  .strictObject({
    returnTo: z.string().max(500).optional(),
    invitation: Token.optional(),
    /** Somebody signed in connects the authority's account to hers. */
    connect: z.boolean().optional(),
  })
  .meta({ id: 'OidcStartInput' });
export type OidcStartInput = z.infer<typeof OidcStartInput>;

/** The authority's page, to go to now. */
export const OidcStart = z.object({ url: z.url() }).meta({ id: 'OidcStart' });
export type OidcStart = z.infer<typeof OidcStart>;

export const ProviderKey = z.string().regex(/^[a-z0-9-]{2,40}$/);
