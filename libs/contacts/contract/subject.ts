import * as z from 'zod';

/**
 * What a function can be asked about. The codes are stable; the words stand in the portal's `contacts.subject.<code>`, and what people
 * type for each (synonyms, English) in the table `contact_subject`, which the search reads.
 */
export const contactSubjects = [
  'exposed_adults',
  'exposed_children',
  'perpetrators',
  'honour',
  'prostitution_trafficking',
  'sexual_violence',
  'sheltered_housing',
  'counselling',
  'elderly',
  'disability',
  'lgbtqi',
  'health_care',
  'justice',
  'prevention',
  'coordination',
] as const;
export const ContactSubject = z.enum(contactSubjects).meta({ id: 'ContactSubject' });
export type ContactSubject = z.infer<typeof ContactSubject>;
