import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, Moment, SeenAsQuery, pageFields, pageOf, prose } from '@samverkan/shared/contract';
import * as z from 'zod';

/** How many functions one comment may mention. */
export const mostMentions = 10;
/** How many comments an action shows before the earlier ones are asked for. */
export const shownComments = 50;

/** A function, as others call it: never who holds it. */
export const MentionedFunction = z
  .object({ id: Id, title: z.string(), organization: OrganizationRef })
  .meta({ id: 'MentionedFunction' });
export type MentionedFunction = z.infer<typeof MentionedFunction>;

/** Stands in the text as `@[position]`. `function` is null where the reader does not see that function. */
export const CommentMention = z
  .object({ position: z.number().int(), function: MentionedFunction.nullable() })
  .meta({ id: 'CommentMention' });
export type CommentMention = z.infer<typeof CommentMention>;

/** What somebody has said about an action. */
export const Comment = z
  .object({
    id: Id,
    actionId: Id,
    /** Mentions stand in it as `@[1]`, `@[2]` … */
    text: z.string(),
    mentions: z.array(CommentMention),
    organization: OrganizationRef,
    /** Who wrote it; only readers of the writer's own organisation get the name. */
    writtenBy: z.string().nullable(),
    createdAt: Moment,
    /** When its words were last changed. */
    changedAt: Moment.nullable(),
    /** It mentions a function of the reader's organisation, and nobody there has read it. */
    unread: z.boolean(),
    version: z.number().int(),
    allowed: z.object({ edit: z.boolean(), takeBack: z.boolean() }),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof Comment>;

/** Oldest first. */
export const Comments = z
  .object({
    items: z.array(Comment),
    /** All there are; more than `items` while the earlier ones have not been asked for. */
    total: z.number().int(),
    /** The action is about sheltered housing: no address may stand in what is written about it. */
    aboutShelter: z.boolean(),
    allowed: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Comments' });
export type Comments = z.infer<typeof Comments>;

export const CommentsQuery = SeenAsQuery.extend({
  /** The earlier ones too, not only the latest. */
  all: z.stringbool().optional(),
}).meta({ id: 'CommentsQuery' });
export type CommentsQuery = z.infer<typeof CommentsQuery>;

export const CommentInput = z
  .strictObject({
    /** `@[1]` stands for the first of `functionIds`, and so on. */
    text: prose(2000).min(1),
    functionIds: z
      .array(Id)
      .max(mostMentions)
      .default([])
      .refine((ids) => new Set(ids).size === ids.length, 'comment.mentioned-twice'),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'CommentInput' });
export type CommentInput = z.infer<typeof CommentInput>;

/** What it said before, latest first; for the organisation that wrote it. */
export const CommentWordings = z
  .object({ items: z.array(z.object({ until: Moment, text: z.string() })) })
  .meta({ id: 'CommentWordings' });
export type CommentWordings = z.infer<typeof CommentWordings>;

/** Functions the writer sees, to choose from while she writes. `reads`: its organisation sees the action as it is shown now. */
export const Mentionables = z
  .object({ items: z.array(MentionedFunction.extend({ reads: z.boolean() })) })
  .meta({ id: 'Mentionables' });
export type Mentionables = z.infer<typeof Mentionables>;

export const MentionablesQuery = z
  .strictObject({
    /** The beginning of words of the function's or its organisation's name. Empty: those who do the action first. */
    q: prose(80).default(''),
  })
  .meta({ id: 'MentionablesQuery' });
export type MentionablesQuery = z.infer<typeof MentionablesQuery>;

/** A comment in which functions of the reader's organisation are mentioned. */
export const CommentToUs = Comment.extend({
  action: z.object({ id: Id, title: z.string() }),
}).meta({ id: 'CommentToUs' });
export type CommentToUs = z.infer<typeof CommentToUs>;

export const CommentsToUs = pageOf(CommentToUs, 'CommentsToUs');
export type CommentsToUs = z.infer<typeof CommentsToUs>;

export const CommentsToUsQuery = z
  .strictObject({
    ...pageFields,
    /** Only those nobody here has read. */
    unread: z.stringbool().optional(),
  })
  .meta({ id: 'CommentsToUsQuery' });
export type CommentsToUsQuery = z.infer<typeof CommentsToUsQuery>;
