export { ActivityModule } from './activity.module';
export { Digests } from './digests';
