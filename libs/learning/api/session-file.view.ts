// A session as a calendar program reads it: its hours as the clock shows in Sweden, what it is called and where. Never more text than that.
import type { OfferSession } from '@samverkan/learning/contract';
import ical, { ICalCalendarMethod } from 'ical-generator';

interface SessionFile {
  title: string;
  /** Where in the portal it stands, or the participant's own page. */
  path: string;
  session: Pick<OfferSession, 'id' | 'day' | 'lastDay' | 'from' | 'to' | 'place' | 'link'>;
}

export function sessionFile({ title, path, session }: SessionFile): string {
  const calendar = ical({
    name: 'Samverkan',
    prodId: { company: 'Samverkan', product: 'Utbildning', language: 'SV' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `learning.${session.id}@samverkan`,
    start: inSweden(session.day, session.from),
    end: inSweden(session.lastDay ?? session.day, session.to),
    summary: title,
    location: [session.place, session.link].filter(Boolean).join(' · '),
    url: path,
  });
  return calendar.toString();
}

/** The moment when the clock in Sweden shows that hour on that day. */
export function inSweden(day: string, clock: string): Date {
  const asIfUtc = Date.parse(`${day}T${clock}:00Z`);
  const shown = (at: number) => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Stockholm',
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(at);
    return Date.parse(`${parts.replace(' ', 'T')}Z`);
  };
  const first = asIfUtc - (shown(asIfUtc) - asIfUtc);
  return new Date(first - (shown(first) - asIfUtc));
}
