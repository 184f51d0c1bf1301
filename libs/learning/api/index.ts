export { LearningModule } from './learning.module';
export { ReachService } from './reach.service';
