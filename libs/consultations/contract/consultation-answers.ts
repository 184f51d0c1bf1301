// What came in: who has answered, and what each said.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment, SheetFormat } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ConsultationComment, ConsultationRef, ConsultedGoal } from './consultation';

export const InvitedState = z.enum(['waiting', 'begun', 'sent']).meta({ id: 'InvitedState' });
export type InvitedState = z.infer<typeof InvitedState>;

/** One that was asked: how far it has come, and what it sent. That it has begun is told, never what it is writing. */
export const ConsultationInvited = z
  .object({
    organization: OrganizationRef,
    state: InvitedState,
    sentAt: Moment.nullable(),
    late: z.boolean(),
    remindedOn: Day.nullable(),
    comments: z.array(ConsultationComment),
  })
  .meta({ id: 'ConsultationInvited' });
export type ConsultationInvited = z.infer<typeof ConsultationInvited>;

/** For whoever asks: all who were asked. For those who were asked, when it is shown: the answers that came in. */
export const ConsultationAnswers = ConsultationRef.extend({
  message: z.string(),
  showsAnswers: z.boolean(),
  version: z.number().int(),
  closedAt: Moment.nullable(),
  goals: z.array(ConsultedGoal),
  invited: z.array(ConsultationInvited),
  /** Comments that nobody has answered yet. */
  unanswered: z.number().int(),
  allowed: z.object({ manage: z.boolean(), respond: z.boolean(), reopen: z.boolean() }),
}).meta({ id: 'ConsultationAnswers' });
export type ConsultationAnswers = z.infer<typeof ConsultationAnswers>;

/** Whom a draft can be put to, in the order they are listed, and the groups that are chosen in one press. */
export const ConsultationChoices = z
  .object({
    organizations: z.array(
      OrganizationRef.extend({ municipality: z.boolean(), region: z.boolean(), signedBefore: z.boolean() }),
    ),
    /** The round that is under way, when there is one. */
    openId: Id.nullable(),
  })
  .meta({ id: 'ConsultationChoices' });
export type ConsultationChoices = z.infer<typeof ConsultationChoices>;

export const ConsultationExportQuery = z
  .strictObject({ format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'ConsultationExportQuery' });
export type ConsultationExportQuery = z.infer<typeof ConsultationExportQuery>;

/** Which draft. */
export const ConsultationChoicesQuery = z.strictObject({ strategy: Id }).meta({ id: 'ConsultationChoicesQuery' });
export type ConsultationChoicesQuery = z.infer<typeof ConsultationChoicesQuery>;
