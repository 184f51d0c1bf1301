import { Injectable } from '@nestjs/common';
import { type Actor, Refusal, type RequestScope, runInScope } from '@samverkan/shared/api';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { actorOf } from './actor-of';
import { ApiTokens } from './api-tokens';
import { bearerOf } from './bearer';
import { Members } from './members';
import { Sessions, isOver } from './sessions';

/** Opens the request's scope and puts the actor in it, once: from the session and today's memberships, or from the token of an organisation's system. */
@Injectable()
export class ActorMiddleware {
  constructor(
    private readonly members: Members,
    private readonly tokens: ApiTokens,
    private readonly sessions: Sessions,
  ) {}

  readonly use = (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    response.setHeader('X-Request-Id', requestId);
    this.present(request, response).then(
      (actor) => {
        const scope: RequestScope = { requestId, ...(actor ? { actor } : {}) };
        runInScope(scope, () => next());
      },
      (error: unknown) => {
        if (error instanceof Refusal && error.status === 401)
          response.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"');
        runInScope({ requestId }, () => next(error));
      },
    );
  };

  /** A session is kept for somebody who may do something by it, and for nobody else. */
  private async present(request: Request, response: Response): Promise<Actor | undefined> {
    const actor = await this.actorOf(request);
    if (actor && bearerOf(request) === undefined) await this.sessions.signOfLife(request, response);
    return actor;
  }

  /** Undefined when nobody is signed in, or the membership she acted by has ended. */
  async actorOf(request: Request): Promise<Actor | undefined> {
    const token = bearerOf(request);
    if (token !== undefined) return this.tokens.actorOf(token, request.ip ?? '');
    const { userId, membershipId } = request.session ?? {};
    if (!userId || isOver(request.session)) return undefined;
    const member = await this.members.of(userId);
    const acting = member?.memberships.find((membership) => membership.id === membershipId);
    return member && acting ? actorOf(member, acting) : undefined;
  }
}
