import type { Comments } from '@samverkan/comments/contract';
import { actionPolicy } from '@samverkan/actions/api';
import { Injectable } from '@nestjs/common';
import { SeenAs, currentActor, notFound } from '@samverkan/shared/api';
import { talkPolicy } from './comments.policy';
import { CommentsQuery } from './comments.query';
import { CommentsService } from './comments.service';

/** What is said about an action as another party's user gets it, for its owners. */
@Injectable()
export class CommentsSeenAsService {
  constructor(
    private readonly query: CommentsQuery,
    private readonly seenAs: SeenAs,
    private readonly comments: CommentsService,
  ) {}

  async of(actionId: string, organizationId: string): Promise<Comments> {
    const action = await this.query.action(actionId);
    if (!action) throw notFound();
    talkPolicy.require('read', currentActor(), action);
    actionPolicy.require('changeVisibility', currentActor(), action);
    return this.seenAs.read({ area: 'comments', objectId: actionId, organizationId }, () =>
      this.comments.of(actionId, true),
    );
  }
}
