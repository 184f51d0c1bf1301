import { type ContactHolder, HolderInput, type Naming } from '@samverkan/contacts/contract';
import { today } from '@samverkan/shared/portal';
import * as z from 'zod';

/** Who holds a function, as a form has it. `other` in `userId` is somebody without an account, whose name is written. */
export interface HolderDraft {
  naming: Naming | 'vacant';
  userId: string;
  name: string;
  validFrom: string;
  validTo: string;
  deputy: boolean;
}

export const emptyHolder: HolderDraft = {
  naming: 'named',
  userId: '',
  name: '',
  validFrom: '',
  validTo: '',
  deputy: false,
};

export const holderOf = (holder: ContactHolder): HolderDraft => ({
  naming: holder.naming ?? 'unnamed',
  userId: holder.userId ?? (holder.name ? 'other' : ''),
  name: holder.userId ? '' : (holder.name ?? ''),
  validFrom: holder.validFrom,
  validTo: holder.validTo ?? '',
  deputy: holder.deputy,
});

export const newHolder = (): HolderDraft => ({ ...emptyHolder, validFrom: today() });

const whoOf = ({ naming, userId, name }: HolderDraft) =>
  naming === 'unnamed' || naming === 'vacant'
    ? { userId: null, name: null }
    : userId === 'other'
      ? { userId: null, name: name.trim() || null }
      : { userId: userId || null, name: null };

export const asHolder = (draft: HolderDraft): Record<string, unknown> => ({
  naming: draft.naming,
  ...whoOf(draft),
  validFrom: draft.validFrom || null,
  validTo: draft.validTo || null,
  deputy: draft.deputy,
});

export const HolderDraftSchema = z.preprocess((draft) => asHolder(draft as HolderDraft), HolderInput);
