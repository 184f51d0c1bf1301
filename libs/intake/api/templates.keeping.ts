// What becomes of templates when parties are merged, and of those that were taken away.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, RetentionRules, sqlMover } from '@samverkan/shared/api';

@Injectable()
export class TemplatesKeeping implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.moves.register(
      'intake.templates',
      sqlMover(this.db, {
        preview: `select 'intake.template' as kind, count(*)::int as count from action_template where organization_id = $1 and removed_at is null`,
        move: 'action_template_move',
        putBack: 'action_template_put_back',
      }),
    );
    this.rules.register({
      key: 'templates',
      area: 'intake',
      keeps: 'P30D',
      due: 'select * from retention_templates_due($1)',
      take: 'select * from retention_templates_take($1, $2)',
    });
  }
}
