// What becomes of saved filters when whoever saved them asks, leaves or is erased, and when parties are merged.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, PersonalData, RetentionRules, both, sqlMover } from '@samverkan/shared/api';
import type { PersonalSection } from '@samverkan/shared/contract';

@Injectable()
export class SavedFiltersKeeping implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.port.register('actions', {
      held: (userId) => this.held(userId),
      erase: async (userId) => {
        await this.db.query('select action_filters_erase($1)', [userId]);
      },
    });
    this.moves.register(
      'actions.filters',
      sqlMover(this.db, {
        preview: `select 'actions.filter' as kind, count(*)::int as count from action_filter where organization_id = $1 and removed_at is null`,
        move: 'action_filter_move',
        putBack: 'action_filter_put_back',
      }),
    );
    this.rules.register({
      key: 'filters',
      area: 'actions',
      keeps: 'P30D',
      due: 'select * from retention_filters_due($1)',
      take: 'select * from retention_filters_take($1, $2)',
    });
  }

  private async held(userId: string): Promise<PersonalSection[]> {
    const row = await this.db.one<{ rows: PersonalSection['rows'] }>('select action_filters_held($1) as rows', [
      userId,
    ]);
    return [
      {
        key: 'actions.filters',
        title: both('Dina sparade filter', 'Your saved filters'),
        columns: [
          { words: both('Namn', 'Name'), kind: 'text' },
          { words: both('Organisation', 'Organisation'), kind: 'text' },
          { words: both('Ändrat', 'Changed'), kind: 'day' },
        ],
        rows: row?.rows ?? [],
      },
    ];
  }
}
