// The day's letter: what waits for a person and how much others have changed, for each organisation she acts for. Counts and links, no titles.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NoticeKind } from '@samverkan/activity/contract';
import { type Member, Members, actorOf } from '@samverkan/identity/api';
import { Db, Jobs, Mail, Titles, Waits, jobKind, log } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { digestLetter } from './digest-letter';
import { newsCount } from './news-count.query';
import { NoticesService } from './notices.service';
import { UnsubscribeLinks } from './unsubscribe-links';

const hourly = jobKind({ name: 'activity.digests', data: z.object({}) });
const hers = jobKind({ name: 'activity.digest', data: z.strictObject({ userId: Id }) });

/** Who has been away is told of a week, not of everything; and what still waits is told again after as long. */
const longestDays = 7;

type Counts = Readonly<Record<string, number>>;

interface Mark {
  since: string;
  /** How many of each kind waited when the letter was last thought of. */
  before: Counts | null;
  /** A letter has told of what waits within the week. */
  reminded: boolean | null;
}

@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly members: Members,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly notices: NoticesService,
    private readonly links: UnsubscribeLinks,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule(hourly, '2 * * * *', () => this.begin(hourInSweden(new Date())));
    this.jobs.register(hers, async ({ userId }) => {
      await this.tell(userId);
    });
  }

  /** A job for each person whose letter leaves at the hour; a second call the same day adds nobody who has been told. */
  async begin(hour: number): Promise<void> {
    if (!this.mail.isAvailable) return;
    const due = await this.db.query<{ id: string }>('select digests_due($1) as id', [hour]);
    await this.db.transaction(async () => {
      for (const { id } of due) await this.jobs.send(hers, { userId: id }, { key: id });
    });
    if (due.length > 0) log.info({ people: due.length }, 'daily letters are due');
  }

  /** Writes her letters of today; how many. Running it again the same day writes none: the mark and the letter are one transaction. */
  async tell(userId: string): Promise<number> {
    const member = await this.members.of(userId);
    let written = 0;
    const seen = new Set<string>();
    for (const membership of member?.memberships ?? []) {
      if (seen.has(membership.organization.id)) continue;
      seen.add(membership.organization.id);
      const wrote = await this.db.transaction(
        () => this.write(member as Member, membership),
        actorOf(member as Member, membership),
      );
      if (wrote) written += 1;
    }
    return written;
  }

  private async write(member: Member, { organization }: Member['memberships'][number]): Promise<boolean> {
    const { off } = await this.notices.kept();
    const [mark] = await this.db.query<Mark>(
      `insert into digest_mark as d (sent_on, told_until) values (today(), now()) on conflict (user_id, organization_id) do update
         set sent_on = today(), told_until = now() where d.sent_on < today()
       returning (select t.waits from digest_told t where t.user_id = d.user_id and t.organization_id = d.organization_id) as before,
         (select t.told_on > today() - ${longestDays} from digest_told t where t.user_id = d.user_id and t.organization_id = d.organization_id) as reminded,
         coalesce((select greatest(b.told_until, now() - interval '${longestDays} days') from digest_mark b
         where b.user_id = d.user_id and b.organization_id = d.organization_id), now() - interval '1 day')::text as since`,
    );
    if (!mark) return false;
    const says = (kind: string) => !off.includes(kind as NoticeKind);
    const waits = says('waiting')
      ? this.waits.told(await this.db.query<{ kind: string; n: number }>(this.waits.letterQuery, [organization.id]))
      : [];
    const counted = await this.db.query<{ area: string; n: number }>(newsCount(this.titles.union), [mark.since]);
    const news = counted.filter(({ area }) => says(area));
    if (!(await this.hasSomethingToTell(mark, waits, news.length > 0))) return false;
    const kinds = ['all', ...(waits.length > 0 ? ['waiting'] : []), ...news.map(({ area }) => area)] as (
      'all' | NoticeKind
    )[];
    const refusals = await Promise.all(
      kinds.map(async (kind) => ({ kind, url: await this.links.to(member.user.id, kind) })),
    );
    const { home } = this.links;
    await this.mail.send(
      digestLetter({ to: member.user.email, organization: organization.name, waits, news, home, refusals }),
    );
    for (const note of this.waits.notesOf(waits.map(({ kind }) => kind))) await this.db.query(note);
    return true;
  }

  /** What still waits is a reason for a letter when more of it waits than before, when something falls due today, or a week after it was told; what others have changed always is. */
  private async hasSomethingToTell(
    mark: Mark,
    waits: readonly { kind: string; count: number }[],
    news: boolean,
  ): Promise<boolean> {
    const counts = Object.fromEntries(waits.map(({ kind, count }) => [kind, count]));
    const isDue = this.waits.anyDue(Object.keys(counts));
    const leaves =
      news || isDue || (waits.length > 0 && (mark.reminded !== true || hasGrown(mark.before ?? {}, counts)));
    await this.db.query(
      `insert into digest_told as t (waits, told_on) values ($1, case when $2::boolean then today() end)
       on conflict (user_id, organization_id) do update set waits = excluded.waits, told_on = coalesce(excluded.told_on, t.told_on)`,
      [JSON.stringify(counts), leaves && waits.length > 0],
    );
    return leaves;
  }
}

/** Whether something waits that did not wait then. */
const hasGrown = (before: Counts, now: Counts): boolean =>
  Object.entries(now).some(([kind, count]) => count > (before[kind] ?? 0));

/** 0–23 by the clock on a Swedish wall. */
const hourInSweden = (at: Date): number =>
  Number(
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
