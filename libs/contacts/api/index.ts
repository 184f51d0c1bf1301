export { ContactFunctionEntity } from './contact-function.entity';
export { isVacant } from './contact.sql';
export { ContactHolderEntity } from './contact-holder.entity';
export { ContactsModule } from './contacts.module';
export { type OpenContact, OpenContacts } from './open-contacts';
export { LetterRecipients } from './letter-recipients';
export { ContactsService } from './contacts.service';
export { VerificationService } from './verification.service';
export { type FunctionHeld, HoldersService } from './holders.service';
