import { Injectable } from '@nestjs/common';
import {
  type Method,
  type MethodChange,
  type MethodInput,
  type MethodPage,
  type MethodQuery,
  type OfferMethods,
  evidenceIsSaid,
} from '@samverkan/methods/contract';
import { Db, badInput, currentActor, notFound, refuseClash } from '@samverkan/shared/api';
import { visibilityLevel } from '@samverkan/shared/contract';
import { MethodReferences } from './method-references';
import { MethodTraces } from './method-traces';
import { methodsPolicy } from './methods.policy';
import { MethodsQuery } from './methods.query';

const columns = {
  name: 'name',
  purpose: 'purpose',
  notFor: 'not_for',
  targetGroups: 'target_groups',
  forms: 'forms',
  phases: 'phases',
  professions: 'professions',
  evidenceState: 'evidence_state',
  evidence: 'evidence',
  evidenceSource: 'evidence_source',
  evidenceLink: 'evidence_link',
  evidenceOn: 'evidence_on',
  trainingRequired: 'training_required',
  training: 'training',
  validMonths: 'valid_months',
  functionId: 'function_id',
  reviewOn: 'review_on',
} as const;
type Column = keyof typeof columns;
const fields = Object.keys(columns) as Column[];

/** Methods are entered, read and changed; what else is done with them is in `MethodDeeds`. */
@Injectable()
export class MethodsService {
  constructor(
    private readonly db: Db,
    private readonly query: MethodsQuery,
    private readonly references: MethodReferences,
    private readonly traces: MethodTraces,
  ) {}

  list(query: MethodQuery): Promise<MethodPage> {
    return this.query.page(query);
  }

  async read(id: string): Promise<Method> {
    const row = await this.query.one(id);
    const actor = currentActor();
    if (!row || row.removedAt || !methodsPolicy.can('read', actor, row)) throw notFound();
    const { edit, changeVisibility, publish, unpublish, retire, discard, use, hideText } = methodsPolicy.allowed(
      actor,
      row,
    );
    return { ...row.content, allowed: { edit, changeVisibility, publish, unpublish, retire, discard, use, hideText } };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.query.history(id);
  }

  async ofOffer(offerId: string): Promise<OfferMethods> {
    const seen = await this.db.one('select id from offer where id = $1', [offerId]);
    if (!seen) throw notFound();
    return this.query.ofOffer(offerId);
  }

  /** Enters it as a draft: the acting county board keeps it. */
  async enter({ guardConfirmed: _confirmed, visibility, offerIds, ...input }: MethodInput): Promise<Method> {
    await this.references.check({ ...input, offerIds });
    const made = await this.db.one<{ id: string }>(
      `insert into method (${fields.map((field) => columns[field]).join(', ')}, county_codes, visibility)
       values (${fields.map((_, at) => `$${at + 1}`).join(', ')}, $${fields.length + 1}, $${fields.length + 2}) returning id`,
      [...fields.map((field) => input[field]), await this.references.counties(), visibilityLevel(visibility)],
    );
    if (!made) throw notFound();
    await this.references.keepOffers(made.id, offerIds);
    const row = await this.traces.row(made.id, 'edit');
    await this.traces.tell(row, 'method.created', [{ field: 'created', before: null, after: null }]);
    return this.read(made.id);
  }

  /** Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones. */
  async change(id: string, version: number, { guardConfirmed: _confirmed, ...sent }: MethodChange): Promise<Method> {
    const row = await this.traces.row(id, 'edit');
    const before = await this.read(id);
    const stands: Record<string, unknown> = {
      ...before,
      functionId: before.function?.id ?? null,
      offerIds: before.offers.map(({ id: offerId }) => offerId),
    };
    const wanted: Record<string, unknown> = sent;
    const differs = Object.keys(wanted).filter((field) => !same(stands[field], wanted[field]));
    await refuseClash(this.db, { area: 'methods', id, seen: version, now: row.version }, differs, stands);
    if (differs.length === 0) return before;
    await this.references.check(sent, {
      ...before,
      offerIds: before.offers.map(({ id: offerId }) => offerId),
    });
    if (!evidenceIsSaid({ ...before, ...said(sent) }))
      throw badInput([{ path: 'evidenceSource', code: 'method.evidence-needs-source' }]);
    const set: string[] = [];
    const values: unknown[] = [];
    for (const field of differs)
      if (field in columns) set.push(`${columns[field as Column]} = $${values.push(wanted[field]) + 2}`);
    if (sent.offerIds && differs.includes('offerIds')) await this.references.keepOffers(id, sent.offerIds);
    const told = differs.map((field) => ({ field, before: stands[field], after: wanted[field] }));
    await this.traces.write(row, set.join(', '), values, 'method.changed', told);
    return this.read(id);
  }
}

/** What of the evidence is sent. */
const said = ({ evidenceState, evidenceSource, evidenceOn }: MethodChange) => ({
  ...(evidenceState === undefined ? {} : { evidenceState }),
  ...(evidenceSource === undefined ? {} : { evidenceSource }),
  ...(evidenceOn === undefined ? {} : { evidenceOn }),
});

/** Lists are the same in any order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
const ordered = (value: unknown): unknown =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value].sort() : value;
