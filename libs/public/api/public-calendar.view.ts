// The public days as a calendar program reads them: what, when and where.
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addresses } from './addresses';
import type { CalendarProps } from './calendar.page';
import { daysOf } from './public-days';
import { wordsIn } from './words';

/** `origin` is where these pages are reached. */
export function publicCalendar({ language, trainings, strategies }: CalendarProps, origin: string): string {
  const words = wordsIn(language);
  const calendar = ical({
    name: words('calendar.title'),
    prodId: { company: 'Samverkan', product: 'Offentlig kalender', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const one of daysOf(trainings, strategies)) {
    if (one.what === 'session') {
      const { session, training } = one;
      calendar.createEvent({
        id: `public.${session.id}@samverkan`,
        start: new Date(session.startsAt),
        end: new Date(session.endsAt),
        summary: training.title,
        location: session.place,
      });
      continue;
    }
    calendar.createEvent({
      id: `public.${one.key}@samverkan`,
      start: new Date(`${one.day}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: `${language === 'en' ? (one.strategy.titleEn ?? one.strategy.title) : one.strategy.title}: ${words(`calendar.mark.${one.what}`)}`,
      url: `${origin}${addresses(language).strategy(one.strategy.id)}`,
    });
  }
  return calendar.toString();
}
