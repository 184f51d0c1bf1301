import { Injectable } from '@nestjs/common';
import type {
  Invitation,
  InvitationChoices,
  InvitationInput,
  PeoplePage,
  PeopleQuery,
} from '@samverkan/identity/contract';
import { Db, Ledger, Mail, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { Letters } from './letters';
import { newToken, tokenHash } from './one-time-token';
import { type Place, peoplePolicy, rolesIn } from './people.policy';
import { type InvitationRow, PeopleQueries, type PersonRow } from './people.query';

/** What administrators do with the people they look after. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: Letters,
  ) {}

  async list(query: PeopleQuery): Promise<PeoplePage> {
    const actor = currentActor();
    const { found, items } = await this.queries.page(query);
    await this.ledger.contactRead(
      'identity',
      items.map(({ userId }) => userId),
    );
    return {
      items: items.map(({ countyCodes, whole, ...person }) => {
        const allowed = peoplePolicy.allowed(actor, placeOf({ ...person, countyCodes, whole }));
        const stands = person.validTo === null || person.validTo >= today();
        return {
          ...person,
          allowed: {
            end: allowed.end && stands,
            attest: allowed.attest && stands,
            open: allowed.open && person.disabled !== null && person.disabled !== 'erased',
            close: allowed.close && person.disabled === null,
            extract: allowed.extract,
          },
        };
      }),
      page: query.page,
      size: query.size,
      total: Math.min(found, countCap),
      capped: found > countCap,
    };
  }

  async invitations(): Promise<Invitation[]> {
    const invitations = await this.queries.invitations();
    await this.ledger.contactRead(
      'identity',
      invitations.map(({ id }) => id),
    );
    return invitations.map(plain);
  }

  async choices(): Promise<InvitationChoices> {
    const actor = currentActor();
    const organizations = await this.queries.organizations();
    return {
      organizations: organizations.map(({ id, name, kind, countyCodes }) => ({
        id,
        name,
        kind,
        roles: rolesIn(kind).filter((role) => peoplePolicy.can('invite', actor, { role, countyCodes })),
      })),
    };
  }

  /** Sends the invitation in the same transaction. One waiting already is replaced by it. */
  async invite(input: InvitationInput): Promise<Invitation> {
    const organization = (await this.queries.organizations()).find(({ id }) => id === input.organizationId);
    if (!organization) throw badInput([{ path: 'organizationId', code: 'invitation.not-yours' }]);
    const place: Place = { role: input.role, countyCodes: organization.countyCodes };
    if (!rolesIn(organization.kind).includes(input.role) || !peoplePolicy.can('invite', currentActor(), place))
      throw badInput([{ path: 'role', code: 'invitation.role-not-fitting' }]);
    const there = await this.db.one(
      `select 1 from membership m join app_user u on u.id = m.user_id where lower(u.email) = lower($1) and m.organization_id = $2
         and m.role = $3 and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null`,
      [input.email, input.organizationId, input.role],
    );
    if (there) throw conflict('invitation.is-member');
    await this.db.query(
      `update invitation set withdrawn_at = clock_timestamp()
       where lower(email) = lower($1) and organization_id = $2 and role = $3 and used_at is null and withdrawn_at is null`,
      [input.email, input.organizationId, input.role],
    );
    const token = newToken();
    const row = await this.db.one<{ id: string }>(
      `insert into invitation (token_hash, email, organization_id, role, title, invited_by) values ($1, $2, $3, $4, $5, ctx_user()) returning id`,
      [tokenHash(token), input.email, input.organizationId, input.role, input.title],
    );
    if (!row) throw notFound();
    return this.sent(row.id, token, 'invitation.sent');
  }

  /** A new code by mail; the old one is worth nothing from now on. */
  async resend(id: string): Promise<Invitation> {
    const invitation = await this.hers(id);
    if (invitation.state === 'used' || invitation.state === 'withdrawn') throw conflict('invitation.is-over');
    const token = newToken();
    const done = await this.db.query(
      `update invitation set token_hash = $2, invited_at = clock_timestamp(), expires_at = now() + interval '7 days'
       where id = $1 and used_at is null and withdrawn_at is null returning id`,
      [id, tokenHash(token)],
    );
    if (done.length === 0) throw conflict('invitation.is-over');
    return this.sent(id, token, 'invitation.sent-again');
  }

  /** Withdrawn once, it is so to whoever withdraws it again; one that has been used stands. */
  async withdraw(id: string): Promise<void> {
    await this.hers(id);
    const done = await this.db.query(
      'update invitation set withdrawn_at = clock_timestamp() where id = $1 and used_at is null and withdrawn_at is null returning id',
      [id],
    );
    if (done.length > 0) return this.ledger.audited('invitation.withdrawn', 'identity', id);
    if ((await this.hers(id)).state === 'used') throw conflict('invitation.is-over');
  }

  /** The membership's last day. From the day after nothing can be done by it, within five seconds also when it is today's end. */
  async end(id: string, lastDay: string): Promise<void> {
    const membership = await this.lookedAfter(id);
    peoplePolicy.require('end', currentActor(), placeOf(membership));
    // "From now": yesterday was its last day.
    await this.db.query(
      `update membership set valid_to = greatest($2::date, valid_from - 1, today() - 1) where id = $1`,
      [id, lastDay],
    );
    await this.ledger.audited('membership.ended', 'identity', id);
  }

  /** "She still works here": the membership holds another year. */
  async attest(id: string): Promise<void> {
    const membership = await this.lookedAfter(id);
    peoplePolicy.require('attest', currentActor(), placeOf(membership));
    await this.db.query('update membership set attested_on = today(), warned_on = null where id = $1', [id]);
    await this.ledger.audited('membership.attested', 'identity', id);
  }

  /** A closed account may be signed in to again; who she is she proves as before. */
  async open(membershipId: string): Promise<void> {
    const membership = await this.lookedAfter(membershipId);
    peoplePolicy.require('open', currentActor(), placeOf(membership));
    const opened = await this.db.query(
      `update app_user set disabled_at = null, disabled_reason = null, seen_on = today(), warned_on = null
       where id = $1 and disabled_reason is distinct from 'erased' returning id`,
      [membership.userId],
    );
    if (opened.length === 0) throw conflict('account.erased');
    await this.ledger.audited('account.opened', 'identity', membership.userId);
  }

  /** Nobody can sign in to the account, and its sessions die within five seconds. Memberships stand. */
  async close(membershipId: string): Promise<void> {
    const membership = await this.lookedAfter(membershipId);
    peoplePolicy.require('close', currentActor(), placeOf(membership));
    const closed = await this.db.query(
      `update app_user set disabled_at = clock_timestamp(), disabled_reason = 'by-hand' where id = $1 and disabled_at is null returning id`,
      [membership.userId],
    );
    if (closed.length === 0) throw conflict('account.is-closed');
    await this.ledger.audited('account.closed', 'identity', membership.userId);
  }

  private async lookedAfter(id: string): Promise<PersonRow> {
    const membership = await this.queries.membership(id);
    if (!membership) throw notFound();
    return membership;
  }

  private async hers(id: string): Promise<InvitationRow> {
    const [invitation] = await this.queries.invitations(id);
    if (!invitation) throw notFound();
    return invitation;
  }

  private async sent(id: string, token: string, verb: string): Promise<Invitation> {
    const invitation = await this.hers(id);
    await this.mail.send(
      this.letters.invitation(invitation.email, invitation.organization.name, currentActor().name, token),
    );
    await this.ledger.audited(verb, 'identity', id);
    return plain(invitation);
  }
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

const placeOf = ({
  countyCodes,
  role,
  userId,
  whole,
  sealed,
}: Omit<Place, 'userId'> & { countyCodes: string[]; userId: string }): Place => ({
  countyCodes,
  role,
  userId,
  whole,
  sealed,
});

const plain = ({ countyCodes: _, ...invitation }: InvitationRow): Invitation => invitation;
