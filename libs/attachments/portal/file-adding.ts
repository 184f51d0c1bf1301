// One file on its way to an action: sent, asked about, sent again with the answer.
import type { Attachments, FileConcern } from '@samverkan/attachments/contract';
import type { ProblemIssue } from '@samverkan/shared/contract';
import { mostFileBytes } from '@samverkan/shared/contract';
import { asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import type { AttachmentRequests } from './attachments.data';

/** What the API asks about before it takes a file, and on which pages. */
export interface Concern {
  kind: FileConcern;
  code: string;
  pages: readonly number[];
}

/** How it went: everything that hangs there now; what must be answered first; or the code of what is wrong, with the page where it stands. */
export type Outcome =
  { attachments: Attachments } | { concerns: readonly Concern[] } | { code: string; pages: readonly number[] };

export class FileAdding {
  constructor(
    private readonly requests: AttachmentRequests,
    private readonly actionId: string,
    readonly file: File,
  ) {}

  /** Throws what is no answer of the API. */
  async send(accepted: readonly FileConcern[]): Promise<Outcome> {
    if (this.file.size > mostFileBytes) return { code: 'file.too-large', pages: [] };
    if (this.file.size === 0) return { code: 'file.missing', pages: [] };
    try {
      // What was refused was not written: another answer is another request.
      const key = newIdempotencyKey();
      return { attachments: await this.requests.addFile(this.actionId, this.file, accepted, key) };
    } catch (error) {
      const issues = asProblem(error)?.issues ?? [];
      const [first] = issues;
      if (!first) throw error;
      if (issues.every(({ path }) => path.startsWith('accepted.'))) return { concerns: concernsIn(issues) };
      const pages = issues.filter(({ code }) => code === first.code).map(({ path }) => Number(path.split('.')[2]));
      return { code: first.code, pages: pages.filter((page) => page > 0) };
    }
  }
}

function concernsIn(issues: readonly ProblemIssue[]): Concern[] {
  const kinds = new Map<string, Concern & { pages: number[] }>();
  for (const { path, code } of issues) {
    const [, kind = 'unread', page] = path.split('.');
    const key = `${kind}/${code}`;
    const concern = kinds.get(key) ?? { kind: kind as FileConcern, code, pages: [] };
    if (page) concern.pages.push(Number(page));
    kinds.set(key, concern);
  }
  return [...kinds.values()];
}
