// The message's own form: what its fields hold.
import { ContactSendingPreviewInput } from '@samverkan/contacts/contract';
import { guardGrade, guardText } from '@samverkan/shared/contract';

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

/** What may be kept as a draft: a text the guard stops or asks about stays in the browser's field alone. */
export const keepableSending = (draft: SendingDraft): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) => typeof value !== 'string' || !['stop', 'ask'].includes(guardGrade(guardText(value)) ?? ''),
    ),
  );
