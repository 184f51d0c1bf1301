import { Inject, Injectable } from '@nestjs/common';
import type { Subscription, SubscriptionInput, SubscriptionMade } from '@samverkan/calendar/contract';
import { Members, actorOf, newToken, tokenHash } from '@samverkan/identity/api';
import {
  CONFIGURATION,
  type Configuration,
  Db,
  Ledger,
  currentActor,
  homeOf,
  moment,
  notFound,
} from '@samverkan/shared/api';
import { calendarFile } from './calendar-file.view';
import { CalendarService } from './calendar.service';

interface Known {
  userId: string;
  organizationId: string;
  mine: boolean;
  lang: 'sv' | 'en';
}

/** The secret address a calendar program fetches a person's days from: made, taken away, and answered. */
@Injectable()
export class SubscriptionsService {
  readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly members: Members,
    private readonly calendar: CalendarService,
  ) {
    this.home = homeOf(settings);
  }

  async read(): Promise<Subscription> {
    const row = await this.db.one<{ subscription: Subscription['subscription'] }>(
      `select json_build_object('mine', mine, 'madeAt', ${moment('made_at')}, 'fetchedOn', fetched_on) as subscription
       from calendar_subscription where user_id = ctx_user() and organization_id = ctx_org()`,
    );
    return { subscription: row?.subscription ?? null };
  }

  /** A new address; the one before answers no more. */
  async make({ mine, lang }: SubscriptionInput): Promise<SubscriptionMade> {
    const token = newToken();
    await this.db.query(
      `insert into calendar_subscription as s (token_hash, mine, lang) values ($1, $2, $3) on conflict (user_id, organization_id) do update
         set token_hash = $1, mine = $2, lang = $3, made_at = clock_timestamp(), fetched_on = null`,
      [tokenHash(token), mine, lang],
    );
    await this.ledger.audited('calendar.address-made', 'calendar', currentActor().userId);
    return { ...(await this.read()), address: `${this.home}/api/calendar/feeds/${token}` };
  }

  async remove(): Promise<Subscription> {
    const gone = await this.db.query(
      'delete from calendar_subscription where user_id = ctx_user() and organization_id = ctx_org() returning made_at',
    );
    if (gone.length > 0) await this.ledger.audited('calendar.address-removed', 'calendar', currentActor().userId);
    return { subscription: null };
  }

  /** The days as the address' owner may see them now. 404 for an address that is not known, and for one whose owner no longer acts there. */
  async fetch(token: string): Promise<string> {
    const [known] = await this.db.transaction(() =>
      this.db.query<Known>(
        `select user_id as "userId", organization_id as "organizationId", mine, lang from calendar_subscription_of($1)`,
        [tokenHash(token)],
      ),
    );
    const member = known && (await this.members.of(known.userId));
    const acting = member?.memberships.find(({ organization }) => organization.id === known?.organizationId);
    if (!known || !member || !acting) throw notFound();
    const { mine, lang } = known;
    const days = await this.db.transaction(() => this.calendar.around({ mine }), actorOf(member, acting));
    return calendarFile({ days, lang, home: this.home });
  }
}
