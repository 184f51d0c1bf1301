import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** An authority whose own sign-in we trust, as the file that `OIDC_PROVIDERS` names describes it. */
const OidcProvider = z.strictObject({
  /** Stands in addresses: small letters, digits and hyphens. */
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** What people know it as ("Länsstyrelserna"). */
  name: z.string().min(2).max(80),
  /** Exactly as in the authority's own metadata. */
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1).max(200),
  /** Our private key as a JWK with `kid` and `alg`; the authority has the public half. */
  privateKey: z.looseObject({ kty: z.string(), kid: z.string(), alg: z.string() }),
  /** Levels of assurance, one of which the answer must have; each stands for at least two factors. */
  acrValues: z.array(z.string().min(1).max(200)).min(1).optional(),
});
export type OidcProvider = z.infer<typeof OidcProvider>;

/** Reads the file of authorities. Throws one sentence that names what is wrong and never a key. */
export function oidcProviders(path: string | undefined, isProduction: boolean): OidcProvider[] {
  if (!path) return [];
  let read;
  try {
    read = z.array(OidcProvider).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error('Configuration: OIDC_PROVIDERS names no file with JSON.');
  }
  if (!read.success)
    throw new Error(
      `Configuration: OIDC_PROVIDERS: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  if (new Set(read.data.map(({ id }) => id)).size < read.data.length)
    throw new Error('Configuration: OIDC_PROVIDERS: two authorities have the same id.');
  if (isProduction && read.data.some(({ issuer }) => !issuer.startsWith('https://')))
    throw new Error('Configuration is unsafe for production: an issuer of OIDC_PROVIDERS is not https');
  return read.data;
}
