// The form's own shape of a function: what the fields hold, and how it becomes what the API takes.
import {
  ContactChange,
  type ContactFunction,
  ContactInput,
  type ContactVisibility,
} from '@samverkan/contacts/contract';
import { type GuardConfirmed, keepable } from '@samverkan/shared/contract';
import * as z from 'zod';
import { type HolderDraft, asHolder, emptyHolder } from './holder-draft';

/** What is said of the function itself. */
export interface FactsDraft {
  title: string;
  subjects: string[];
  municipalityCodes: string[];
  mailbox: string;
  phone: string;
  note: string;
}

export interface ContactDraft extends FactsDraft, HolderDraft {
  visibility: ContactVisibility;
}

export const emptyContact: ContactDraft = {
  title: '',
  subjects: [],
  municipalityCodes: [],
  mailbox: '',
  phone: '',
  note: '',
  ...emptyHolder,
  visibility: 'county',
};

export const factsOf = (contact: ContactFunction): FactsDraft => ({
  title: contact.title,
  subjects: [...contact.subjects],
  municipalityCodes: [...contact.municipalityCodes],
  mailbox: contact.mailbox ?? '',
  phone: contact.phone ?? '',
  note: contact.note,
});

export const asFacts = (draft: Partial<FactsDraft>): Record<string, unknown> => ({
  ...draft,
  ...('mailbox' in draft ? { mailbox: draft.mailbox?.trim() || null } : {}),
  ...('phone' in draft ? { phone: draft.phone?.trim() || null } : {}),
});

export const asInput = (draft: ContactDraft, guardConfirmed: GuardConfirmed): unknown => {
  const { title, subjects, municipalityCodes, mailbox, phone, note, visibility } = draft;
  return {
    ...asFacts({ title, subjects, municipalityCodes, mailbox, phone, note }),
    visibility,
    holder: draft.naming === 'vacant' ? null : asHolder(draft),
    guardConfirmed,
  };
};

/** The contract's schemas, reading the form's shape: what is wrong with the holder is told on the form's own fields. */
export const ContactDraftSchema = z.unknown().superRefine((draft, context) => {
  const read = ContactInput.safeParse(asInput(draft as ContactDraft, []));
  for (const issue of read.error?.issues ?? [])
    context.addIssue({
      input: draft,
      ...issue,
      path: issue.path[0] === 'holder' ? issue.path.slice(1) : issue.path,
    } as z.core.$ZodRawIssue);
});
export const FactsDraftSchema = z.preprocess((draft) => asFacts(draft as FactsDraft), ContactChange);

/** What is kept as a draft: never the name of whoever holds the function, which may be one that is to stay inside. */
export const keptContact = ({ name: _name, userId: _user, ...draft }: ContactDraft): Record<string, unknown> =>
  keepable(draft);
