// One line that says how a question stands, since when, and who has it: the same on every page and the start page.
import type { QuestionSummary } from './question';

type Words = { sv: string; en: string };
const both = (sv: string, en: string): Words => ({ sv, en });
const dated = (on: string, lang: 'sv-SE' | 'en-GB') =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${on}T12:00:00Z`),
  );

export function questionLine(question: QuestionSummary, today: string): Words {
  const { holder, expectedOn, toJudge } = question;
  const who = holder?.name ?? '';
  const [sv, en] = [dated(question.statusSince, 'sv-SE'), dated(question.statusSince, 'en-GB')];
  const [bySv, byEn] = expectedOn ? [dated(expectedOn, 'sv-SE'), dated(expectedOn, 'en-GB')] : ['', ''];
  const expects = !expectedOn
    ? both('', '')
    : expectedOn < today
      ? both(` Svaret skulle ha kommit ${bySv}.`, ` The answer should have come on ${byEn}.`)
      : both(` Svar väntas senast ${bySv}.`, ` An answer is expected by ${byEn}.`);
  switch (question.status) {
    case 'received':
      return both(`Mottagen. Finns hos ${who} sedan ${sv}.`, `Received. With ${who} since ${en}.`);
    case 'in_progress':
      return both(`${who} arbetar med frågan sedan ${sv}.`, `${who} has been working on it since ${en}.`);
    case 'sent_national':
      return both(`Skickad till ${who} ${sv}.${expects.sv}`, `Sent to ${who} on ${en}.${expects.en}`);
    case 'answered':
      return toJudge
        ? both(`Besvarad ${sv}. Besvarar svaret er fråga?`, `Answered on ${en}. Does the answer answer your question?`)
        : both(`Besvarad ${sv}.`, `Answered on ${en}.`);
    case 'accepted':
      return both(`Svaret räcker, sedan ${sv}.`, `The answer is enough, since ${en}.`);
    case 'reopened':
      return both(`Öppnad igen ${sv}. Finns hos ${who}.`, `Reopened on ${en}. With ${who}.`);
    case 'rejected':
      return both(`Avvisad ${sv}.`, `Rejected on ${en}.`);
    case 'no_longer_relevant':
      return both(`Inte längre aktuell sedan ${sv}.`, `No longer relevant since ${en}.`);
    case 'unanswered':
      return both(`Avslutad utan svar ${sv}.`, `Ended without an answer on ${en}.`);
  }
}
