// The message's own form: what its fields hold.
import { ContactSendingPreviewInput } from '@samverkan/contacts/contract';

export interface SendingDraft {
  replyTo: string;
  subject: string;
  text: string;
}

export const emptySending: SendingDraft = { replyTo: '', subject: '', text: '' };

export const SendingDraftSchema = ContactSendingPreviewInput.pick({
  replyTo: true,
  subject: true,
  text: true,
});
