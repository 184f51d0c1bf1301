// One line that says how a request stands, since when, and who has it: the same on every page.
import type { SupportSummary } from './support-request';
import { effectWords } from './support-words';

type Words = { sv: string; en: string };
const both = (sv: string, en: string): Words => ({ sv, en });
const dated = (on: string, lang: 'sv-SE' | 'en-GB') =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${on}T12:00:00Z`),
  );

export function supportLine(one: SupportSummary, today: string): Words {
  const who = one.holder?.name ?? '';
  const [sv, en] = [dated(one.statusSince, 'sv-SE'), dated(one.statusSince, 'en-GB')];
  const day = one.dueOn;
  const due = !day
    ? both('', '')
    : one.overdue
      ? both(` Skulle ha varit klart ${dated(day, 'sv-SE')}.`, ` It was to be finished by ${dated(day, 'en-GB')}.`)
      : both(` Ska vara klart ${dated(day, 'sv-SE')}.`, ` To be finished by ${dated(day, 'en-GB')}.`);
  switch (one.status) {
    case 'received':
      return both(`Mottaget. Finns hos ${who} sedan ${sv}.`, `Received. With ${who} since ${en}.`);
    case 'reopened':
      return both(`Öppnat igen ${sv}. Finns hos ${who}.`, `Reopened on ${en}. With ${who}.`);
    case 'in_progress':
      return both(
        `${who} arbetar med det sedan ${sv}.${due.sv}`,
        `${who} has been working on it since ${en}.${due.en}`,
      );
    case 'proposed':
      return both(`Förslag lämnat ${sv}. Väntar på svar från ${who}.`, `Proposed on ${en}. Waiting for ${who}.`);
    case 'agreed':
      return both(`Överenskommet ${sv}. ${who} genomför.${due.sv}`, `Agreed on ${en}. ${who} carries it out.${due.en}`);
    case 'closed':
      return closedLine(one, today, both(sv, en));
    case 'done': {
      const said = one.effect ? effectWords[one.effect] : both('', '');
      return both(
        `Avslutat ${sv}. Gjorde stödet någon skillnad? ${said.sv}.`,
        `Closed on ${en}. Did the support make a difference? ${said.en}.`,
      );
    }
    case 'declined':
      return both(`Avböjt ${sv}.`, `Declined on ${en}.`);
    case 'withdrawn':
      return both(`Återtaget ${sv}.`, `Withdrawn on ${en}.`);
  }
}

function closedLine({ effectDueOn: on, effectSilent, own, asker }: SupportSummary, today: string, since: Words): Words {
  const head = both(`Preliminärt avslutat ${since.sv}.`, `Closed for now on ${since.en}.`);
  if (!on) return head;
  const [sv, en] = [dated(on, 'sv-SE'), dated(on, 'en-GB')];
  if (on > today)
    return both(
      `${head.sv} Frågan om effekten ställs ${sv}.`,
      `${head.en} The question of its effect is asked on ${en}.`,
    );
  if (own) return both(`${head.sv} Gjorde stödet någon skillnad?`, `${head.en} Did the support make a difference?`);
  return effectSilent
    ? both(
        `${head.sv} ${asker.name} har inte svarat på frågan om effekten från ${sv}.`,
        `${head.en} ${asker.name} has not answered the question of its effect from ${en}.`,
      )
    : both(
        `${head.sv} ${asker.name} har fått frågan om effekten.`,
        `${head.en} ${asker.name} has been asked about its effect.`,
      );
}
