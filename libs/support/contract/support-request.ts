import { OrganizationRef } from '@samverkan/organizations/contract';
import { QuestionSubject } from '@samverkan/questions/contract';
import { Day, Id, Moment, MunicipalityCode } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { SupportEffect, SupportForm, SupportLinkKind, SupportStatus, SupportUrgency } from './support-words';

/** Each is a deed of its own. `undo` takes the latest step of one's own side back; `judge` says what the support led to. */
export const supportVerbs = [
  'take',
  'give',
  'propose',
  'agree',
  'close',
  'judge',
  'reopen',
  'decline',
  'withdraw',
  'undo',
] as const;
export const SupportVerb = z.enum(supportVerbs).meta({ id: 'SupportVerb' });
export type SupportVerb = z.infer<typeof SupportVerb>;

/** A function as others call it: never who holds it. */
export const SupportFunction = z.object({ id: Id, title: z.string() }).meta({ id: 'SupportFunction' });

export const SupportSummary = z
  .object({
    id: Id,
    /** What people quote, `K-2026-K7QX3M`. */
    reference: z.string(),
    /** What is needed, in one line. */
    title: z.string(),
    subject: QuestionSubject,
    /** Who is to be supported, by profession. */
    professions: z.array(TermCode),
    /** How many, when it is known. */
    staffCount: z.number().int().nullable(),
    form: SupportForm,
    urgency: SupportUrgency,
    status: SupportStatus,
    statusSince: Day,
    /** Who has it now; null where it has ended. */
    holder: OrganizationRef.nullable(),
    /** Who asks. */
    asker: OrganizationRef,
    municipalityCode: MunicipalityCode.nullable(),
    askedOn: Day,
    /** Taken down by the county board. */
    captured: z.boolean(),
    /** The day the county board works towards. */
    dueOn: Day.nullable(),
    overdue: z.boolean(),
    /** What it led to, as whoever asked said last; null where that has not been said. */
    effect: SupportEffect.nullable(),
    /** When whoever asked is to say what it led to; null where it is not closed for now. */
    effectDueOn: Day.nullable(),
    /** The question has been asked and nobody has answered for a month. */
    effectSilent: z.boolean(),
    /** Asked by the acting organisation. */
    own: z.boolean(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'SupportSummary' });
export type SupportSummary = z.infer<typeof SupportSummary>;

/** Written by one side to the other; it stays as it was written. */
export const SupportMessage = z
  .object({ id: Id, organization: OrganizationRef, own: z.boolean(), text: z.string(), at: Moment })
  .meta({ id: 'SupportMessage' });
export type SupportMessage = z.infer<typeof SupportMessage>;

/** An action, a training, a method or a publication, as far as the reader may see it. */
export const SupportLink = z
  .object({ kind: SupportLinkKind, id: Id, title: z.string(), about: z.string().nullable(), path: z.string() })
  .meta({ id: 'SupportLink' });
export type SupportLink = z.infer<typeof SupportLink>;

export const SupportRequest = SupportSummary.extend({
  /** More of the need: never of a person. */
  text: z.string(),
  /** Why it was reopened, declined or withdrawn. */
  reason: z.string(),
  function: SupportFunction.nullable(),
  /** The county board that has taken it, and which of its functions. */
  handler: OrganizationRef.nullable(),
  handlerFunction: SupportFunction.nullable(),
  /** What the county board offers. */
  proposal: z.string(),
  /** What was done, said when it was closed for now. */
  outcome: z.string(),
  closedOn: Day.nullable(),
  /** When the question of the effect was sent. */
  effectAskedOn: Day.nullable(),
  effectWords: z.string(),
  /** Others in the county may be told that it helped. */
  mayTell: z.boolean(),
  messages: z.array(SupportMessage),
  links: z.array(SupportLink),
  allowed: z.object({
    edit: z.boolean(),
    /** Works with requests of the county. */
    handle: z.boolean(),
    /** Writes to the other side, and links. */
    write: z.boolean(),
    /** Says whether others may be told. */
    tell: z.boolean(),
    verbs: z.array(SupportVerb),
  }),
}).meta({ id: 'SupportRequest' });
export type SupportRequest = z.infer<typeof SupportRequest>;

export const SupportHistory = z
  .object({
    items: z.array(
      z
        .object({
          id: Id,
          at: Moment,
          /** A verb, or the field that was changed. */
          what: z.string(),
          before: z.unknown(),
          after: z.unknown(),
          organization: OrganizationRef.nullable(),
        })
        .meta({ id: 'SupportHistoryEntry' }),
    ),
  })
  .meta({ id: 'SupportHistory' });
export type SupportHistory = z.infer<typeof SupportHistory>;

/** What there is already, the best first, and who in the county has had support in something like it and says that it helped. */
export const SupportSuggestions = z
  .object({
    items: z.array(SupportLink),
    peers: z.array(
      z.object({
        organization: OrganizationRef,
        need: z.string(),
        /** What was done. */
        outcome: z.string(),
        effect: SupportEffect,
        words: z.string(),
        closedOn: Day,
      }),
    ),
  })
  .meta({ id: 'SupportSuggestions' });
export type SupportSuggestions = z.infer<typeof SupportSuggestions>;
