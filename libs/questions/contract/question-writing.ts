import { Day, GuardConfirmed, Id, MunicipalityCode, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { LawArea, QuestionSubject } from './question-words';

/** Who asks and the county board, or everybody who works for a municipality, the region or the county board in the county too. */
export const QuestionAudience = z.enum(['participants', 'county']);

const content = {
  title: line(300, 5),
  text: prose(6000),
  subject: QuestionSubject,
  lawArea: LawArea.nullable(),
  municipalityCode: MunicipalityCode.nullable(),
  functionId: Id.nullable(),
};

export const QuestionInput = z
  .strictObject({
    ...content,
    text: content.text.default(''),
    lawArea: content.lawArea.default(null),
    municipalityCode: content.municipalityCode.default(null),
    functionId: content.functionId.default(null),
    visibility: QuestionAudience.default('participants'),
    /** Taken down by the county board for another party, as at a visit. */
    forOrganizationId: Id.nullable().default(null),
    /** The day it was asked, when that was earlier. */
    askedOn: Day.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'QuestionInput' });
export type QuestionInput = z.infer<typeof QuestionInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const QuestionChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'QuestionChange' });
export type QuestionChange = z.infer<typeof QuestionChange>;

export const QuestionVisibility = z.strictObject({ visibility: QuestionAudience }).meta({ id: 'QuestionVisibility' });
export type QuestionVisibility = z.infer<typeof QuestionVisibility>;

/** A deed that needs no words. */
export const QuestionDeed = z.strictObject({}).meta({ id: 'QuestionDeed' });

/** The county board takes it, to one of its functions if it wishes. */
export const QuestionTaking = z
  .strictObject({ functionId: Id.nullable().default(null) })
  .meta({ id: 'QuestionTaking' });
export type QuestionTaking = z.infer<typeof QuestionTaking>;

/** An honest end, with why. */
export const QuestionEnding = z
  .strictObject({ reason: line(500, 3), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'QuestionEnding' });
export type QuestionEnding = z.infer<typeof QuestionEnding>;

/** The acting organisation has the same question; the county board says so for another party that told it. */
export const QuestionJoining = z
  .strictObject({
    organizationId: Id.nullable().default(null),
    municipalityCode: MunicipalityCode.nullable().default(null),
  })
  .meta({ id: 'QuestionJoining' });
export type QuestionJoining = z.infer<typeof QuestionJoining>;

/** Whose joining is taken back; the acting organisation's own when nobody is named. */
export const QuestionLeaving = z.strictObject({ organizationId: Id.optional() }).meta({ id: 'QuestionLeaving' });
export type QuestionLeaving = z.infer<typeof QuestionLeaving>;
