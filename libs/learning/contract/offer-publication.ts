// What was made for a training and has been published, and what it was made for.
import { Publication, PublicationRef, PublicationStatus } from '@samverkan/publications/contract';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { OfferKind } from './offer';

export const OfferPublications = z
  .object({
    /** Those that come from it, as far as the reader may see them, the newest first. */
    items: z.array(
      PublicationRef.extend({
        status: PublicationStatus,
        /** The piece of its material; null for the training itself, and for a piece that no longer stands there. */
        stepId: Id.nullable(),
      }),
    ),
    /** What the reader may make into a publication: of it nothing has been published that she sees. Empty for whoever may not. */
    materials: z.array(
      z.object({
        /** The piece of its material; null for the training itself. */
        stepId: Id.nullable(),
        title: z.string(),
        /** Where it lies on the web; empty where it lies nowhere. */
        link: z.string(),
      }),
    ),
  })
  .meta({ id: 'OfferPublications' });
export type OfferPublications = z.infer<typeof OfferPublications>;

/** Which material is to be a publication: a piece of it, or (null) the training's own. */
export const OfferMaterialInput = z
  .strictObject({ stepId: Id.nullable().default(null) })
  .meta({ id: 'OfferMaterialInput' });
export type OfferMaterialInput = z.infer<typeof OfferMaterialInput>;

/** The draft that was begun. */
export const BegunPublication = Publication.extend({
  /** The training's description was longer than a summary may be: its last sentences are not in the draft. */
  summaryCut: z.boolean(),
}).meta({ id: 'BegunPublication' });
export type BegunPublication = z.infer<typeof BegunPublication>;

/** The trainings that a publication comes from, as far as the reader may see them. */
export const PublicationOffers = z
  .object({ items: z.array(z.object({ id: Id, title: z.string(), kind: OfferKind })) })
  .meta({ id: 'PublicationOffers' });
export type PublicationOffers = z.infer<typeof PublicationOffers>;
