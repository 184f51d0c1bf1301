import { Inject, Injectable } from '@nestjs/common';
import type { DemoAccount, Session, SignInOptions } from '@samverkan/identity/contract';
import {
  CONFIGURATION,
  type Configuration,
  Db,
  Ledger,
  Refusal,
  currentActor,
  notFound,
  notSignedIn,
} from '@samverkan/shared/api';
import type { Request } from 'express';
import { DEMO_ACCOUNTS } from './demo-accounts.token';
import { type Member, Members } from './members';
import { Sessions } from './sessions';

@Injectable()
export class SessionService {
  constructor(
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly db: Db,
    private readonly ledger: Ledger,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
    @Inject(DEMO_ACCOUNTS) private readonly demoAccounts: readonly DemoAccount[],
  ) {}

  options(): SignInOptions {
    const demo = this.settings.SAMVERKAN_DEMO;
    return { demo, demoAccounts: demo ? [...this.demoAccounts] : [] };
  }

  async current(): Promise<Session> {
    const actor = currentActor();
    const member = await this.members.of(actor.userId);
    if (!member) throw notSignedIn();
    return this.view(member, actor.membershipId);
  }

  /** The person's first membership is where she begins; without one she has nothing to sign in to. */
  async signIn(request: Request, userId: string): Promise<Session> {
    const member = await this.members.of(userId);
    const first = member?.memberships[0];
    if (!member || !first) throw new Refusal(401, 'session.wrong-credentials');
    await this.sessions.begin(request, userId, first.id);
    await this.db.transaction(() => this.ledger.audited('session.began', 'identity', null), {
      userId,
      name: member.user.name,
      membershipId: first.id,
      organizationId: first.organization.id,
      role: first.role,
      countyCodes: first.countyCodes,
    });
    return this.view(member, first.id);
  }

  async actAs(request: Request, membershipId: string): Promise<Session> {
    const actor = currentActor();
    const member = await this.members.of(actor.userId);
    if (!member?.memberships.some((membership) => membership.id === membershipId)) throw notFound();
    await this.ledger.audited('session.acts-for', 'identity', membershipId);
    await this.sessions.begin(request, actor.userId, membershipId);
    return this.view(member, membershipId);
  }

  async signOut(request: Request): Promise<void> {
    await this.ledger.audited('session.ended', 'identity', null);
    await this.sessions.end(request);
  }

  private view(member: Member, membershipId: string): Session {
    const acting = member.memberships.find((membership) => membership.id === membershipId);
    if (!acting) throw notSignedIn();
    return { user: member.user, acting, memberships: member.memberships, demo: this.settings.SAMVERKAN_DEMO };
  }
}
