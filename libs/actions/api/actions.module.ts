import { Module, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import {
  Db,
  Deadlines,
  GoalMoves,
  OpenProgressOfGoals,
  OpenWorks,
  OrganizationMoves,
  RetentionRules,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
  TrashSources,
  Searchables,
} from '@samverkan/shared/api';
import { searchedActions } from './actions.searchable';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { LinesPutBackController } from './lines-put-back.controller';
import { linesTrash } from './lines.trash';
import { filtersTrash } from './saved-filters.trash';
import { actionDays } from './actions.deadlines';
import { actionsWait } from './actions.wait';
import { ActionExportController } from './action-export.controller';
import { ActionOpenWork } from './action-open-work';
import { ActionPresenceController } from './action-presence.controller';
import { ActionReferences } from './action-references';
import { ActionRowsQuery } from './action-rows.query';
import { ActionSeenAsService } from './action-seen-as.service';
import { ActionSensitiveService } from './action-sensitive.service';
import { ActionTermCarrier } from './action-term-carrier';
import { ActionTraces } from './action-traces';
import { ActionUndoService } from './action-undo.service';
import { ActionViewsController } from './action-views.controller';
import { ActionViewsService } from './action-views.service';
import { ActionsController } from './actions.controller';
import { ActionsService } from './actions.service';
import { ConnectionMail } from './connection-mail';
import { ConnectionsController } from './connections.controller';
import { ConnectionsQuery } from './connections.query';
import { ConnectionsService } from './connections.service';
import { BulkController } from './bulk.controller';
import { BulkService } from './bulk.service';
import { CooperationLetters } from './cooperation-letters';
import { CooperationMail } from './cooperation-mail';
import { CooperationOpenWork } from './cooperation-open-work';
import { FilterSensitiveService } from './filter-sensitive.service';
import { CooperationSensitiveService } from './cooperation-sensitive.service';
import { CooperationsController } from './cooperations.controller';
import { CooperationsQuery } from './cooperations.query';
import { CooperationsService } from './cooperations.service';
import { connectionsWait, cooperationsWait, nudgesWait, unansweredWait } from './cooperations.wait';
import { ManyActionsService } from './many-actions.service';
import { SavedFiltersController } from './saved-filters.controller';
import { SavedFiltersKeeping } from './saved-filters.keeping';
import { SavedFiltersService } from './saved-filters.service';
import { UpdatesController } from './updates.controller';
import { OpenActions } from './open-actions';
import { UpdatesService } from './updates.service';

@Module({
  imports: [ContactsModule, VocabulariesModule],
  // The views' addresses are words where an action has its id: they are tried first.
  controllers: [
    ActionExportController,
    BulkController,
    ActionViewsController,
    SavedFiltersController,
    ActionsController,
    ActionPresenceController,
    UpdatesController,
    LinesPutBackController,
    CooperationsController,
    ConnectionsController,
  ],
  providers: [
    OpenActions,
    ActionsService,
    UpdatesService,
    ActionSensitiveService,
    ActionSeenAsService,
    ActionTermCarrier,
    ActionTraces,
    ActionUndoService,
    ActionOpenWork,
    ActionReferences,
    ActionRowsQuery,
    BulkService,
    ActionViewsService,
    ConnectionMail,
    ConnectionsQuery,
    ConnectionsService,
    CooperationLetters,
    CooperationMail,
    CooperationOpenWork,
    CooperationSensitiveService,
    FilterSensitiveService,
    ManyActionsService,
    CooperationsQuery,
    CooperationsService,
    SavedFiltersKeeping,
    SavedFiltersService,
  ],
  exports: [ActionsService, ManyActionsService],
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
    private readonly deadlines: Deadlines,
    private readonly works: OpenWorks,
    private readonly openWork: ActionOpenWork,
    private readonly asked: CooperationOpenWork,
    private readonly trash: TrashSources,
    private readonly rules: RetentionRules,
    private readonly searchables: Searchables,
    private readonly progress: OpenProgressOfGoals,
    private readonly openActions: OpenActions,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedActions);
    this.progress.register(this.openActions);
    this.trash.register(filtersTrash);
    this.trash.register(linesTrash);
    this.rules.register({
      key: 'lines',
      area: 'actions',
      keeps: 'P30D',
      due: 'select * from retention_lines_due($1)',
      take: 'select * from retention_lines_take($1, $2)',
    });
    this.titles.register(
      'actions',
      `select a.id, a.title from action a
       union all select c.id, c.title from (select k.id, cooperation_title(k.id) as title from action_cooperation k) c where c.title is not null
       union all select n.id, a.title from action_connection n join action a on a.id = n.action_id
       union all select n.id, n.title from (select m.id, nudge_subject(m.id)->>'title' as title from action_nudge m) n where n.title is not null`,
    );
    this.sensitive.register('actions', this.texts);
    [actionsWait, cooperationsWait, unansweredWait, connectionsWait, nudgesWait].forEach((wait) =>
      this.waits.register(wait),
    );
    this.deadlines.register(actionDays);
    this.works.register(this.openWork);
    this.works.register(this.asked);
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
    this.moves.register(
      'connections',
      sqlMover(this.db, {
        preview: `select 'actions.nudge' as kind, count(*)::int as count from action_nudge where organization_id = $1`,
        move: 'connection_organization_move',
        putBack: 'connection_organization_put_back',
      }),
    );
    this.moves.register(
      'cooperations',
      sqlMover(this.db, {
        preview: `select 'actions.cooperation' as kind, count(*)::int as count from action_cooperation where $1 in (organization_id, from_organization_id)`,
        move: 'cooperation_organization_move',
        putBack: 'cooperation_organization_put_back',
      }),
    );
  }
}
