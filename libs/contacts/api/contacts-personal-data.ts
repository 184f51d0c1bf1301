// What the directory holds on a person: the functions she holds or has held. Names go when they have served their time, or with her account.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, PersonalData, RetentionRules, both } from '@samverkan/shared/api';
import type { PersonalSection } from '@samverkan/shared/contract';

@Injectable()
export class ContactsPersonalData implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.port.register('contacts', {
      held: (userId) => this.held(userId),
      erase: async (userId) => {
        await this.db.query('select contact_names_erase($1)', [userId]);
      },
    });
    for (const [key, keeps] of [
      ['holders', 'P30D'],
      ['contacts', 'P24M'],
    ] as const)
      this.rules.register({
        key,
        area: 'contacts',
        keeps,
        due: `select * from retention_${key}_due($1)`,
        take: `select * from retention_${key}_take($1, $2)`,
      });
  }

  private async held(userId: string): Promise<PersonalSection[]> {
    const row = await this.db.one<{ rows: PersonalSection['rows'] }>('select contact_personal_data($1) as rows', [
      userId,
    ]);
    const sent = await this.db.one<{ rows: PersonalSection['rows'] }>('select contact_sendings_of($1) as rows', [
      userId,
    ]);
    return [
      {
        key: 'contacts.sendings',
        title: both('Utskick du har skickat', 'Messages you have sent'),
        columns: [
          { words: both('För', 'For'), kind: 'text' },
          { words: both('Antal', 'Number'), kind: 'count' },
          { words: both('Första', 'First'), kind: 'day' },
          { words: both('Senaste', 'Latest'), kind: 'day' },
        ],
        rows: sent?.rows ?? [],
      },
      {
        key: 'contacts.functions',
        title: both('Funktioner du har eller har haft', 'Functions you hold or have held'),
        columns: [
          { words: both('Funktion', 'Function'), kind: 'text' },
          { words: both('Organisation', 'Organisation'), kind: 'text' },
          { words: both('Från', 'From'), kind: 'day' },
          { words: both('Till', 'To'), kind: 'day' },
        ],
        rows: row?.rows ?? [],
      },
    ];
  }
}
