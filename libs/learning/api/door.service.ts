import { Injectable } from '@nestjs/common';
import { GeographyQuery } from '@samverkan/geography/api';
import { SignInLimits, tokenHash } from '@samverkan/identity/api';
import { GuestRegistration } from '@samverkan/learning/contract';
import type { PageLanguage } from '@samverkan/public/api';
import { Db, Ledger, Sealer } from '@samverkan/shared/api';
import { guardText } from '@samverkan/shared/contract';
import * as z from 'zod';
import type { Door, GuestField } from './door.page';
import { type ToldRegistration, registrationPurpose } from './registration-letters';
import { RegistrationMail } from './registration-mail';
import { RegistrationsService } from './registrations.service';

const Code = z.strictObject({ id: z.uuid() });
export const guestFields = ['name', 'email', 'organization', 'municipalityCode', 'profession'] as const;

/** Registration by those who have a link and no account. What they have is the link; nothing that a browser sends by itself counts. */
@Injectable()
export class DoorService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly limits: SignInLimits,
    private readonly sealer: Sealer,
    private readonly geography: GeographyQuery,
    private readonly news: RegistrationMail,
    private readonly registrations: RegistrationsService,
  ) {}

  /** What the link leads to; the link is not used up by looking. */
  async door(token: string): Promise<Door | undefined> {
    const row = await this.db.one<{ door: Door | null }>('select offer_door($1) as door', [tokenHash(token)]);
    return row?.door ?? undefined;
  }

  async choices(door: Door, language: PageLanguage) {
    const counties = await this.geography.counties();
    const wide = door.countyCodes.length === 0;
    const municipalities = counties
      .flatMap((county) => county.municipalities.map((one) => ({ ...one, countyCode: county.code })))
      .filter(({ code, countyCode }) => wide || door.countyCodes.includes(countyCode) || door.keptFor.includes(code))
      .map(({ code, name }) => ({ value: code, label: name }));
    const professions = door.professions.map((term) => ({ value: term.value, label: term[language] }));
    return { municipalities, professions };
  }

  /** Counts a form from a network; false when there have been too many. */
  readonly counts = (network: string): Promise<boolean> => this.limits.countDoor(network);

  /** Registers. Gives the fields that must be put right; none when it is done, and undefined when the link leads nowhere any more. */
  async register(
    token: string,
    typed: Partial<Record<GuestField, string>>,
  ): Promise<readonly GuestField[] | undefined> {
    const read = GuestRegistration.safeParse(typed);
    const wrong = new Set<GuestField>(read.success ? [] : read.error.issues.map(({ path }) => path[0] as GuestField));
    for (const field of ['name', 'organization'] as const)
      if (guardText(typed[field] ?? '').some(({ grade }) => grade !== 'hint')) wrong.add(field);
    const door = await this.door(token);
    if (!door?.opens) return undefined;
    const { municipalities, professions } = await this.choices(door, 'sv');
    const among = (field: GuestField, choices: readonly { value: string }[]) => {
      if (typed[field] && !choices.some(({ value }) => value === typed[field])) wrong.add(field);
    };
    among('municipalityCode', municipalities);
    among('profession', professions);
    if (wrong.size > 0 || !read.success) return [...wrong];
    const { municipalityCode, profession, ...who } = read.data;
    const given = { ...who, municipalityCode: municipalityCode || null, profession: profession || null };
    return this.db.transaction(async () => {
      const row = await this.db.one<{ done: { id: string; state: 'registered' | 'waiting'; fresh: boolean } | null }>(
        'select offer_register($1, $2) as done',
        [tokenHash(token), JSON.stringify(given)],
      );
      if (!row?.done) return undefined;
      // Who was there already is written to again, and the page says the same: nobody learns who else has registered.
      const may = await this.limits.mayWriteTo(
        this.limits.pseudonym(`learning:${door.sessionId}:${given.email.toLowerCase()}`),
      );
      if (may || row.done.fresh) await this.news.tell([row.done.id], row.done.state);
      await this.ledger.audited('learning.registered', 'learning', door.offerId, 'done', 'by-link');
      return [];
    });
  }

  /** The registration that the sealed code is of. */
  async own(code: string): Promise<ToldRegistration | undefined> {
    try {
      const { id } = Code.parse(await this.sealer.open(code, registrationPurpose));
      return (await this.news.told([id]))[0];
    } catch {
      return undefined;
    }
  }

  async end({ id, offerId }: ToldRegistration): Promise<void> {
    await this.db.transaction(async () => {
      await this.registrations.end(id);
      await this.ledger.audited('learning.registration-ended', 'learning', offerId, 'done', 'by-link');
    });
  }
}
