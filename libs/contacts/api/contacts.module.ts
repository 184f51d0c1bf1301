import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Jobs,
  OpenWorks,
  OrganizationMoves,
  SensitiveSources,
  Titles,
  Waits,
  jobKind,
  sqlMover,
  TrashSources,
  Searchables,
} from '@samverkan/shared/api';
import { searchedContacts } from './contacts.searchable';
import { groupsTrash } from './groups.trash';
import * as z from 'zod';
import { ContactExportController } from './contact-export.controller';
import { ContactInvitationsController } from './contact-invitations.controller';
import { ContactInvitationsService } from './contact-invitations.service';
import { ContactLetters } from './contact-letters';
import { ContactPresenceController } from './contact-presence.controller';
import { ContactRowsQuery } from './contact-rows.query';
import { ContactSeenAsService } from './contact-seen-as.service';
import { ContactSensitiveService } from './contact-sensitive.service';
import { ContactsSensitiveSource } from './contacts-sensitive.source';
import { ContactTraces } from './contact-traces';
import { ContactsPersonalData } from './contacts-personal-data';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { askedWait, handoverWait, vacantWait } from './contacts.waits';
import { GroupsController } from './groups.controller';
import { GroupsService } from './groups.service';
import { HandoverService } from './handover.service';
import { HandoversController } from './handovers.controller';
import { HoldersController } from './holders.controller';
import { HoldersService } from './holders.service';
import { ImportBulkService } from './import-bulk.service';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';
import { LetterRecipients } from './letter-recipients';
import { LettersController } from './letters.controller';
import { DecliningQuery } from './declining.query';
import { OpenContacts } from './open-contacts';
import { RecipientsController } from './recipients.controller';
import { RecipientsQuery } from './recipients.query';
import { RefusalsController } from './refusals.controller';
import { RefusalsService } from './refusals.service';
import { SendingLetters } from './sending-letters';
import { SendingOutcomes } from './sending-outcomes';
import { SendingsController } from './sendings.controller';
import { SendingSensitiveService } from './sending-sensitive.service';
import { SendingsService } from './sendings.service';
import { VerificationController } from './verification.controller';
import { VerificationService } from './verification.service';

@Module({
  // Those with an address of their own before `:id`.
  controllers: [
    ContactExportController,
    ImportController,
    RecipientsController,
    GroupsController,
    SendingsController,
    ContactInvitationsController,
    ContactsController,
    ContactPresenceController,
    HandoversController,
    HoldersController,
    VerificationController,
    LettersController,
    RefusalsController,
  ],
  providers: [
    ContactsService,
    ContactsPersonalData,
    HandoverService,
    HoldersService,
    ContactTraces,
    ContactSeenAsService,
    ContactInvitationsService,
    ContactSensitiveService,
    SendingSensitiveService,
    ContactsSensitiveSource,
    ContactRowsQuery,
    RecipientsQuery,
    DecliningQuery,
    SendingLetters,
    SendingOutcomes,
    SendingsService,
    RefusalsService,
    GroupsService,
    ImportService,
    ImportBulkService,
    ContactLetters,
    LetterRecipients,
    OpenContacts,
    VerificationService,
  ],
  exports: [ContactsService, HoldersService, LetterRecipients, OpenContacts, VerificationService],
})
export class ContactsModule implements OnModuleInit {
  constructor(
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly jobs: Jobs,
    private readonly moves: OrganizationMoves,
    private readonly db: Db,
    private readonly sensitive: SensitiveSources,
    private readonly texts: ContactsSensitiveSource,
    private readonly trash: TrashSources,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedContacts);
    this.trash.register(groupsTrash);
    [handoverWait(this.works), askedWait, vacantWait].forEach((wait) => this.waits.register(wait));
    const nightly = jobKind({ name: 'contacts.handovers', data: z.object({}) });
    this.jobs.schedule(nightly, '20 4 * * *', () =>
      this.db.transaction(async () => {
        await this.db.query('select handover_open_due()');
      }),
    );
    this.sensitive.register('contacts', this.texts);
    this.titles.register('contacts', 'select f.id, f.title from contact_function f');
    this.moves.register(
      'contacts',
      sqlMover(this.db, {
        preview: `select 'contacts.function' as kind, count(*)::int as count from contact_function where organization_id = $1`,
        move: 'contact_organization_move',
        putBack: 'contact_organization_put_back',
      }),
    );
    this.moves.register(
      'contacts.groups',
      sqlMover(this.db, {
        preview: `select 'contacts.group' as kind, count(*)::int as count from contact_group where organization_id = $1 and removed_at is null`,
        move: 'contact_group_move',
        putBack: 'contact_group_put_back',
      }),
    );
    this.moves.register(
      'contacts.sendings',
      sqlMover(this.db, {
        preview: `select 'contacts.sending' as kind, count(*)::int as count from contact_sending where organization_id = $1`,
        move: 'contact_sending_move',
        putBack: 'contact_sending_put_back',
      }),
    );
  }
}
