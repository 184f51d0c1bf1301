// The rows trainings are made of, as the queries shape them.
import type { Offer, OfferStatus } from '@samverkan/learning/contract';
import type { OfferFacts } from './offers.policy';

export interface OfferRow extends OfferFacts {
  id: string;
  organizationId: string;
  status: OfferStatus;
  statusBefore: OfferStatus | null;
  /** Who is meant to see it when it is no longer a draft. */
  wanted: number;
  version: number;
}

export interface OfferContent extends OfferRow {
  content: Omit<Offer, 'allowed'>;
}
