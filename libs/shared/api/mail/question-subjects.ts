import { both } from './both';

/** Subjects of letters about what one party asks another. Neutral: a subject is read on a locked screen, where nobody’s name should stand. */
export const questionSubjects = {
  asked: both('En fråga väntar på svar i Samverkan', 'A question awaits an answer in Samverkan'),
  reminded: both(
    'Påminnelse: en fråga väntar på svar i Samverkan',
    'Reminder: a question awaits an answer in Samverkan',
  ),
  answered: both('Ni har fått svar i Samverkan', 'You have had an answer in Samverkan'),
};
