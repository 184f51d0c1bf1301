export { ActivityEvent, ActivityFeed, ActivityQuery, LiveChange } from './activity';
