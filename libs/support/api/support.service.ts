import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict, currentActor, forbidden, notFound, refuseClash } from '@samverkan/shared/api';
import type {
  SupportChange,
  SupportInput,
  SupportPage,
  SupportQuery as Query,
  SupportRequest,
} from '@samverkan/support/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import { SupportLinks } from './support-links.service';
import { verbsOf } from './support-steps';
import { SupportTraces } from './support-traces';
import { handlers, supportPolicy } from './support.policy';
import { SupportQuery } from './support.query';

const columns = {
  title: 'title',
  text: 'text',
  subject: 'subject',
  professions: 'professions',
  staffCount: 'staff_count',
  form: 'form',
  urgency: 'urgency',
  municipalityCode: 'municipality_code',
  functionId: 'function_id',
} as const;
type Column = keyof typeof columns;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Requests for support as they are asked for, changed and read. */
@Injectable()
export class SupportService {
  constructor(
    private readonly db: Db,
    private readonly requests: SupportQuery,
    private readonly links: SupportLinks,
    private readonly traces: SupportTraces,
    private readonly terms: TermsService,
  ) {}

  list(query: Query): Promise<SupportPage> {
    return this.requests.page(query);
  }

  async read(id: string): Promise<SupportRequest> {
    const row = await this.requests.one(id);
    const actor = currentActor();
    if (!row || !supportPolicy.can('read', actor, row)) throw notFound();
    const { ask, handle, change } = supportPolicy.allowed(actor, row);
    const isOpen = ['received', 'reopened', 'in_progress'].includes(row.status);
    return {
      ...row.content,
      links: await this.links.of(id),
      allowed: {
        edit: change && isOpen,
        handle,
        write: change,
        tell: ask && row.status === 'done',
        verbs: verbsOf(row, actor),
      },
    };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.requests.history(id);
  }

  /** For the own organisation; the county board takes it down for another, as at a visit. */
  async ask({ guardConfirmed: _confirmed, forOrganizationId, ...input }: SupportInput): Promise<SupportRequest> {
    const actor = currentActor();
    const isFor = forOrganizationId !== null && forOrganizationId !== actor.organizationId;
    if (isFor && !handlers.includes(actor.role)) throw forbidden();
    const askerId = isFor ? forOrganizationId : actor.organizationId;
    const countyCodes = await this.countiesOf(askerId, isFor);
    await this.refuseUnusable(input, askerId);
    const made = await this.db.one<{ id: string }>(
      `insert into support_request (organization_id, function_id, municipality_code, county_codes, title, text, subject, professions, staff_count, form, urgency, captured)
       values ($1, $2, coalesce($3, (select m.code from municipality m join organization o on o.key = 'municipality:' || m.code where o.id = $1)), $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        askerId,
        input.functionId,
        input.municipalityCode,
        countyCodes,
        input.title,
        input.text,
        input.subject,
        input.professions,
        input.staffCount,
        input.form,
        input.urgency,
        isFor,
      ],
    );
    const row = made && (await this.requests.row(made.id));
    if (!row) throw notFound();
    await this.traces.tell(row, isFor ? 'support.captured' : 'support.asked', [
      { field: 'created', before: null, after: row.status },
    ]);
    return this.read(row.id);
  }

  /** Changes the fields sent, until something is proposed. */
  async change(id: string, version: number, { guardConfirmed: _c, ...sent }: SupportChange): Promise<SupportRequest> {
    const row = await this.traces.row(id, 'change');
    const before = await this.read(id);
    if (!before.allowed.edit) throw conflict('support-request.status-does-not-allow');
    const stands: Record<string, unknown> = { ...before, functionId: row.functionId };
    const wanted: Record<string, unknown> = { ...sent };
    const differs = Object.keys(wanted).filter((field) => !isSame(stands[field], wanted[field]));
    await refuseClash(this.db, { area: 'support', id, seen: version, now: row.version }, differs, stands);
    if (differs.length === 0) return before;
    await this.refuseUnusable(sent, row.organizationId, before);
    const set = differs.map((field, at) => `${columns[field as Column]} = $${at + 3}`);
    await this.traces.write(
      row,
      set.join(', '),
      differs.map((field) => wanted[field]),
      'support.changed',
      differs.map((field) => ({ field, before: stands[field], after: wanted[field] })),
    );
    return this.read(id);
  }

  /** The counties of a party that can be asked for: one in use, and of the board's own counties where the board says so. */
  private async countiesOf(id: string, isFor: boolean): Promise<string[]> {
    const found = await this.db.one<{ codes: string[] }>(
      `select coalesce((select array_agg(c.county_code order by c.county_code) from organization_county c where c.organization_id = o.id), '{}') as codes
       from organization o where o.id = $1 and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())`,
      [id],
    );
    const codes = found?.codes ?? [];
    if (isFor && !codes.some((code) => currentActor().countyCodes.includes(code)))
      throw badInput([{ path: 'forOrganizationId', code: 'field.not-a-choice' }]);
    if (codes.length === 0) throw conflict('support-request.no-county');
    return codes;
  }

  private async refuseUnusable(
    sent: { functionId?: string | null; municipalityCode?: string | null; professions?: string[] } | SupportChange,
    askerId: string,
    before?: SupportRequest,
  ): Promise<void> {
    await this.terms.refuseUnusable([
      {
        path: 'professions',
        vocabulary: 'profession',
        codes: sent.professions ?? [],
        standing: before?.professions ?? [],
      },
    ]);
    if (sent.municipalityCode) {
      const known = await this.db.one('select code from municipality where code = $1', [sent.municipalityCode]);
      if (!known) throw badInput([{ path: 'municipalityCode', code: 'field.not-a-choice' }]);
    }
    if (sent.functionId && sent.functionId !== before?.function?.id) {
      const known = await this.db.one(
        'select id from contact_function where id = $1 and organization_id = $2 and retired_on is null',
        [sent.functionId, askerId],
      );
      if (!known) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    }
  }
}
