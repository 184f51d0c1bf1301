// What the reference file on strategies holds, checked as it is read.
import * as z from 'zod';
import strategies from '../reference/strategies.json';

const one = z.union([z.string(), z.array(z.string())]).optional();
const Numbered = z.object({ id: z.string(), number: z.number(), titleSv: z.string(), titleEn: z.string() });

const Source = z.object({
  nationalStrategy: z.object({
    id: z.string(),
    titleSv: z.string(),
    titleEn: z.string(),
    document: z.string(),
    periodStart: z.iso.date(),
    periodEnd: z.iso.date(),
    sources: z.array(z.string()),
    objectives: z.array(Numbered),
    actionProgrammes: z.array(
      z.object({
        id: z.string(),
        titleSv: z.string().optional(),
        noteSv: z.string(),
        source: z.string().optional(),
        objectivesSv: z.array(z.string()).optional(),
      }),
    ),
  }),
  genderEqualityPolicy: z.object({
    id: z.string(),
    goalSv: z.string(),
    goalEn: z.string(),
    sources: z.array(z.string()),
    subGoals: z.array(Numbered),
  }),
  regionalStrategies: z.array(
    z.object({
      id: z.string(),
      titleSv: z.string(),
      countyCodes: z.array(z.string()),
      periodStart: z.iso.date(),
      periodEnd: z.iso.date(),
      implements: z.array(z.string()),
      supersedes: z.array(z.string()),
      supersededBy: z.array(z.string()),
      supersedesVerification: z.string().optional(),
      supersededByVerification: z.string().optional(),
      documentType: z.string().optional(),
      signedOn: z.iso.date().optional(),
      signatoryCount: z.number().optional(),
      signatoriesSv: z.array(z.string()).optional(),
      partiesSv: z.array(z.string()).optional(),
      visionSv: z.string().optional(),
      goalsSv: z.array(z.string()).optional(),
      source: one,
      publicationId: z.string().nullable(),
    }),
  ),
  publications: z.array(z.object({ id: z.string(), source: z.string().nullish(), url: z.string().nullish() })),
});

export type Source = z.infer<typeof Source>;
export type RegionalSource = Source['regionalStrategies'][number];

export const readSource = (): Source => Source.parse(strategies);
