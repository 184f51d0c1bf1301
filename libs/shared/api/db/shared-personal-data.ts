// What the shared tables hold on a person: forms begun, answers kept for retries, her deeds in the audit, who has read her data, what she has written.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonalSection } from '@samverkan/shared/contract';
import { AuditSeals } from '../audit/audit-seals';
import { PersonalData } from '../ports/personal-data';
import { Db } from './db';
import { both } from '../mail/both';

type Cell = string | number | null;
type Column = PersonalSection['columns'][number];

const text = (sv: string, en: string): Column => ({ words: both(sv, en), kind: 'text' });
const moment = (sv: string, en: string): Column => ({ words: both(sv, en), kind: 'moment' });
const count: Column = { words: both('Antal', 'Count'), kind: 'count' };
const [first, last] = [moment('Första', 'First'), moment('Senaste', 'Latest')];
const organization = text('Organisation', 'Organisation');

interface Held {
  drafts: Cell[][];
  answers: [number, string | null, string | null];
  deeds: Cell[][];
  reads: Cell[][];
  signed: Cell[][];
  letters: [number, string | null, string | null];
}

@Injectable()
export class SharedPersonalData implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly seals: AuditSeals,
    private readonly port: PersonalData,
  ) {}

  onModuleInit(): void {
    this.port.register('shared', { held: (userId) => this.held(userId) });
  }

  private async held(userId: string): Promise<PersonalSection[]> {
    const row = await this.db.one<{ held: Held }>('select personal_data($1, $2) as held', [
      userId,
      this.seals.keys.pseudonymsOf(userId),
    ]);
    if (!row) return [];
    const { drafts, answers, deeds, reads, signed, letters } = row.held;
    return [
      {
        key: 'common.signed',
        title: both('Det du har skrivit eller ändrat', 'What you have written or changed'),
        columns: [text('Område', 'Area'), text('Objekt', 'Object'), organization, count, first, last],
        rows: signed,
      },
      {
        key: 'common.deeds',
        title: both('Dina händelser i granskningsloggen', 'Your deeds in the audit log'),
        columns: [text('Händelse', 'Event'), organization, count, first, last],
        rows: deeds,
      },
      {
        key: 'common.reads',
        title: both(
          'Organisationer som har läst dina kontaktuppgifter',
          'Organisations that have read your contact data',
        ),
        columns: [organization, count, first, last],
        rows: reads,
      },
      {
        key: 'common.drafts',
        title: both('Påbörjade formulär', 'Forms begun'),
        columns: [text('Formulär', 'Form'), organization, moment('Ändrat', 'Changed')],
        rows: drafts,
      },
      {
        key: 'common.answers',
        title: both('Svar som sparas två dygn för omförsök', 'Answers kept two days for retries'),
        columns: [count, first, last],
        rows: answers[0] > 0 ? [answers] : [],
      },
      {
        key: 'common.letters',
        title: both('Mejl från demoläget', 'E-mail from demo mode'),
        columns: [count, first, last],
        rows: letters[0] > 0 ? [letters] : [],
      },
    ];
  }
}
