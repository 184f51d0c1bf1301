// What support can be, how soon it is needed, how it stands and what it led to. Words in both languages stand here, so that files, letters and pages say the same.
import * as z from 'zod';

const both = (sv: string, en: string) => ({ sv, en });

export const formWords = {
  advice: both('Råd', 'Advice'),
  supervision: both('Handledning', 'Supervision'),
  training: both('Utbildning', 'Training'),
  material: both('Material', 'Material'),
  process: both('Processtöd', 'Support through a process'),
} as const;
export const supportForms = Object.keys(formWords) as (keyof typeof formWords)[];
export const SupportForm = z.enum(supportForms).meta({ id: 'SupportForm' });
export type SupportForm = z.infer<typeof SupportForm>;

export const urgencyWords = {
  soon: both('Inom två veckor', 'Within two weeks'),
  quarter: both('Inom tre månader', 'Within three months'),
  later: both('Längre fram', 'Later on'),
} as const;
export const supportUrgencies = Object.keys(urgencyWords) as (keyof typeof urgencyWords)[];
export const SupportUrgency = z.enum(supportUrgencies).meta({ id: 'SupportUrgency' });
export type SupportUrgency = z.infer<typeof SupportUrgency>;

/** `closed` is provisional, until whoever asked has said what it led to; `done` is for good. */
export const supportStatuses = [
  'received',
  'reopened',
  'in_progress',
  'proposed',
  'agreed',
  'closed',
  'done',
  'declined',
  'withdrawn',
] as const;
export const SupportStatus = z.enum(supportStatuses).meta({ id: 'SupportStatus' });
export type SupportStatus = z.infer<typeof SupportStatus>;

export const supportStatusWords: Record<SupportStatus, { sv: string; en: string }> = {
  received: both('Mottaget', 'Received'),
  reopened: both('Öppnat igen', 'Reopened'),
  in_progress: both('Hos länsstyrelsen', 'With the county board'),
  proposed: both('Förslag lämnat', 'Proposed'),
  agreed: both('Överenskommet', 'Agreed'),
  closed: both('Preliminärt avslutat', 'Closed for now'),
  done: both('Avslutat', 'Closed'),
  declined: both('Avböjt', 'Declined'),
  withdrawn: both('Återtaget', 'Withdrawn'),
};

/** Where somebody still works with it. */
export const openSupport = ['received', 'reopened', 'in_progress', 'proposed', 'agreed'] as const;

/** Of one question: did the support make a difference? */
export const effectWords = {
  yes: both('Ja, till stor del', 'Yes, largely'),
  partly: both('Delvis', 'Partly'),
  no: both('Nej', 'No'),
  too_early: both('För tidigt att säga', 'Too early to say'),
} as const;
export const supportEffects = Object.keys(effectWords) as (keyof typeof effectWords)[];
export const SupportEffect = z.enum(supportEffects).meta({ id: 'SupportEffect' });
export type SupportEffect = z.infer<typeof SupportEffect>;

/** What a request leads to, as the search calls them. */
export const supportLinkKinds = ['actions', 'learning', 'methods', 'publications'] as const;
export const SupportLinkKind = z.enum(supportLinkKinds).meta({ id: 'SupportLinkKind' });
export type SupportLinkKind = z.infer<typeof SupportLinkKind>;
