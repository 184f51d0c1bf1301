import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { writers } from '@samverkan/actions/api';
import { LetterRecipients } from '@samverkan/contacts/api';
import {
  CONFIGURATION,
  type Configuration,
  Db,
  Jobs,
  type Letter,
  Mail,
  Parties,
  both,
  homeOf,
  jobKind,
} from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';

const letter = jobKind({
  name: 'comments.mention-letter',
  data: z.strictObject({ commentId: Id, functionId: Id, organizationId: Id }),
});
type Mentioned = z.infer<typeof letter.data>;

interface Facts {
  by: string;
  title: string;
}

/** What still stands when the letter is written, as the organisation it goes to sees it. */
const facts = `
  select o.name as by, f.title from comment_mention m join action_comment c on c.id = m.comment_id join action a on a.id = c.action_id
    join organization o on o.id = c.organization_id join contact_function f on f.id = m.function_id
  where m.comment_id = $1 and m.function_id = $2 and m.seen_at is null and c.removed_at is null and f.organization_id = ctx_org() and f.retired_on is null`;

/** A letter to each function that is mentioned: through the queue, written as its own organisation. Never what was said nor about which action. */
@Injectable()
export class CommentMail implements OnModuleInit {
  private readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly recipients: LetterRecipients,
  ) {
    this.home = homeOf(settings);
  }

  onModuleInit(): void {
    this.jobs.register(letter, (data, job) => this.write(job.id, data));
  }

  /** In the running transaction: it leaves when that has committed. Where there is no mail, it stands on the start page all the same. */
  async mentioned(data: Mentioned): Promise<void> {
    if (this.mail.isAvailable) await this.jobs.send(letter, data);
  }

  private async write(jobId: string, { commentId, functionId, organizationId }: Mentioned): Promise<void> {
    const actor = await this.parties.actorOf(organizationId, writers);
    if (!actor) return;
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          const about = await this.db.one<Facts>(facts, [commentId, functionId]);
          if (!about) return;
          for (const address of await this.recipients.ofFunction(functionId, writers))
            await this.mail.send(this.words(address, about, commentId));
        }),
      actor,
    );
  }

  private words(to: string, { by, title }: Facts, commentId: string): Letter {
    return {
      to,
      // Neutral: a subject is read on a locked screen, where nobody’s name should stand.
      subject: both('Ni nämns i en kommentar i Samverkan', 'You are mentioned in a comment in Samverkan'),
      body: {
        sv: [
          'Hej!',
          `${by} nämner funktionen ${title} i en kommentar till en insats.`,
          'Logga in för att läsa vad det gäller och svara.',
        ],
        en: [
          'Hello!',
          `${by} mentions the function ${title} in a comment on an action.`,
          'Sign in to read what it is about and to answer.',
        ],
      },
      link: { url: `${this.home}/kommentarer/${commentId}`, words: both('Läs kommentaren', 'Read the comment') },
    };
  }
}
