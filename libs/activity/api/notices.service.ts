import { Injectable } from '@nestjs/common';
import type { NoticeChoice, NoticeChoiceInput, NoticeKind, Unsubscribed, WaitList } from '@samverkan/activity/contract';
import { Members, actorOf } from '@samverkan/identity/api';
import { Db, Mail, Waits, currentActor, currentScope, runInScope } from '@samverkan/shared/api';
import { UnsubscribeLinks } from './unsubscribe-links';

export interface Choice {
  digestHour: number | null;
  off: NoticeKind[];
}

/** Who has not chosen is told each morning. */
const standard: Choice = { digestHour: 7, off: [] };

const chosen = `select digest_hour as "digestHour", to_json(off) as off from notice_choice where user_id = ctx_user()`;

@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Db,
    private readonly mail: Mail,
    private readonly members: Members,
    private readonly waits: Waits,
    private readonly links: UnsubscribeLinks,
  ) {}

  async choice(): Promise<NoticeChoice> {
    const member = await this.members.of(currentActor().userId);
    return { ...(await this.kept()), email: member?.user.email ?? '', mailWorks: this.mail.isAvailable };
  }

  async choose({ digestHour, off }: NoticeChoiceInput): Promise<NoticeChoice> {
    await this.keep({ digestHour, off: [...new Set(off)] });
    return this.choice();
  }

  /** Says no for the person the letter was sent to, whoever opens its link: it can only make less come. */
  async refuse(token: string): Promise<Unsubscribed> {
    const { user, kind } = await this.links.read(token);
    const member = await this.members.of(user);
    const [membership] = member?.memberships ?? [];
    // A closed account gets no letters anyhow.
    if (!member || !membership) return { kind };
    // The request came without anybody's context: this is done in a transaction of hers.
    const { runner: _theirs, ...scope } = currentScope() ?? { requestId: 'unsubscribe' };
    const herself = actorOf(member, membership);
    await runInScope(scope, () =>
      this.db.transaction(async () => {
        const now = await this.kept();
        const off = kind === 'all' ? now.off : [...new Set([...now.off, kind])];
        await this.keep({ digestHour: kind === 'all' ? null : now.digestHour, off });
      }, herself),
    );
    return { kind };
  }

  /** What the person whose context runs has chosen. */
  async kept(): Promise<Choice> {
    return (await this.db.one<Choice>(chosen)) ?? standard;
  }

  async waiting(): Promise<WaitList> {
    const rows = await this.db.query<{ kind: string; n: number }>(this.waits.query, [currentActor().organizationId]);
    return { items: this.waits.told(rows) };
  }

  private async keep({ digestHour, off }: Choice): Promise<void> {
    await this.db.query(
      `insert into notice_choice (digest_hour, off) values ($1, $2)
       on conflict (user_id) do update set digest_hour = excluded.digest_hour, off = excluded.off, changed_at = clock_timestamp()`,
      [digestHour, off],
    );
  }
}
