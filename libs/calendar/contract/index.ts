export { Calendar, CalendarDay, CalendarFileQuery, CalendarQuery } from './calendar';
export { Subscription, SubscriptionInput, SubscriptionMade, SubscriptionToken } from './subscription';
