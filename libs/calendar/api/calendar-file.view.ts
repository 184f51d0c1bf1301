// The days as a calendar program reads them: whole days, each with what it is and where it stands. Never more text than the title.
import type { CalendarDay } from '@samverkan/calendar/contract';
import ical, { ICalCalendarMethod } from 'ical-generator';

export interface CalendarFile {
  days: readonly CalendarDay[];
  lang: 'sv' | 'en';
  /** The portal's own address, without a slash at the end. */
  home: string;
}

const states = {
  overdue: { sv: 'Försenad', en: 'Overdue' },
  done: { sv: 'Klar', en: 'Done' },
};

export function calendarFile({ days, lang, home }: CalendarFile): string {
  const calendar = ical({
    name: 'Samverkan',
    prodId: { company: 'Samverkan', product: 'Kalender', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
  });
  for (const { id, kind, words, title, day, path, overdue, done } of days) {
    const state = overdue ? states.overdue[lang] : done ? states.done[lang] : null;
    calendar.createEvent({
      id: `${kind}.${id}@samverkan`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: `${state ? `${state}: ` : ''}${words[lang]}: ${title}`,
      url: home + path,
    });
  }
  return calendar.toString();
}
