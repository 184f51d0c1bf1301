import { Role } from '@samverkan/identity/contract';
import { Day, Id, Moment, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import * as z from 'zod';

/** A person in the audit: the same for all her deeds under one key, and readable as nobody. 22 characters. */
export const Pseudonym = z.string().regex(/^[\w-]{22}$/);

/** A verb or an area as the audit writes it: `action.logged`, `sensitive-texts`. */
export const AuditWord = z.string().regex(/^[a-z][a-z.-]{0,59}$/);

export const auditOutcomes = ['done', 'denied'] as const;

/** Filters of the audit an administrator may read. */
export const AuditQuery = z
  .object({
    /** First and last day, in Swedish time. */
    from: Day.optional(),
    to: Day.optional(),
    /** The organisation somebody acted for. */
    organization: listOf(Id),
    person: Pseudonym.optional(),
    verb: listOf(AuditWord),
    area: listOf(AuditWord),
    outcome: z.enum(auditOutcomes).optional(),
    /** The object a deed was about, or somebody whose contact data it showed. */
    object: Id.optional(),
    ...pageFields,
  })
  .meta({ id: 'AuditQuery' });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** One row of the audit, with what its ids are called now. */
export const AuditRow = z
  .object({
    /** Its number in the audit. */
    id: z.string(),
    at: Moment,
    /** Null where nobody acted: the night's work, a command on the server, somebody on her way in. `system`: it was an organisation's own, by its token. `name` is null when she is forgotten or not the reader's to know. */
    who: z.object({ name: z.string().nullable(), pseudonym: Pseudonym.nullable(), system: z.boolean() }).nullable(),
    organization: z.object({ id: Id, name: z.string() }).nullable(),
    role: Role.nullable(),
    verb: z.string(),
    area: z.string(),
    /** `title` is null where the reader may not see the object, or it has none. */
    object: z.object({ id: Id, title: z.string().nullable() }).nullable(),
    /** How many people's contact data the request showed, when they were more than one. */
    shown: z.number().int().nullable(),
    outcome: z.enum(auditOutcomes),
    /** A code, or several with a blank between: an error's, or what a number was said to be instead. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.infer<typeof AuditRow>;
export const AuditPage = pageOf(AuditRow, 'AuditPage');
export type AuditPage = z.infer<typeof AuditPage>;

/** What the filters can be set to, from the latest twenty thousand rows the reader may see. */
export const AuditChoices = z
  .object({
    organizations: z.array(z.object({ id: Id, name: z.string() })),
    verbs: z.array(z.string()),
    areas: z.array(z.string()),
  })
  .meta({ id: 'AuditChoices' });
export type AuditChoices = z.infer<typeof AuditChoices>;

/** One judgement of the whole audit. */
export const AuditJudgement = z.object({
  at: Moment,
  rows: z.number().int(),
  faults: z.number().int(),
  nightly: z.boolean(),
});

/** The latest judgements, newest first. */
export const AuditChecks = z.object({ items: z.array(AuditJudgement) }).meta({ id: 'AuditChecks' });
export type AuditChecks = z.infer<typeof AuditChecks>;

/** What was found when the chain was judged now, among what the reader may see. */
export const AuditVerdict = z
  .object({
    at: Moment,
    /** Rows that were judged. */
    rows: z.number().int(),
    faults: z.array(
      z.object({
        /** Whose chain; null for the seals over all chains and for what nobody acted for. */
        organization: z.object({ id: Id, name: z.string() }).nullable(),
        /** The row, where it can be told. */
        row: z.string().nullable(),
        fault: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditVerdict' });
export type AuditVerdict = z.infer<typeof AuditVerdict>;
