// What trainings hold on a person: where she has registered. It goes sixty days after the session, or with her account.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, PersonalData, RetentionRules, both } from '@samverkan/shared/api';
import type { PersonalSection } from '@samverkan/shared/contract';
import { RegistrationMail } from './registration-mail';

@Injectable()
export class LearningPersonalData implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly rules: RetentionRules,
    private readonly news: RegistrationMail,
  ) {}

  onModuleInit(): void {
    this.port.register('learning', {
      held: (userId) => this.held(userId),
      erase: async (userId) => {
        const seated = await this.db.query<{ id: string }>('select id from offer_registrations_erase($1) id', [userId]);
        await this.news.tell(
          seated.map(({ id }) => id),
          'seat',
        );
      },
    });
    this.rules.register({
      key: 'registrations',
      area: 'learning',
      keeps: 'P60D',
      due: 'select * from retention_registrations_due($1)',
      take: 'select * from retention_registrations_take($1, $2)',
    });
  }

  private async held(userId: string): Promise<PersonalSection[]> {
    const row = await this.db.one<{ rows: PersonalSection['rows'] }>('select offer_registrations_held($1) as rows', [
      userId,
    ]);
    return [
      {
        key: 'learning.registrations',
        title: both('Utbildningar du är anmäld till', 'Trainings you are registered for'),
        columns: [
          { words: both('Utbildning', 'Training'), kind: 'text' },
          { words: both('Anmäld som', 'Registered as'), kind: 'text' },
          { words: both('Dag', 'Day'), kind: 'day' },
          { words: both('Anmäld', 'Registered'), kind: 'day' },
        ],
        rows: row?.rows ?? [],
      },
    ];
  }
}
