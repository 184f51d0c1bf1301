import { CountyCode, Id, Moment, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';

/** What somebody who reads a public page says cannot be used; who she is is not asked. */
export const PublicReportInput = z.strictObject({
  place: line(300, 0),
  problem: prose(2000).refine((text) => text.length > 0, 'field.required'),
  replyTo: z.union([z.literal(''), z.email().max(200)]),
});
export type PublicReportInput = z.infer<typeof PublicReportInput>;

/** A shortcoming that has been told of, as the county board that answers for the page has it. */
export const PublicReport = z
  .object({
    id: Id,
    countyCode: CountyCode,
    /** The page or file it is about, as the reader says; may be empty. */
    place: z.string(),
    problem: z.string(),
    /** Where the answer is to go, if that was given; gone once it has been answered. */
    replyTo: z.string().nullable(),
    language: z.enum(['sv', 'en']),
    receivedAt: Moment,
    answeredAt: Moment.nullable(),
    /** The function that answered, never a name. */
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'PublicReport' });
export type PublicReport = z.infer<typeof PublicReport>;

/** Those that wait first, then the latest answered; at most two hundred. */
export const PublicReports = z.object({ items: z.array(PublicReport) }).meta({ id: 'PublicReports' });
export type PublicReports = z.infer<typeof PublicReports>;
