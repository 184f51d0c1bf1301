import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type OidcProvider, oidcProviders } from './oidc-provider';

const Keys = z.object({
  sessionSecret: z.string().min(32),
  csrfSecret: z.string().min(32),
  /** Seal what the database must not know (256 bits, base64url). The first is used, the others still open what they sealed. */
  encryptionKeys: z.array(z.string().regex(/^[\w-]{43}$/)).min(1),
  dbPasswords: z.object({ app: z.string().min(16), signin: z.string().min(16), jobs: z.string().min(16) }).loose(),
});

const Environment = z.object({
  /** `production` refuses unsafe settings. */
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where the database lies. The API signs in with its own roles; user and password in the address are the migrator's. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** JSON file with the installation's secrets; readable by its owner alone. */
  SAMVERKAN_KEYS: z.string().min(1),
  /** The built portal, served when given. */
  PORTAL_DIR: z.string().optional(),
  /** `1` offers the made-up accounts on the sign-in page. */
  SAMVERKAN_DEMO: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  /** Address people use, with scheme. Its scheme decides whether cookies are Secure. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many reverse proxies stand before the API; their X-Forwarded-For is believed, nobody else's. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The mail server, with user and password (`smtps://user:password@mail.example.se`). Without it mail stays in the demo's outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mail comes from: `Samverkan <samverkan@lansstyrelsen.example>`. */
  MAIL_FROM: z.string().min(3).max(200).optional(),
  /** JSON file with the authorities whose own sign-in is trusted; it holds our private keys. */
  OIDC_PROVIDERS: z.string().min(1).optional(),
  /** `0` leaves the work of the queue to other replicas. */
  SAMVERKAN_JOBS: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  /** Connections for requests; sign-in has four of its own, the job queue three. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Public pages and open data that one network may read in a minute, from each replica. */
  PUBLIC_READS: z.coerce.number().int().min(10).max(1_000_000).default(1200),
  /** Seconds a stopping process says "not ready" and still answers, so that whoever shares out the requests can look away. 5 in production, else 0. */
  DRAIN_NOTICE: z.coerce.number().min(0).max(60).optional(),
});

export type Configuration = z.infer<typeof Environment> & { keys: z.infer<typeof Keys>; oidcProviders: OidcProvider[] };

/** Reads and judges the whole configuration at once. Throws one error that names each fault and never a secret. */
export function configuration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const read = Environment.safeParse(environment);
  if (!read.success)
    throw new Error(
      `Configuration: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  const settings = read.data;
  if (!existsSync(settings.SAMVERKAN_KEYS)) throw new Error('Configuration: SAMVERKAN_KEYS names no file.');
  const keys = Keys.safeParse(JSON.parse(readFileSync(settings.SAMVERKAN_KEYS, 'utf8')));
  if (!keys.success)
    throw new Error(
      `Configuration: the key file lacks ${keys.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`,
    );
  const unsafe = settings.NODE_ENV === 'production' ? unsafeInProduction(settings) : [];
  if (unsafe.length > 0) throw new Error(`Configuration is unsafe for production: ${unsafe.join('; ')}`);
  const authorities = oidcProviders(settings.OIDC_PROVIDERS, settings.NODE_ENV === 'production');
  return { ...settings, keys: keys.data, oidcProviders: authorities };
}

const unsafeInProduction = (settings: z.infer<typeof Environment>): string[] =>
  [
    settings.SAMVERKAN_DEMO && 'SAMVERKAN_DEMO offers accounts with known passwords',
    !settings.PUBLIC_URL?.startsWith('https://') && 'PUBLIC_URL must be given and be https, or cookies travel in clear',
    !(settings.SMTP_URL && settings.MAIL_FROM) &&
      'SMTP_URL and MAIL_FROM must be given, or invitations, resets and warnings reach nobody',
  ].filter((fault): fault is string => typeof fault === 'string');

/** The address of the same database for one of the API's own roles. */
export function databaseUrlFor(settings: Configuration, role: 'app' | 'signin' | 'jobs'): string {
  const url = new URL(settings.DATABASE_URL);
  url.username = `samverkan_${role}`;
  url.password = settings.keys.dbPasswords[role];
  return url.toString();
}
