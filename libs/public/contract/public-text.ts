import { CountyCode, GuardConfirmed, Id, Moment, prose } from '@samverkan/shared/contract';
import * as z from 'zod';

/** What a county writes itself: four parts of its page, what its publications and its calendar begin with, and three pages that every public page leads to. */
export const publicPieces = [
  'ingress',
  'work',
  'audience',
  'support',
  'publications',
  'calendar',
  'about',
  'accessibility',
  'privacy',
] as const;
export const PublicPiece = z.enum(publicPieces).meta({ id: 'PublicPiece' });
export type PublicPiece = z.infer<typeof PublicPiece>;

/** `draft` and `scheduled` are the county's own; `shown` stands on its page, and `past` has stood there. */
export const publicTextStates = ['draft', 'scheduled', 'shown', 'past'] as const;
export const PublicTextState = z.enum(publicTextStates).meta({ id: 'PublicTextState' });
export type PublicTextState = z.infer<typeof PublicTextState>;

/** One wording of a piece, in both languages. Where neither has words the national text is shown. */
export const PublicTextVersion = z
  .object({
    id: Id,
    countyCode: CountyCode,
    piece: PublicPiece,
    sv: z.string(),
    /** Empty where the page in English shows the Swedish words. */
    en: z.string(),
    state: PublicTextState,
    /** From when it is shown; null for a draft. */
    shownFrom: Moment.nullable(),
    changedAt: Moment,
    /** The function that published it, never a name; null for a draft. */
    by: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'PublicTextVersion' });
export type PublicTextVersion = z.infer<typeof PublicTextVersion>;

/** A piece as its editors have it. */
export const PublicText = z
  .object({
    piece: PublicPiece,
    /** Where anybody reads it: its address in Swedish. */
    address: z.string(),
    /** The county's own words that stand there now; null while it is the national text. */
    shown: PublicTextVersion.nullable(),
    /** What stands there while the county has no words of its own. */
    national: z.object({ sv: z.string(), en: z.string() }),
    /** A draft, or what is to be shown later: there is one at a time. */
    pending: PublicTextVersion.nullable(),
  })
  .meta({ id: 'PublicText' });
export type PublicText = z.infer<typeof PublicText>;

export const PublicTexts = z.object({ countyCode: CountyCode, items: z.array(PublicText) }).meta({ id: 'PublicTexts' });
export type PublicTexts = z.infer<typeof PublicTexts>;

/** What has stood on the page, the newest first, at most two hundred. */
export const PublicTextHistory = z.object({ items: z.array(PublicTextVersion) }).meta({ id: 'PublicTextHistory' });
export type PublicTextHistory = z.infer<typeof PublicTextHistory>;

/** The words of a piece. Empty English shows the Swedish words on the page in English. */
export const PublicTextWords = z.strictObject({ sv: prose(8000), en: prose(8000) }).meta({ id: 'PublicTextWords' });
export type PublicTextWords = z.infer<typeof PublicTextWords>;

/** Only the languages sent are changed; `If-Match` says which version they were read from, `"0"` where there is no draft. */
export const PublicTextChange = PublicTextWords.partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'PublicTextChange' });
export type PublicTextChange = z.infer<typeof PublicTextChange>;

/** Shows the draft at once, or from a moment within a year. */
export const PublicTextPublication = z
  .strictObject({ at: Moment.nullable().default(null) })
  .meta({ id: 'PublicTextPublication' });
export type PublicTextPublication = z.infer<typeof PublicTextPublication>;

export const PublicTextDeed = z.strictObject({}).meta({ id: 'PublicTextDeed' });

export const PublicPreviewQuery = z
  .strictObject({ language: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'PublicPreviewQuery' });
export type PublicPreviewQuery = z.infer<typeof PublicPreviewQuery>;
