import { contactWays } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  badInput,
  notFound,
} from '@samverkan/shared/api';
import { type Visibility, visibilityAt } from '@samverkan/shared/contract';
import { ContactFunctionEntity } from './contact-function.entity';
import { hiddenReport, openNamesOf, referenceOf } from './contact-sensitive.query';

interface Report {
  functionId: string;
  organizationId: string;
  text: string;
  day: string;
}

/** How the texts of functions, and what readers say is wrong with them, are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class ContactSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const report = kind === 'report' ? await this.report(id) : null;
    const contact = await this.contact(kind, report?.functionId ?? id);
    const row = await this.db.one<{ reference: string }>(referenceOf, [contact.id]);
    const reference = row?.reference ?? '';
    // What only its own organisation sees, the county's administrators do not get to see by its being hidden.
    const countyCodes = contact.visibility === 0 ? [] : contact.countyCodes;
    await this.db.query('select contact_text_hide($1, $2)', [kind, id]);
    if (report) {
      await this.tell(contact);
      return {
        reference: `${reference}, ${report.day}`,
        ownerIds: [...new Set([contact.organizationId, report.organizationId])],
        countyCodes,
      };
    }
    await this.ledger.gone(
      { area: 'contacts', objectId: contact.id, kind: 'contact.gone', goalIds: [] },
      { level: contact.visibility, owners: [contact.organizationId], partners: [], counties: contact.countyCodes },
    );
    return { reference, ownerIds: [contact.organizationId], countyCodes };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    if (kind === 'report') {
      const { text } = await this.report(id);
      return [{ name: 'text', text, max: 500, lines: 'several', required: false }];
    }
    const contact = await this.contact(kind, id);
    const names = await this.names(id);
    return [
      { name: 'title', text: contact.title, max: 120, lines: 'one', required: true },
      { name: 'note', text: contact.note, max: 1000, lines: 'several', required: false },
      { name: 'mailbox', text: contact.mailbox ?? '', max: 254, lines: 'one', required: false },
      { name: 'phone', text: contact.phone ?? '', max: 40, lines: 'one', required: false },
      { name: 'holderNames', text: names.join('\n'), max: 4000, lines: 'several', required: false },
    ];
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const report = kind === 'report' ? await this.report(id) : null;
    if (!report && clean) await this.refuseWrong(id, clean);
    const before = report ? null : await this.contact(kind, id);
    await this.db.query('select contact_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    // Who cleans what she told about a function may see it no longer: then there is nothing to tell her side of it.
    const contact = before ?? (await this.db.repo(ContactFunctionEntity).findOneBy({ id: report?.functionId ?? id }));
    if (!contact) return;
    if (clean && before)
      await this.ledger.changed(traceOf(before), before.version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
    await this.tell(contact);
  }

  /** A way to reach it must be one; a name can be taken away, and is put right among the holders. */
  private async refuseWrong(id: string, clean: Readonly<Record<string, string>>): Promise<void> {
    const issues = (['mailbox', 'phone'] as const)
      .filter((name) => clean[name] && !contactWays[name].safeParse(clean[name]).success)
      .map((name) => ({ path: `texts.${name}`, code: 'field.wrong-form' }));
    const names = await this.names(id);
    const given = (clean['holderNames'] ?? '').split('\n').map((name) => name.trim());
    if (given.some((name) => name !== '' && !names.includes(name)))
      issues.push({ path: 'texts.holderNames', code: 'holder.name-only-removed' });
    if (issues.length > 0) throw badInput(issues);
  }

  private async names(id: string): Promise<string[]> {
    return (await this.db.query<{ name: string }>(openNamesOf, [id])).map(({ name }) => name);
  }

  private async contact(kind: string, id: string): Promise<ContactFunctionEntity> {
    const known = kind === 'function' || kind === 'report';
    const contact = known ? await this.db.repo(ContactFunctionEntity).findOneBy({ id }) : null;
    if (!contact) throw notFound();
    return contact;
  }

  private async report(id: string): Promise<Report> {
    const report = await this.db.one<Report>(hiddenReport, [id]);
    if (!report) throw notFound();
    return report;
  }

  private readonly tell = (contact: ContactFunctionEntity): Promise<void> =>
    this.ledger.happened(traceOf(contact), 'contact.changed', null);
}

const traceOf = (contact: ContactFunctionEntity): { area: string; objectId: string; visibility: Visibility } => ({
  area: 'contacts',
  objectId: contact.id,
  visibility: visibilityAt(contact.visibility),
});
