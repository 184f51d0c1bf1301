import { Module, type OnModuleInit } from '@nestjs/common';
import { Titles } from '@samverkan/shared/api';
import { ContactExportController } from './contact-export.controller';
import { ContactLetters } from './contact-letters';
import { ContactRowsQuery } from './contact-rows.query';
import { ContactSeenAsService } from './contact-seen-as.service';
import { ContactTraces } from './contact-traces';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { HoldersController } from './holders.controller';
import { HoldersService } from './holders.service';
import { LettersController } from './letters.controller';
import { VerificationController } from './verification.controller';
import { VerificationService } from './verification.service';

@Module({
  // `export` before `:id`.
  controllers: [
    ContactExportController,
    ContactsController,
    HoldersController,
    VerificationController,
    LettersController,
  ],
  providers: [
    ContactsService,
    HoldersService,
    ContactTraces,
    ContactSeenAsService,
    ContactRowsQuery,
    ContactLetters,
    VerificationService,
  ],
  exports: [ContactsService, HoldersService, VerificationService],
})
export class ContactsModule implements OnModuleInit {
  constructor(private readonly titles: Titles) {}

  onModuleInit(): void {
    this.titles.register('contacts', 'select f.id, f.title from contact_function f');
  }
}
