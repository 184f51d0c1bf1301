export { ActionEntity } from './action.entity';
export { ActionUpdateEntity } from './action-update.entity';
export { ActionsModule } from './actions.module';
