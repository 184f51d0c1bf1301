// What the calendar holds on a person: that she has a secret address, for which organisation, and when it was last fetched.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, PersonalData, both, sqlMover } from '@samverkan/shared/api';
import type { PersonalSection } from '@samverkan/shared/contract';

@Injectable()
export class CalendarPersonalData implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly moves: OrganizationMoves,
  ) {}

  onModuleInit(): void {
    this.port.register('calendar', {
      held: (userId) => this.held(userId),
      erase: async (userId) => {
        await this.db.query('select calendar_subscriptions_erase($1)', [userId]);
      },
    });
    this.moves.register(
      'calendar',
      sqlMover(this.db, {
        preview: `select 'calendar.subscriptions' as kind, count(*)::int as count from calendar_subscription where organization_id = $1`,
        move: 'calendar_organization_move',
        putBack: 'calendar_organization_put_back',
      }),
    );
  }

  private async held(userId: string): Promise<PersonalSection[]> {
    const row = await this.db.one<{ rows: PersonalSection['rows'] }>('select calendar_subscriptions_held($1) as rows', [
      userId,
    ]);
    return [
      {
        key: 'calendar.subscriptions',
        title: both('Dina kalenderadresser', 'Your calendar addresses'),
        columns: [
          { words: both('Organisation', 'Organisation'), kind: 'text' },
          { words: both('Skapad', 'Made'), kind: 'day' },
          { words: both('Senast hämtad', 'Last fetched'), kind: 'day' },
        ],
        rows: row?.rows ?? [],
      },
    ];
  }
}
