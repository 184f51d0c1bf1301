// What a question can be about, and under which law. Words in both languages stand here, so that files, letters and pages say the same.
import * as z from 'zod';

const both = (sv: string, en: string) => ({ sv, en });

export const subjectWords = {
  responsibility: both('Vem som ansvarar', 'Who is responsible'),
  confidentiality: both('Sekretess och informationsutbyte', 'Confidentiality and sharing information'),
  sheltered_housing: both('Skyddat boende', 'Sheltered housing'),
  children: both('Barn som upplever våld', 'Children who experience violence'),
  risk: both('Riskbedömning och skydd', 'Risk assessment and protection'),
  perpetrators: both('Våldsutövare', 'People who use violence'),
  honour: both('Hedersrelaterat våld och förtryck', 'Honour-related violence and oppression'),
  exploitation: both('Prostitution och människohandel', 'Prostitution and trafficking'),
  housing: both('Bostad efter våld', 'A home after violence'),
  economy: both('Ekonomiskt våld och bistånd', 'Economic violence and assistance'),
  funding: both('Statsbidrag och finansiering', 'Grants and funding'),
  methods: both('Metoder och kunskapsstöd', 'Methods and guidance'),
  statistics: both('Statistik och uppföljning', 'Statistics and follow-up'),
  procurement: both('Upphandling och avtal', 'Procurement and agreements'),
  other: both('Annat', 'Something else'),
} as const;

export const questionSubjects = Object.keys(subjectWords) as (keyof typeof subjectWords)[];
export const QuestionSubject = z.enum(questionSubjects).meta({ id: 'QuestionSubject' });
export type QuestionSubject = z.infer<typeof QuestionSubject>;

export const lawWords = {
  social_services: both('Socialtjänstlagen', 'Social Services Act'),
  care_of_young: both('LVU', 'Care of Young Persons Act'),
  secrecy: both('Offentlighets- och sekretesslagen', 'Public Access and Secrecy Act'),
  health_care: both('Hälso- och sjukvårdslagen', 'Health and Medical Services Act'),
  parental_code: both('Föräldrabalken', 'Parental Code'),
  criminal: both('Brottsbalken och kontaktförbud', 'Criminal Code and restraining orders'),
  protected_data: both('Skyddade personuppgifter', 'Protected personal data'),
  school: both('Skollagen', 'Education Act'),
  migration: both('Utlänningslagen', 'Aliens Act'),
  local_government: both('Kommunallagen', 'Local Government Act'),
  other: both('Annan lag', 'Another act'),
} as const;

export const lawAreas = Object.keys(lawWords) as (keyof typeof lawWords)[];
export const LawArea = z.enum(lawAreas).meta({ id: 'LawArea' });
export type LawArea = z.infer<typeof LawArea>;

/** `rejected`, `no_longer_relevant` and `unanswered` are honest ends; `accepted` is the good one. */
export const questionStatuses = [
  'received',
  'in_progress',
  'sent_national',
  'answered',
  'accepted',
  'reopened',
  'rejected',
  'no_longer_relevant',
  'unanswered',
] as const;
export const QuestionStatus = z.enum(questionStatuses).meta({ id: 'QuestionStatus' });
export type QuestionStatus = z.infer<typeof QuestionStatus>;

/** As a line in a file says it; pages have the same words. */
export const statusWords: Record<QuestionStatus, { sv: string; en: string }> = {
  received: both('Mottagen', 'Received'),
  in_progress: both('Hos länsstyrelsen', 'With the county board'),
  sent_national: both('Skickad till nationell nivå', 'Sent to national level'),
  answered: both('Besvarad', 'Answered'),
  accepted: both('Svaret räcker', 'The answer is enough'),
  reopened: both('Öppnad igen', 'Reopened'),
  rejected: both('Avvisad', 'Rejected'),
  no_longer_relevant: both('Inte längre aktuell', 'No longer relevant'),
  unanswered: both('Avslutad utan svar', 'Ended without an answer'),
};

/** Where somebody still has to do something. */
export const openStatuses = ['received', 'in_progress', 'sent_national', 'answered', 'reopened'] as const;
