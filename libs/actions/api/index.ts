export { ActionEntity } from './action.entity';
export { ActionUpdateEntity } from './action-update.entity';
export { ActionsService } from './actions.service';
export { type ActionToLog, ManyActionsService } from './many-actions.service';
export { statusWords, visibilityWords } from './action-words';
export { ActionsModule } from './actions.module';
export { actionFacts } from './action.sql';
export { type ActionFacts, actionPolicy, writers } from './actions.policy';
