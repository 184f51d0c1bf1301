// One file on its way to a publication: sent, asked about, sent again with the answer.
import type { Publication, PublicationConcern } from '@samverkan/publications/contract';
import { type ProblemIssue, mostFileBytes } from '@samverkan/shared/contract';
import { asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import type { FileFacts, PublicationRequests } from './publications.data';

/** What the API asks about before it takes a file, and on which pages. */
export interface Concern {
  kind: PublicationConcern;
  code: string;
  pages: readonly number[];
}

/** How it went: the publication as it stands now; what must be answered first; or the code of what is wrong, with the page where it stands. */
export type Outcome =
  { publication: Publication } | { concerns: readonly Concern[] } | { code: string; pages: readonly number[] };

export class FileAdding {
  constructor(
    private readonly requests: PublicationRequests,
    private readonly publicationId: string,
    readonly file: File,
    private readonly facts: FileFacts,
  ) {}

  /** Throws what is no answer of the API. */
  async send(accepted: readonly PublicationConcern[]): Promise<Outcome> {
    if (this.file.size > mostFileBytes) return { code: 'file.too-large', pages: [] };
    if (this.file.size === 0) return { code: 'file.missing', pages: [] };
    try {
      // What was refused was not written: another answer is another request.
      const key = newIdempotencyKey();
      return { publication: await this.requests.addFile(this.publicationId, this.file, this.facts, accepted, key) };
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
    const concern = kinds.get(key) ?? { kind: kind as PublicationConcern, code, pages: [] };
    if (page) concern.pages.push(Number(page));
    kinds.set(key, concern);
  }
  return [...kinds.values()];
}
