import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Members, Sessions } from '@samverkan/identity/api';
import { type Actor, Db, Notifications } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { LiveStream } from './live-stream';
import { Telling } from './telling';

const beatMs = 4000;

/** All open streams of this process. */
@Injectable()
export class LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly telling: Telling;

  constructor(
    db: Db,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly notifications: Notifications,
  ) {
    this.telling = new Telling(db);
  }

  onModuleInit(): void {
    this.notifications.on('samverkan_events', () => void this.telling.tell());
  }

  /** A stopping process sends its readers to another replica; they go on from their cursor. */
  beforeApplicationShutdown(): void {
    // Spread over a second and a half, so that the other replica is not asked by all at once.
    for (const stream of this.telling.all()) stream.close(500 + Math.floor(Math.random() * 1500));
  }

  async serve(request: Request, response: Response, actor: Actor, after: string | undefined): Promise<void> {
    const stream = new LiveStream(actor, response);
    const beat = setInterval(() => void this.check(request, actor, stream), beatMs);
    beat.unref();
    response.on('close', () => {
      clearInterval(beat);
      this.telling.remove(stream);
      stream.close();
    });
    stream.begin((await this.telling.end()).cursor, after);
    if (!stream.isClosed) this.telling.add(stream);
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
