import { Module, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import {
  Db,
  Deadlines,
  OrganizationMoves,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
  Searchables,
} from '@samverkan/shared/api';
import { searchedConsultations } from './consultations.searchable';
import { StrategiesModule } from '@samverkan/strategies/api';
import { AnswerController } from './answer.controller';
import { AnswersController } from './answers.controller';
import { AnswersService } from './answers.service';
import { CommentSensitiveService } from './comment-sensitive.service';
import { ConsultationLetters } from './consultation-letters';
import { ConsultationMail } from './consultation-mail';
import { ConsultationsController } from './consultations.controller';
import { ConsultationsQuery } from './consultations.query';
import { ConsultationsService } from './consultations.service';
import { lastDays } from './consultations.deadlines';
import { answerWait, commentsWait } from './consultations.waits';
import { ResponsesService } from './responses.service';
import { RoundsService } from './rounds.service';

@Module({
  imports: [ContactsModule, StrategiesModule],
  controllers: [ConsultationsController, AnswerController, AnswersController],
  providers: [
    AnswersService,
    CommentSensitiveService,
    ConsultationLetters,
    ConsultationMail,
    ConsultationsQuery,
    ConsultationsService,
    ResponsesService,
    RoundsService,
  ],
  exports: [ConsultationMail],
})
export class ConsultationsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly sensitive: SensitiveSources,
    private readonly texts: CommentSensitiveService,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedConsultations);
    this.deadlines.register(lastDays);
    this.sensitive.register('consultations', this.texts);
    [answerWait, commentsWait].forEach((wait) => this.waits.register(wait));
    this.titles.register('consultations', 'select c.id, c.title from consultation c');
    this.moves.register(
      'consultations',
      sqlMover(this.db, {
        preview: `select 'consultations.invited' as kind, count(*)::int as count from consultation_invitation where organization_id = $1`,
        move: 'consultation_organization_move',
        putBack: 'consultation_organization_put_back',
      }),
    );
  }
}
