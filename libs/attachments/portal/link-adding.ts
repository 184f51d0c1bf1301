import { asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import type { Adding, Outcome } from './adding';
import type { AttachmentRequests, GivenLink, Place } from './attachments.data';

/** A link on its way to a line that has just been written. */
export class LinkAdding implements Adding {
  private readonly key = newIdempotencyKey();

  constructor(
    private readonly requests: AttachmentRequests,
    private readonly link: GivenLink,
  ) {}

  get name(): string {
    return this.link.title;
  }

  async send(place: Place): Promise<Outcome> {
    try {
      return { attachments: await this.requests.addLink(place, this.link, this.key) };
    } catch (error) {
      const code = asProblem(error)?.issues?.[0]?.code;
      if (!code) throw error;
      return { code, pages: [] };
    }
  }
}
