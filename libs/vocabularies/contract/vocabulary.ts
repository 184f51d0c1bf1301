import { Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

/** The lists by which actions are sorted: what kind an action is, for whom, against which violence, when in the course of it, and who took part. */
export const vocabularyNames = ['kind', 'targetGroup', 'form', 'phase', 'profession'] as const;
export const VocabularyName = z.enum(vocabularyNames).meta({ id: 'VocabularyName' });
export type VocabularyName = z.infer<typeof VocabularyName>;

/** What stands on an action. It never changes; which codes there are is decided in the lists (`GET /api/vocabularies`). */
export const TermCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'field.not-a-choice')
  .meta({ id: 'TermCode' });
export type TermCode = z.infer<typeof TermCode>;

/** in_use: can be chosen · retired: stands where it stands, and is chosen no more · merged: what had it has its successor. */
export const termStates = ['in_use', 'retired', 'merged'] as const;
export const TermState = z.enum(termStates).meta({ id: 'TermState' });
export type TermState = z.infer<typeof TermState>;

const synonyms = z.array(z.string());

export const Term = z
  .object({
    code: TermCode,
    sv: z.string(),
    en: z.string(),
    /** Other words for the same. A star stands for any letters of the same word, alone for up to four words. */
    synonymsSv: synonyms,
    synonymsEn: synonyms,
    state: TermState,
    /** Of a merged term: the one that took its place, which is never merged itself. */
    successor: TermCode.nullable(),
    /** Goes up by one with each decided change of the term. */
    version: z.number().int(),
    changedAt: Moment,
  })
  .meta({ id: 'Term' });
export type Term = z.infer<typeof Term>;

/** A list with all its terms in their order, also those that are no longer in use: old history speaks of them. */
export const Vocabulary = z
  .object({
    name: VocabularyName,
    /** Goes up by one with each decided change of the list. */
    version: z.number().int(),
    terms: z.array(Term),
  })
  .meta({ id: 'Vocabulary' });
export type Vocabulary = z.infer<typeof Vocabulary>;

export const Vocabularies = z.object({ items: z.array(Vocabulary) }).meta({ id: 'Vocabularies' });
export type Vocabularies = z.infer<typeof Vocabularies>;
