import * as z from 'zod';

/** Kinds of file that are taken, told by what is in them and not by their names. */
export const fileTypes = ['pdf', 'docx', 'xlsx', 'png', 'jpg', 'webp'] as const;
export const FileType = z.enum(fileTypes).meta({ id: 'FileType' });
export type FileType = z.infer<typeof FileType>;

/** A picture is kept drawn anew, and shown as itself. */
export const isPicture = (type: FileType): boolean => type === 'png' || type === 'jpg' || type === 'webp';

/** Bytes: 15 MB. */
export const mostFileBytes = 15 * 1024 * 1024;

/** A file that is kept, as its readers are told of it. */
export const StoredFile = z
  .object({
    type: FileType,
    /** Bytes. */
    size: z.number().int(),
    /** Of a PDF, how many pages; of a workbook, how many sheets; null of a picture and a document. */
    pages: z.number().int().nullable(),
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;
