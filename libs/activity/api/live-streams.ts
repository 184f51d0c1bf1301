import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Members, Sessions } from '@samverkan/identity/api';
import { type Actor, Db, Notifications } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { LiveStream } from './live-stream';

const beatMs = 4000;

/** All open streams of this process. */
@Injectable()
export class LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly open = new Set<LiveStream>();

  constructor(
    private readonly db: Db,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.notifications.on('samverkan_events', () => this.open.forEach((stream) => void stream.tell()));
  }

  /** A stopping process sends its readers to another replica; they go on from their cursor. */
  beforeApplicationShutdown(): void {
    // Spread over a second and a half, so that the other replica is not asked by all at once.
    this.open.forEach((stream) => stream.close(500 + Math.floor(Math.random() * 1500)));
  }

  async serve(request: Request, response: Response, actor: Actor, after: string | undefined): Promise<void> {
    const stream = new LiveStream(this.db, actor, response);
    const beat = setInterval(() => void this.check(request, actor, stream), beatMs);
    beat.unref();
    response.on('close', () => {
      clearInterval(beat);
      this.open.delete(stream);
      stream.close();
    });
    await stream.open(after);
    this.open.add(stream);
    await stream.tell();
  }

  /** A session or membership that has ended ends the stream within five seconds. */
  private async check(request: Request, actor: Actor, stream: LiveStream): Promise<void> {
    try {
      const member = await this.members.of(actor.userId);
      const acting = member?.memberships.find((membership) => membership.id === actor.membershipId);
      const unchanged = acting?.role === actor.role && acting.countyCodes.join() === actor.countyCodes.join();
      if (unchanged && (await this.sessions.isAlive(request))) stream.beat();
      else stream.close();
    } catch {
      stream.close();
    }
  }
}
