import { Injectable } from '@nestjs/common';
import { newToken, tokenHash } from '@samverkan/identity/api';
import type { Offer, Registrations } from '@samverkan/learning/contract';
import { Db, Ledger, Mail, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import { RegistrationLetters, type Told } from './registration-letters';
import { RegistrationMail } from './registration-mail';
import { registrationsOf } from './registrations.query';
import { OffersService } from './offers.service';
import { OfferSessionsService } from './offer-sessions.service';

/** So many are invited by one organisation in a day. */
const mostInvitations = 500;

/** Who comes to a session, for those who hold it; and whoever is signed in, for herself. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: RegistrationLetters,
    private readonly news: RegistrationMail,
    private readonly offers: OffersService,
    private readonly sessions: OfferSessionsService,
    private readonly terms: TermsService,
  ) {}

  async list(offerId: string, sessionId: string): Promise<Registrations> {
    await this.hosted(offerId, sessionId);
    const row = await this.db.one<{ content: Registrations }>(registrationsOf, [sessionId]);
    if (!row) throw notFound();
    await this.ledger.contactRead(
      'learning',
      row.content.items.map(({ id }) => id),
    );
    return row.content;
  }

  /** Writes to each address that has not been invited, with a link that works once. Those who have are left alone. */
  async invite(offerId: string, sessionId: string, emails: readonly string[]): Promise<Registrations> {
    const offer = await this.hosted(offerId, sessionId);
    if (offer.status !== 'open') throw conflict('offer.not-open');
    if (!this.mail.isAvailable) throw conflict('mail.not-configured');
    const today = await this.db.one<{ n: number }>(
      `select count(*)::int as n from offer_invitation where counted_for = ctx_org() and invited_at > now() - interval '1 day'`,
    );
    if ((today?.n ?? 0) + emails.length > mostInvitations) throw conflict('offer.too-many-invitations');
    const told = this.told(offer, sessionId);
    const inviter = offer.hosts.find(({ id }) => id === currentActor().organizationId)?.name ?? '';
    const replyTo = offer.function
      ? await this.db.one<{ mailbox: string | null }>('select mailbox from contact_function where id = $1', [
          offer.function.id,
        ])
      : undefined;
    const letters = [];
    for (const email of new Set(emails.map((one) => one.trim().toLowerCase()))) {
      const token = newToken();
      const made = await this.db.query(
        'insert into offer_invitation (session_id, email, token_hash) values ($1, $2, $3) on conflict do nothing returning id',
        [sessionId, email, tokenHash(token)],
      );
      if (made.length > 0)
        letters.push(this.letters.invite(email, inviter, { ...told, replyTo: replyTo?.mailbox ?? null }, token));
    }
    await this.mail.sendAll(letters);
    await this.ledger.audited('learning.invited', 'learning', offerId);
    return this.list(offerId, sessionId);
  }

  /** Takes an invitation back: its link leads nowhere, its address is forgotten, and the same may be invited anew. */
  async withdraw(offerId: string, sessionId: string, id: string): Promise<Registrations> {
    await this.hosted(offerId, sessionId);
    const done = await this.db.query(
      `update offer_invitation set withdrawn_at = now(), email = id || '@withdrawn.invalid'
       where id = $1 and session_id = $2 and used_at is null and withdrawn_at is null returning id`,
      [id, sessionId],
    );
    if (done.length === 0) throw notFound();
    await this.ledger.audited('learning.invitation-withdrawn', 'learning', offerId);
    return this.list(offerId, sessionId);
  }

  /** A link that may be shared; one made before stops working. */
  async share(offerId: string, sessionId: string): Promise<string> {
    const offer = await this.hosted(offerId, sessionId);
    if (offer.status !== 'open') throw conflict('offer.not-open');
    const token = newToken();
    await this.db.query('update offer_session set link_hash = $2 where id = $1', [sessionId, tokenHash(token)]);
    await this.ledger.audited('learning.link-made', 'learning', offerId);
    return this.letters.door(token);
  }

  async unshare(offerId: string, sessionId: string): Promise<Registrations> {
    await this.hosted(offerId, sessionId);
    await this.db.query('update offer_session set link_hash = null where id = $1', [sessionId]);
    await this.ledger.audited('learning.link-ended', 'learning', offerId);
    return this.list(offerId, sessionId);
  }

  /** Takes somebody out of the list; the seat goes to whoever has waited longest. */
  async remove(offerId: string, sessionId: string, id: string): Promise<Registrations> {
    await this.hosted(offerId, sessionId);
    const found = await this.db.one<{ attended: boolean | null }>(
      'select attended from offer_registration where id = $1 and session_id = $2',
      [id, sessionId],
    );
    if (!found) throw notFound();
    if (found.attended) throw conflict('offer.has-attended');
    await this.end(id);
    await this.ledger.audited('learning.registration-ended', 'learning', offerId);
    return this.list(offerId, sessionId);
  }

  /** Who came, as somebody who holds it has seen. */
  async tick(
    offerId: string,
    sessionId: string,
    came: readonly { id: string; attended: boolean | null }[],
  ): Promise<Registrations> {
    await this.hosted(offerId, sessionId);
    const begun = await this.db.one<{ begun: boolean }>(
      `select day <= today() as begun from offer_session where id = $1`,
      [sessionId],
    );
    if (!begun?.begun) throw conflict('offer.not-held-yet');
    await this.db.query(
      `update offer_registration r set attended = c.attended from jsonb_to_recordset($2::jsonb) as c (id uuid, attended boolean)
       where r.id = c.id and r.session_id = $1 and r.state = 'registered'`,
      [sessionId, JSON.stringify(came)],
    );
    await this.db.query('select offer_reach_count($1)', [sessionId]);
    await this.ledger.audited('learning.attendance-ticked', 'learning', offerId);
    return this.list(offerId, sessionId);
  }

  /** One press by whoever is signed in. */
  async registerSelf(offerId: string, sessionId: string, profession: string | null): Promise<Offer> {
    await this.sessions.one(offerId, sessionId);
    if (profession)
      await this.terms.refuseUnusable([{ path: 'profession', vocabulary: 'profession', codes: profession }]);
    const row = await this.db.one<{ done: { id: string; state: 'registered' | 'waiting'; fresh: boolean } | null }>(
      'select offer_register_self($1, $2) as done',
      [sessionId, profession],
    );
    if (!row?.done) throw conflict('offer.cannot-be-registered-for');
    if (row.done.fresh) await this.news.tell([row.done.id], row.done.state);
    await this.ledger.audited('learning.registered', 'learning', offerId);
    return this.offers.read(offerId);
  }

  /** From her own registration: a seat is hers to give back also when the training is no longer shown to her; then nothing of it is. */
  async endSelf(offerId: string, sessionId: string): Promise<Offer | null> {
    const own = await this.db.one<{ id: string; attended: boolean | null }>(
      'select id, attended from offer_registration where session_id = $1 and user_id = ctx_user()',
      [sessionId],
    );
    if (!own) await this.sessions.one(offerId, sessionId);
    // Asked again it is as it was: nothing of hers stands there.
    if (own) {
      if (own.attended) throw conflict('offer.has-attended');
      await this.end(own.id);
      await this.ledger.audited('learning.registration-ended', 'learning', offerId);
    }
    return (await this.offers.isSeen(offerId)) ? this.offers.read(offerId) : null;
  }

  /** Takes a registration back, and tells whoever gets the seat. */
  async end(id: string): Promise<void> {
    const seated = await this.db.query<{ id: string }>('select id from offer_registration_end($1) id', [id]);
    await this.news.tell(
      seated.map((one) => one.id),
      'seat',
    );
  }

  private async hosted(offerId: string, sessionId: string): Promise<Offer> {
    const { offer } = await this.sessions.one(offerId, sessionId);
    if (!offer.allowed.host || currentActor().userId === '') throw forbidden();
    return offer;
  }

  private told(offer: Offer, sessionId: string): Told {
    const session = offer.sessions.find(({ id }) => id === sessionId);
    if (!session) throw notFound();
    const { day, lastDay, from, to, place } = session;
    const hosts = offer.hosts.map(({ name }) => name);
    return { sessionId, offerId: offer.id, title: offer.title, day, lastDay, from, to, place, hosts, replyTo: null };
  }
}
