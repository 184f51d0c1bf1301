// What becomes of tasks when whoever set or ended them asks, when they are taken away, and when parties are merged.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, PersonalData, RetentionRules, countedData, sqlMover } from '@samverkan/shared/api';

@Injectable()
export class TasksKeeping implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.port.register(
      'tasks',
      countedData(this.db, {
        key: 'tasks.deeds',
        title: { sv: 'Uppgifter du har lagt in eller gjort klara', en: 'Tasks you have set or ended' },
        held: 'tasks_held',
      }),
    );
    this.moves.register(
      'tasks',
      sqlMover(this.db, {
        preview: `select 'tasks.given' as kind, count(*)::int as count from action_task where organization_id = $1 and removed_at is null`,
        move: 'task_organization_move',
        putBack: 'task_organization_put_back',
      }),
    );
    this.rules.register({
      key: 'tasks',
      area: 'tasks',
      keeps: 'P30D',
      due: 'select * from retention_tasks_due($1)',
      take: 'select * from retention_tasks_take($1, $2)',
    });
  }
}
