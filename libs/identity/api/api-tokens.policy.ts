import { policy } from '@samverkan/shared/api';

/** An organisation with its tokens, as the reader stands to it. */
export interface TokenPlace {
  organizationId: string;
  /** The reader administers it, as row-level security says. */
  administered: boolean;
  /** It is there today, and is not merged into another. */
  stands: boolean;
}

/** An organisation's people see which systems have a way in; who administers it gives and takes them. */
export const apiTokensPolicy = policy<TokenPlace, 'make' | 'revoke'>({
  read: (actor, { organizationId, administered }) => administered || actor.organizationId === organizationId,
  make: (_actor, { administered, stands }) => administered && stands,
  revoke: (_actor, { administered }) => administered,
});
