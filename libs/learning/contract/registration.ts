// Who is coming: told to those who hold the training and to nobody else.
import { Id, Moment, MunicipalityCode, line } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';

export const RegistrationState = z.enum(['registered', 'waiting']).meta({ id: 'RegistrationState' });
export type RegistrationState = z.infer<typeof RegistrationState>;

export const Registration = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    organization: z.string(),
    municipalityCode: MunicipalityCode.nullable(),
    profession: TermCode.nullable(),
    state: RegistrationState,
    arrivedAt: Moment,
    /** Ticked after the session; null until somebody has said. */
    attended: z.boolean().nullable(),
  })
  .meta({ id: 'Registration' });
export type Registration = z.infer<typeof Registration>;

export const Registrations = z
  .object({
    /** Those who have a seat first, then those who wait, in the order they came. */
    items: z.array(Registration),
    invitations: z.array(z.object({ id: Id, email: z.string(), invitedAt: Moment, used: z.boolean() })),
    /** There is a link that may be shared. It is shown when it is made, and never again. */
    hasLink: z.boolean(),
  })
  .meta({ id: 'Registrations' });
export type Registrations = z.infer<typeof Registrations>;

export const RegistrationInvitations = z
  .strictObject({ emails: z.array(z.email().max(200)).min(1).max(200) })
  .meta({ id: 'RegistrationInvitations' });
export type RegistrationInvitations = z.infer<typeof RegistrationInvitations>;

export const RegistrationLink = z.object({ url: z.string() }).meta({ id: 'RegistrationLink' });
export type RegistrationLink = z.infer<typeof RegistrationLink>;

/** One press by whoever is signed in. */
export const OwnRegistration = z
  .strictObject({ profession: TermCode.nullable().default(null) })
  .meta({ id: 'OwnRegistration' });
export type OwnRegistration = z.infer<typeof OwnRegistration>;

/** What somebody without an account tells of herself. No field is for needs of food or access: those are said to the function that answers. */
export const GuestRegistration = z
  .strictObject({
    name: line(120, 2),
    email: z.email().max(200),
    organization: line(160, 2),
    municipalityCode: z.union([MunicipalityCode, z.literal('')]).default(''),
    profession: z.union([TermCode, z.literal('')]).default(''),
  })
  .meta({ id: 'GuestRegistration' });
export type GuestRegistration = z.infer<typeof GuestRegistration>;
