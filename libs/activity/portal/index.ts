export { activityRoutes, unsubscribeRoutes } from './activity.routes';
export { activityWords } from './activity-words';
export { Feed } from './feed';
export { FeedBell } from './feed-bell';
export { feedOf } from './activity.data';
export { NewsSeen } from './news-seen';
export { waits } from './notices.data';
