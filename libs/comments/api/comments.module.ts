import { Module, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import { SensitiveSources, Titles, Waits, TrashSources } from '@samverkan/shared/api';
import { commentsTrash } from './comments.trash';
import { ActionCommentsController } from './action-comments.controller';
import { CommentMail } from './comment-mail';
import { CommentSensitiveService } from './comment-sensitive.service';
import { CommentsController } from './comments.controller';
import { CommentsKeeping } from './comments.keeping';
import { CommentsQuery } from './comments.query';
import { CommentsSeenAsService } from './comments-seen-as.service';
import { CommentsService } from './comments.service';
import { commentsWait } from './comments.wait';
import { MentionsService } from './mentions.service';

@Module({
  imports: [ContactsModule],
  controllers: [ActionCommentsController, CommentsController],
  providers: [
    CommentMail,
    CommentSensitiveService,
    CommentsKeeping,
    CommentsQuery,
    CommentsSeenAsService,
    CommentsService,
    MentionsService,
  ],
})
export class CommentsModule implements OnModuleInit {
  constructor(
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly sensitive: SensitiveSources,
    private readonly texts: CommentSensitiveService,
    private readonly trash: TrashSources,
  ) {}

  onModuleInit(): void {
    this.trash.register(commentsTrash);
    // News of a comment is called by its action.
    this.titles.register(
      'comments',
      'select c.id, a.title from action_comment c join action a on a.id = c.action_id where c.removed_at is null',
      ['comment.changed'],
    );
    this.waits.register(commentsWait);
    this.sensitive.register('comments', this.texts);
  }
}
