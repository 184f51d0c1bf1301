export { ActivityEvent, ActivityFeed, ActivityQuery, LiveChange } from './activity';
export {
  NoticeChoice,
  NoticeChoiceInput,
  NoticeKind,
  UnsubscribeInput,
  Unsubscribed,
  WaitList,
  noticeKinds,
} from './notices';
