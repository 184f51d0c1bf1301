import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Membership } from '@samverkan/identity/contract';
import { Notifications } from '@samverkan/shared/api';
import { SignInPool } from './sign-in.pool';

export interface Member {
  user: { id: string; name: string; email: string };
  memberships: Membership[];
  shortcuts: boolean;
}

const freshMs = 5000;

/** Who a person is and what she may act for today. Kept at most five seconds, and dropped the moment a right changes. */
@Injectable()
export class Members implements OnModuleInit {
  private readonly kept = new Map<string, { at: number; member: Promise<Member | undefined> }>();

  constructor(
    private readonly signIn: SignInPool,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.notifications.on('samverkan_identity', (userId) => (userId ? this.kept.delete(userId) : this.kept.clear()));
  }

  of(userId: string): Promise<Member | undefined> {
    const known = this.kept.get(userId);
    if (known && Date.now() - known.at < freshMs) return known.member;
    const member = this.read(userId);
    if (this.kept.size > 10_000) this.kept.clear();
    this.kept.set(userId, { at: Date.now(), member });
    member.catch(() => this.kept.delete(userId));
    return member;
  }

  /** Something about her was just changed by this very request. */
  forget(userId: string): void {
    this.kept.delete(userId);
  }

  private async read(userId: string): Promise<Member | undefined> {
    const { rows } = await this.signIn.pool.query<Member>({ name: 'members', text: memberSql, values: [userId] });
    return rows[0];
  }
}

const memberSql = `
  select json_build_object('id', u.id, 'name', u.name, 'email', u.email) as "user", u.shortcuts,
    coalesce((
      select json_agg(json_build_object(
          'id', m.id, 'role', m.role, 'title', m.title,
          'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
          'countyCodes', coalesce((select json_agg(c.county_code order by c.county_code) from organization_county c where c.organization_id = o.id), '[]'))
        order by m.valid_from, m.id)
      from membership m join organization o on o.id = m.organization_id
      where m.user_id = u.id and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())), '[]') as memberships
  from app_user u where u.id = $1 and u.disabled_at is null`;
