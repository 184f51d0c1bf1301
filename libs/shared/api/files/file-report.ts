import type { FileType } from '@samverkan/shared/contract';

/** What was found in a file that is taken. */
export interface FileReport {
  type: FileType;
  /** The text of each page or sheet in order (a document is one); none where there is no text to read. */
  pages: string[];
  /** Who the file itself says has written it. */
  author: string | null;
}
