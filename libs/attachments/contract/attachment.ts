import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, StoredFile, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/** The line of the action that something belongs to. */
export const AttachmentLine = z.object({ id: Id, happenedOn: Day }).meta({ id: 'AttachmentLine' });
export type AttachmentLine = z.infer<typeof AttachmentLine>;

/** A file, or a link to a page elsewhere, that hangs at an action, or at one of its lines, and is read by whoever reads that. */
export const Attachment = z
  .object({
    id: Id,
    kind: z.enum(['file', 'link']),
    /** The file's name with its ending, or what the link is called. */
    title: z.string(),
    /** A link's. */
    address: z.string().nullable(),
    /** Null of a link, and of a file that was taken away because it named somebody. */
    file: StoredFile.nullable(),
    /** Null of what hangs at the action as a whole. */
    update: AttachmentLine.nullable(),
    organization: OrganizationRef,
    /** Who hung it there; only readers of her own organisation get the name. */
    addedBy: z.string().nullable(),
    createdAt: Moment,
    /** The reader may take it away: her organisation hung it there, or owns the action. */
    removable: z.boolean(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

/** What hangs at an action and at its lines, oldest first. */
export const Attachments = z.object({ items: z.array(Attachment), mayAdd: z.boolean() }).meta({ id: 'Attachments' });
export type Attachments = z.infer<typeof Attachments>;

/** What the uploader has been told of a file and adds it all the same: that it names its author, that no text in it could be read, that the guard asks about numbers in it. */
export const fileConcerns = ['author', 'unread', 'numbers'] as const;
export type FileConcern = (typeof fileConcerns)[number];

/** How a file is added: the body is the file as it is. */
export const FileInput = z
  .strictObject({
    /** With its ending; what kind it is is told by what is in it. */
    name: line(160),
    /** Concerns that are accepted, with commas between. */
    accepted: z
      .string()
      .regex(/^(?:(?:author|unread|numbers)(?:,|$))*$/)
      .default(''),
    /** The line of the action that it belongs to, if any. */
    updateId: Id.optional(),
  })
  .meta({ id: 'FileInput' });
export type FileInput = z.infer<typeof FileInput>;

export const LinkInput = z
  .strictObject({
    title: line(160, 3),
    address: z.url({ protocol: /^https?$/ }).max(600),
    /** The line of the action that it belongs to, if any. */
    updateId: Id.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'LinkInput' });
export type LinkInput = z.infer<typeof LinkInput>;
