import { Inject, Injectable } from '@nestjs/common';
import { NoticeKind } from '@samverkan/activity/contract';
import { CONFIGURATION, type Configuration, Sealer, homeOf, notFound } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';

const purpose = 'unsubscribe';
const goodForMs = 90 * 86_400_000;
const Content = z.strictObject({ user: Id, kind: z.enum(['all', ...NoticeKind.options]), until: z.number() });

/** Links in the day's letter that say no without signing in. What they carry is sealed: nobody can make or read one. */
@Injectable()
export class UnsubscribeLinks {
  readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly sealer: Sealer,
  ) {
    this.home = homeOf(settings);
  }

  /** The code stands after #, which no server and no log is sent; and opening the page changes nothing, since mail scanners open everything. */
  async to(user: string, kind: 'all' | NoticeKind): Promise<string> {
    const token = await this.sealer.seal({ user, kind, until: Date.now() + goodForMs }, purpose);
    return `${this.home}/avsluta-mejl#${token}`;
  }

  /** Throws 404 for what is not such a code, or no longer. */
  async read(token: string): Promise<{ user: string; kind: 'all' | NoticeKind }> {
    const content = Content.safeParse(await this.sealer.open(token, purpose).catch(() => undefined));
    if (!content.success || content.data.until < Date.now()) throw notFound();
    return content.data;
  }
}
