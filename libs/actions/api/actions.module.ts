import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  GoalMoves,
  OpenWorks,
  OrganizationMoves,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
} from '@samverkan/shared/api';
import { actionsWait } from './actions.wait';
import { ActionOpenWork } from './action-open-work';
import { ActionSeenAsService } from './action-seen-as.service';
import { ActionSensitiveService } from './action-sensitive.service';
import { ActionTraces } from './action-traces';
import { ActionsController } from './actions.controller';
import { ActionsService } from './actions.service';
import { UpdatesController } from './updates.controller';
import { UpdatesService } from './updates.service';

@Module({
  controllers: [ActionsController, UpdatesController],
  providers: [
    ActionsService,
    UpdatesService,
    ActionSensitiveService,
    ActionSeenAsService,
    ActionTraces,
    ActionOpenWork,
  ],
})
export class ActionsModule implements OnModuleInit {
  constructor(
    private readonly titles: Titles,
    private readonly sensitive: SensitiveSources,
    private readonly texts: ActionSensitiveService,
    private readonly waits: Waits,
    private readonly moves: OrganizationMoves,
    private readonly goalMoves: GoalMoves,
    private readonly db: Db,
    private readonly works: OpenWorks,
    private readonly openWork: ActionOpenWork,
  ) {}

  onModuleInit(): void {
    this.titles.register('actions', 'select a.id, a.title from action a');
    this.sensitive.register('actions', this.texts);
    this.waits.register(actionsWait);
    this.works.register(this.openWork);
    this.goalMoves.register({
      area: 'actions',
      select: `select a.id, g.goal_id, a.title, '/insatser/' || a.id as path, a.owner_ids from action a join action_goal g on g.action_id = a.id
        where g.goal_id = any ($1::uuid[]) and a.status in ('draft', 'planned', 'ongoing', 'paused')`,
      move: 'strategy_goals_move',
      putBack: 'strategy_goals_put_back',
    });
    this.moves.register(
      'actions',
      sqlMover(this.db, {
        preview: `select 'actions.owner' as kind, count(*)::int as count from action where $1 = any (owner_ids)
          union all select 'actions.partner', count(*)::int from action where $1 = any (partner_ids)
          union all select 'actions.update', count(*)::int from action_update where organization_id = $1`,
        move: 'action_organization_move',
        putBack: 'action_organization_put_back',
      }),
    );
  }
}
