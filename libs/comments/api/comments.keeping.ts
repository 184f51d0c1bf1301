// What becomes of comments when whoever wrote them asks, when they are taken back, and when parties are merged.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, PersonalData, RetentionRules, countedData, sqlMover } from '@samverkan/shared/api';

@Injectable()
export class CommentsKeeping implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    // Erased accounts are called by their function, and so is whoever wrote: the row itself names nobody.
    this.port.register(
      'comments',
      countedData(this.db, {
        key: 'comments.written',
        title: { sv: 'Kommentarer du har skrivit', en: 'Comments you have written' },
        held: 'comments_held',
      }),
    );
    this.moves.register(
      'comments',
      sqlMover(this.db, {
        preview: `select 'comments.written' as kind, count(*)::int as count from action_comment where organization_id = $1 and removed_at is null`,
        move: 'comment_organization_move',
        putBack: 'comment_organization_put_back',
      }),
    );
    this.rules.register({
      key: 'comments',
      area: 'comments',
      keeps: 'P30D',
      due: 'select * from retention_comments_due($1)',
      take: 'select * from retention_comments_take($1, $2)',
    });
  }
}
