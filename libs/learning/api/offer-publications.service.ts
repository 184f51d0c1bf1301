import { Injectable } from '@nestjs/common';
import type { BegunPublication, Offer, OfferPublications, PublicationOffers } from '@samverkan/learning/contract';
import { PublicationsService } from '@samverkan/publications/api';
import { PublicationInput, type PublicationVisibility } from '@samverkan/publications/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden } from '@samverkan/shared/api';
import { OffersService } from './offers.service';

type Material = OfferPublications['materials'][number];

/** As long as they may be in a publication. */
const longest = { title: 160, authors: 600, summary: 4000 };

/** What was made for a training and is published. */
@Injectable()
export class OfferPublicationsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly offers: OffersService,
    private readonly publications: PublicationsService,
  ) {}

  async ofOffer(offerId: string): Promise<OfferPublications> {
    return this.standing(await this.offers.read(offerId));
  }

  /** What there is of it, and what of its material may still become one. */
  private async standing(offer: Offer): Promise<OfferPublications> {
    const rows = await this.db.query<OfferPublications['items'][number] & { piece: boolean }>(
      `select p.id, p.title, p.year, p.number, p.status, t.step_id as "stepId", t.piece from offer_publication t join publication p on p.id = t.publication_id
       where t.offer_id = $1 and p.removed_at is null order by p.id desc`,
      [offer.id],
    );
    const items = rows.map(({ piece: _piece, ...item }) => item);
    const begun = new Set(rows.flatMap(({ piece, stepId }) => (piece && !stepId ? [] : [stepId])));
    const materials = publishes(offer)
      ? (await this.materialsOf(offer)).filter(({ stepId }) => !begun.has(stepId))
      : [];
    return { items, materials };
  }

  /** Begins a draft of the acting board with what is known of the material, to be shown as widely as the training and no wider. It is taken back as any draft is. */
  async begin(offerId: string, stepId: string | null): Promise<BegunPublication> {
    const offer = await this.offers.read(offerId);
    if (!publishes(offer)) throw forbidden();
    await this.db.query(`select pg_advisory_xact_lock(hashtext('offer.publication ' || $1))`, [offerId]);
    const { items, materials } = await this.standing(offer);
    const material = materials.find((one) => one.stepId === stepId);
    if (!material && items.some((one) => one.stepId === stepId)) throw conflict('offer.is-publication');
    if (!material) throw badInput([{ path: 'stepId', code: 'field.not-a-choice' }]);
    const summary = stepId === null ? asSummary(offer.description) : '';
    const title = material.title.length < 3 ? offer.title : material.title;
    const publication = await this.publications.enter(
      PublicationInput.parse({
        title,
        type: 'guide',
        authors: offer.provider || authorsOf(offer),
        summary,
        links: material.link ? [{ title: title.slice(0, longest.title), address: material.link }] : [],
        visibility: widthOf(offer),
      }),
    );
    await this.db.query(
      'insert into offer_publication (publication_id, offer_id, piece, step_id) values ($1, $2, $3, $4)',
      [publication.id, offerId, stepId !== null, stepId],
    );
    // In the training's history it would tell all its readers of a draft that is its board's own.
    await this.ledger.audited('learning.published', 'learning', offerId);
    return { ...publication, summaryCut: stepId === null && summary.length < offer.description.trim().length };
  }

  async ofPublication(publicationId: string): Promise<PublicationOffers> {
    await this.publications.read(publicationId);
    return {
      items: await this.db.query<PublicationOffers['items'][number]>(
        `select o.id, o.title, o.kind from offer_publication t join offer o on o.id = t.offer_id where t.publication_id = $1`,
        [publicationId],
      ),
    };
  }

  private async materialsOf({ id, title, link }: Offer): Promise<Material[]> {
    const steps = await this.db.query<Material>(
      'select id as "stepId", title, link from offer_step where offer_id = $1 order by place, id',
      [id],
    );
    return [{ stepId: null, title, link }, ...steps];
  }
}

/** County boards publish, and only what they hold. */
const publishes = ({ allowed }: Offer): boolean =>
  allowed.host && ['county_staff', 'county_admin'].includes(currentActor().role);

/** Those who hold it, as many as there is room for. */
const authorsOf = ({ hosts }: Offer): string =>
  hosts.reduce((all, { name }) => {
    const more = all ? `${all}, ${name}` : name;
    return more.length > longest.authors ? all : more;
  }, '');

/** A publication has no participants: what is for those of a training is its owners' own until they widen it. */
const widthOf = ({ visibility }: Offer): PublicationVisibility => (visibility === 'participants' ? 'own' : visibility);

/** As many whole sentences as there is room for; of one that is longer, as many whole words. */
function asSummary(description: string): string {
  const text = description.trim();
  if (text.length <= longest.summary) return text;
  const room = text.slice(0, longest.summary + 1);
  const end = [...room.matchAll(/[.!?…]["”’)]?(?=\s)|\n/g)].at(-1);
  const sentences = end ? room.slice(0, end.index + end[0].length).trim() : '';
  return sentences || room.slice(0, room.search(/\s\S*$/)).trim() || text.slice(0, longest.summary);
}
