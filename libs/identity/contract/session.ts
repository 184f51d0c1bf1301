import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Id } from '@samverkan/shared/contract';
import * as z from 'zod';

export const roles = [
  'coordinator',
  'partner',
  'county_staff',
  'county_admin',
  'national_reader',
  'system_admin',
] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** A person's place in an organisation. She acts through one at a time. */
export const Membership = z
  .object({
    id: Id,
    organization: OrganizationRef,
    role: Role,
    /** Her function there, as she is presented ("Kvinnofridssamordnare"). */
    title: z.string(),
    /** The counties this membership gives her work in. */
    countyCodes: z.array(CountyCode),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Who is signed in, for whom she acts now, and for whom else she can act. */
export const Session = z
  .object({
    user: z.object({ id: Id, name: z.string(), email: z.email() }),
    acting: Membership,
    memberships: z.array(Membership),
    /** True while the installation holds a made-up demo county. */
    demo: z.boolean(),
    /** Single keys (`/`, `n`, `k`, `f`) lead somewhere; false where she has turned them off. */
    shortcuts: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const SignInInput = z
  .strictObject({ email: z.string().trim().min(3).max(254), password: z.string().min(1).max(256) })
  .meta({ id: 'SignInInput' });
export type SignInInput = z.infer<typeof SignInInput>;

export const ActingInput = z.strictObject({ membershipId: Id }).meta({ id: 'ActingInput' });
export type ActingInput = z.infer<typeof ActingInput>;

/** A made-up account anyone may sign in with while demo mode is on. */
export const DemoAccount = z
  .object({ email: z.email(), password: z.string(), name: z.string(), title: z.string(), organization: z.string() })
  .meta({ id: 'DemoAccount' });
export type DemoAccount = z.infer<typeof DemoAccount>;

/** What the sign-in page may offer. `demoAccounts` is empty outside demo mode. */
export const SignInOptions = z
  .object({
    demo: z.boolean(),
    demoAccounts: z.array(DemoAccount),
    /** Authorities that people can sign in through. */
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    /** True where mail can be sent, so that a forgotten password can be replaced. */
    mail: z.boolean(),
  })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof SignInOptions>;
