export { FollowupModule } from './followup.module';
