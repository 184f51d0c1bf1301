import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionsModule } from '@samverkan/actions/api';
import { ActivityModule } from '@samverkan/activity/api';
import { CommentsModule } from '@samverkan/comments/api';
import { ConsultationsModule } from '@samverkan/consultations/api';
import { AssignmentsModule } from '@samverkan/assignments/api';
import { AttachmentsModule } from '@samverkan/attachments/api';
import { CalendarModule } from '@samverkan/calendar/api';
import { SearchModule } from '@samverkan/search/api';
import { ContactsModule } from '@samverkan/contacts/api';
import { CoverageModule } from '@samverkan/coverage/api';
import { FollowupModule } from '@samverkan/followup/api';
import { GeographyModule } from '@samverkan/geography/api';
import { IdentityModule } from '@samverkan/identity/api';
import { IntakeModule } from '@samverkan/intake/api';
import { LearningModule } from '@samverkan/learning/api';
import { MethodsModule } from '@samverkan/methods/api';
import { OrganizationsModule } from '@samverkan/organizations/api';
import { PrivacyModule } from '@samverkan/privacy/api';
import { PublicationsModule } from '@samverkan/publications/api';
import { PublicModule } from '@samverkan/public/api';
import { QuestionsModule } from '@samverkan/questions/api';
import { type Configuration, SharedModule } from '@samverkan/shared/api';
import { StrategiesModule } from '@samverkan/strategies/api';
import { SupportModule } from '@samverkan/support/api';
import { TasksModule } from '@samverkan/tasks/api';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import demoAccounts from '../../database/seeds/demo/accounts.json';
import { runtimeDataSource } from './data-source';
import { migrationNames } from './migrations';

/** The list of areas. */
@Module({})
export class AppModule {
  static with(settings: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...runtimeDataSource(settings),
          retryAttempts: 30,
          retryDelay: 1000,
          verboseRetryLog: false,
        }),
        SharedModule.with(settings, migrationNames),
        GeographyModule,
        OrganizationsModule,
        IdentityModule.with(
          demoAccounts.map(({ email, password, name, title, organization }) => ({
            email,
            password,
            name,
            title,
            organization,
          })),
        ),
        VocabulariesModule,
        ContactsModule,
        StrategiesModule,
        ConsultationsModule,
        ActionsModule,
        TasksModule,
        CommentsModule,
        IntakeModule,
        CoverageModule,
        AssignmentsModule,
        AttachmentsModule,
        FollowupModule,
        PublicationsModule,
        LearningModule,
        MethodsModule,
        QuestionsModule,
        SupportModule,
        ActivityModule,
        CalendarModule,
        SearchModule,
        PrivacyModule,
        PublicModule,
      ],
    };
  }
}
