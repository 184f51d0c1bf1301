// One file on its way to an action or a line: sent, asked about, sent again with the answer.
import type { FileConcern } from '@samverkan/attachments/contract';
import type { ProblemIssue } from '@samverkan/shared/contract';
import { checkFileName, mostFileBytes } from '@samverkan/shared/contract';
import { asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import type { Adding, Concern, Outcome } from './adding';
import type { AttachmentRequests, Place } from './attachments.data';

export class FileAdding implements Adding {
  private key = newIdempotencyKey();
  private sentWith = '';

  constructor(
    private readonly requests: AttachmentRequests,
    private readonly file: File,
  ) {}

  get name(): string {
    return this.file.name;
  }

  async send(place: Place, accepted: readonly FileConcern[]): Promise<Outcome> {
    if (this.file.size > mostFileBytes) return { code: 'file.too-large', pages: [] };
    if (this.file.size === 0) return { code: 'file.missing', pages: [] };
    // What the guard stops does not leave the browser.
    const unfit = checkFileName(this.name).find(({ grade }) => grade !== 'hint');
    if (unfit) return { code: unfit.code, pages: [] };
    // Another answer is another request; the same one sent again, as after a break in the connection, adds nothing more.
    if (accepted.join() !== this.sentWith) this.key = newIdempotencyKey();
    this.sentWith = accepted.join();
    try {
      return { attachments: await this.requests.addFile(place, this.file, accepted, this.key) };
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
