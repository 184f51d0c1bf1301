import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecipients } from '@samverkan/contacts/api';
import { Db, Jobs, Ledger, Mail, Parties, currentActor, jobKind } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { PublicationOwnerLetters } from './publication-owner-letters';
import { keepers } from './publications.policy';

const letter = jobKind({
  name: 'publications.owner-letter',
  data: z.strictObject({ publicationId: Id, organizationId: Id }),
});

/** Who has named the acting board an owner, as long as it has not seen to that. */
const stands = `select b.name as by from publication_owning w join publication p on p.id = w.publication_id join organization b on b.id = w.by_organization_id
  where w.publication_id = $1 and w.organization_id = ctx_org() and w.seen_at is null and w.left_at is null and ctx_org() = any (p.owner_ids) and p.removed_at is null`;

/** Whoever is named an owner by another is told: on its start page until it has seen to it, and by a letter. */
@Injectable()
export class PublicationOwning implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: PublicationOwnerLetters,
    private readonly recipients: LetterRecipients,
  ) {}

  onModuleInit(): void {
    this.jobs.register(letter, (data, job) => this.write(job.id, data));
  }

  /** In the running transaction: the letters leave when that has committed. */
  async tell(publicationId: string, named: readonly string[]): Promise<void> {
    const others = named.filter((id) => id !== currentActor().organizationId);
    if (others.length === 0) return;
    const written = await this.db.query<{ id: string }>('select id from publication_owners_named($1, $2) id', [
      publicationId,
      others,
    ]);
    await this.ledger.audited('publication.owner-named', 'publications', publicationId);
    if (!this.mail.isAvailable) return;
    for (const { id } of written) await this.jobs.send(letter, { publicationId, organizationId: id });
  }

  private async write(jobId: string, { publicationId, organizationId }: z.infer<typeof letter.data>): Promise<void> {
    const actor = await this.parties.actorOf(organizationId, keepers);
    if (!actor) return;
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          // Seen to, left or taken out meanwhile: nobody is written to about what is no more.
          const about = await this.db.one<{ by: string }>(stands, [publicationId]);
          if (!about) return;
          for (const address of await this.recipients.people(keepers))
            await this.mail.send(this.letters.named(address, { id: publicationId, by: about.by }));
        }),
      actor,
    );
  }
}
