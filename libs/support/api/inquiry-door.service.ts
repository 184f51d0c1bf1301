import { Injectable } from '@nestjs/common';
import { SignInLimits, newToken, tokenHash } from '@samverkan/identity/api';
import type { County } from '@samverkan/geography/contract';
import { type PageLanguage, slugOf } from '@samverkan/public/api';
import { Db, Ledger, Mail, uncleanFields } from '@samverkan/shared/api';
import { SupportInquiryInput } from '@samverkan/support/contract';
import type { InquiryFault, InquiryField, TypedInquiry } from './inquiry.page';
import { InquiryLetters } from './inquiry-letters';

/** Support asked for by somebody without an account: kept until the address is confirmed, and then the county board's to read. */
@Injectable()
export class InquiryDoorService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: InquiryLetters,
    private readonly limits: SignInLimits,
  ) {}

  /** Letters can be sent, and somebody at the board reads what comes in. */
  async isOpen(countyCode: string): Promise<boolean> {
    if (!this.mail.isAvailable) return false;
    const row = await this.db.one<{ open: boolean }>('select support_inquiry_open($1) as open', [countyCode]);
    return row?.open ?? false;
  }

  /** What must be put right before it can be kept. */
  faultsOf(typed: TypedInquiry, municipalities: readonly { code: string }[]): readonly InquiryFault[] {
    const read = SupportInquiryInput.safeParse(typed);
    const faults = new Map<InquiryField, InquiryFault[1]>(
      read.success ? [] : read.error.issues.map(({ path }) => [path[0] as InquiryField, 'wrong']),
    );
    if (typed.party !== 'region' && !municipalities.some(({ code }) => code === typed.party))
      faults.set('party', 'wrong');
    for (const field of uncleanFields(typed)) faults.set(field, 'sensitive');
    return [...faults];
  }

  /** Counts a try that would send a letter; false when there have been too many from the network, or enough letters to the address. */
  async mayAsk(countyCode: string, network: string, address: string): Promise<boolean> {
    const row = await this.db.one<{ may: boolean }>('select support_inquiry_may($1, $2) as may', [countyCode, address]);
    return row?.may === true && (await this.limits.countDoor(network));
  }

  /** Keeps it and sends the letter that confirms the address. */
  async ask({ code: countyCode, shortName }: County, language: PageLanguage, typed: TypedInquiry): Promise<void> {
    const { party, workplace, title, text, form, urgency, replyTo } = SupportInquiryInput.parse(typed);
    const code = newToken();
    await this.db.transaction(async () => {
      const row = await this.db.one<{ id: string }>(
        'select support_inquiry_add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id',
        [
          countyCode,
          party === 'region' ? null : party,
          workplace,
          title,
          text,
          form,
          urgency,
          replyTo,
          language,
          tokenHash(code),
        ],
      );
      await this.mail.sendAll([this.letters.confirm(replyTo, { language, slug: slugOf(shortName) }, code)]);
      await this.ledger.audited('support.inquiry-written', 'support', row?.id ?? null, 'done', 'by-link');
    });
  }

  /** What the code of a letter is for; undefined when it is used, too old or not whole. */
  seen(code: string): Promise<{ countyCode: string; need: string; language: PageLanguage } | undefined> {
    return this.db.one(
      'select s.county_code as "countyCode", s.title as need, s.language from support_inquiry_seen($1) s',
      [tokenHash(code)],
    );
  }

  /** The address is confirmed: the county board has it from now on. False when the code is not good. */
  async confirm(code: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const row = await this.db.one<{ id: string | null }>('select support_inquiry_confirm($1) as id', [
        tokenHash(code),
      ]);
      if (!row?.id) return false;
      await this.ledger.audited('support.inquiry-confirmed', 'support', row.id, 'done', 'by-link');
      return true;
    });
  }
}
