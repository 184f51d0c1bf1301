import type {
  DuplicateQuery,
  Organization,
  OrganizationChange,
  OrganizationCheck,
  OrganizationInput,
  RegistrationChoices,
} from '@samverkan/organizations/contract';
import { guardText, isAboutShelter } from '@samverkan/shared/contract';
import { Db, badInput, conflict, currentActor, forbidden, notFound, refuseClash } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { OrganizationEntity } from './organization.entity';
import {
  alikeParties,
  changesOfVersion,
  historyOfParty,
  partyById,
  unknownReferences,
  wouldCircle,
} from './organization-detail.query';
import { type PartyRow, partyView } from './organization.view';
import { partyPolicy, registrable } from './organizations.policy';
import { type HeldParty, PartyStore } from './party-store.service';
import { type PartyValues, isPartyField, nameOn, same, sentValues } from './party-values';

/** What people do with parties. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly db: Db,
    private readonly store: PartyStore,
  ) {}

  async open(id: string, asOf: string | null = null): Promise<Organization> {
    const row = await this.db.one<PartyRow & object>(partyById, [id, asOf]);
    if (!row) throw notFound();
    return partyView(currentActor(), row);
  }

  /** JSON text: the entries newest first. */
  async history(id: string): Promise<string> {
    await this.open(id);
    return (await this.db.json(historyOfParty, [id])) ?? '[]';
  }

  /** JSON text: parties that may be the one meant. */
  async alike({ name, organizationNumber }: DuplicateQuery): Promise<string> {
    return (await this.db.json(alikeParties, [name, organizationNumber ?? null])) ?? '[]';
  }

  choices(): RegistrationChoices {
    const { kinds, countyCodes } = registrable(currentActor());
    return { kinds: [...kinds], countyCodes: [...countyCodes] };
  }

  /** Registers a party. The acting organisation keeps it until the party itself or its county takes over. */
  async register(input: OrganizationInput): Promise<Organization> {
    const actor = currentActor();
    const may = registrable(actor);
    if (may.kinds.length === 0) throw forbidden();
    const { guardConfirmed: _confirmed, name, countyCodes, municipalityCodes, ...facts } = input;
    const values = sentValues({ countyCodes, municipalityCodes });
    const counties = values.countyCodes ?? [];
    if (may.countyCodes.length > 0 && counties.length === 0)
      throw badInput([{ path: 'countyCodes', code: 'organization.needs-county' }]);
    refuseForeignCounties(counties.filter((code) => !may.countyCodes.includes(code)));
    refuseShelterAddress([name], input);
    await this.refuseUnknown('', { ...facts, ...values });
    const inserted = await this.db
      .repo(OrganizationEntity)
      .createQueryBuilder()
      .insert()
      .values({
        ...facts,
        name,
        key: () => `'registered:' || new_id()`,
        countyCode: counties.length === 1 ? (counties[0] ?? null) : null,
        registrarId: actor.role === 'system_admin' ? null : actor.organizationId,
      })
      .returning(['id'])
      .execute();
    const { id } = inserted.identifiers[0] as { id: string };
    await this.store.replaceNames(id, [
      { name, usage: 'name', validFrom: null, validTo: null, verification: 'unverified' },
    ]);
    await this.store.replaceCodes('county', id, counties);
    await this.store.replaceCodes('municipality', id, values.municipalityCodes ?? []);
    const created = [{ field: 'created', before: null, after: name }];
    await this.store.tell({ id, version: 1 }, created, 'organization.registered');
    return this.open(id);
  }

  /** Changes the fields sent, from a day on or as a correction. Read at an older version they still go through when nobody has changed the same ones. */
  async change(id: string, version: number, change: OrganizationChange): Promise<Organization> {
    const held = await this.store.hold(id, 'edit');
    const sent = sentValues(change);
    const next = Object.fromEntries(
      Object.entries(sent).filter(([field, value]) => !same(value, held.values[field as keyof PartyValues])),
    ) as Partial<PartyValues>;
    const read = { area: 'organizations', id, seen: version, now: held.row.version };
    await refuseClash(this.db, read, Object.keys(next), held.values);
    const from = change.from ?? null;
    await this.refuseWrong(held, next, from);
    const { checked } = held.values;
    const stillChecked = Object.fromEntries(Object.entries(checked).filter(([field]) => !(field in next)));
    if (!same(checked, stillChecked)) next.checked = stillChecked;
    if (Object.keys(next).length > 0) await this.store.write(held, next, from, 'organization.changed');
    return this.open(id);
  }

  /** Notes, fact by fact, that somebody has checked it against a source today; or that it is not checked after all. */
  async check(id: string, { facts, checked }: OrganizationCheck): Promise<Organization> {
    const held = await this.store.hold(id, 'edit');
    const today = await this.store.today();
    const others = Object.entries(held.values.checked).filter(([fact]) => !(facts as string[]).includes(fact));
    const next = Object.fromEntries([...others, ...(checked ? facts.map((fact) => [fact, today] as const) : [])]);
    if (!same(next, held.values.checked)) await this.store.write(held, { checked: next }, null, 'organization.checked');
    return this.open(id);
  }

  /** Takes the last change back, while nothing has been changed after it. What it made the past is the present again. */
  async undo(id: string, version: number): Promise<Organization> {
    const held = await this.store.hold(id, 'edit');
    if (version !== held.row.version) throw conflict('stale-version', { version: held.row.version, fields: {} });
    const done = await this.db.query<{ field: string; before: unknown }>(changesOfVersion, [id, version]);
    const before = done.filter(({ field }) => isPartyField(field));
    if (before.length === 0) throw conflict('organization.nothing-to-undo');
    const next = Object.fromEntries(before.map((one) => [one.field, one.before])) as Partial<PartyValues>;
    await this.db.query('delete from organization_past where organization_id = $1 and version = $2', [id, version]);
    await this.db.query(
      'update organization_past set replaced_in = null where organization_id = $1 and replaced_in = $2',
      [id, version],
    );
    await this.store.write(held, next, null, 'organization.undone');
    return this.open(id);
  }

  /** A party registered by mistake goes as it came, while nobody has changed it and nothing hangs on it. */
  async withdraw(id: string, version: number): Promise<void> {
    const { row } = await this.store.hold(id, 'edit');
    if (!row.key.startsWith('registered:')) throw forbidden();
    if (row.version !== 1 || version !== 1) throw conflict('organization.is-in-use');
    await this.store.tell({ id, version: 2 }, [], 'organization.withdrawn');
    await this.db.query('select organization_withdraw($1)', [id]);
  }

  /** A withdrawn party comes back as it was, with its names and places. */
  async putBack(id: string): Promise<Organization> {
    const lies = await this.db.one<{ back: boolean | null }>('select organization_put_back($1) as back', [id]);
    if (lies?.back === false) throw conflict('organization.is-there-already');
    if (!lies?.back) throw notFound();
    await this.store.tell({ id, version: 1 }, [], 'organization.put-back');
    return this.open(id);
  }

  private async refuseWrong(held: HeldParty, next: Partial<PartyValues>, from: string | null): Promise<void> {
    const actor = currentActor();
    const { facts, values } = held;
    const today = await this.store.today();
    if (next.kind && !partyPolicy.can('editKind', actor, facts)) throw forbidden('organization.kind-stays');
    if ((next.countyCodes ?? next.municipalityCodes) && !partyPolicy.can('editPlaces', actor, facts))
      throw forbidden('organization.places-stay');
    if (from && from > today) throw badInput([{ path: 'from', code: 'organization.not-a-day-to-come' }]);
    if (next.names && nameOn(next.names, today) === undefined)
      throw badInput([{ path: 'names', code: 'organization.no-present-name' }]);
    if (next.countyCodes && actor.role !== 'partner' && actor.role !== 'system_admin') {
      const moved = [...next.countyCodes, ...values.countyCodes].filter(
        (code) => next.countyCodes?.includes(code) !== values.countyCodes.includes(code),
      );
      refuseForeignCounties(moved.filter((code) => !actor.countyCodes.includes(code)));
    }
    const after = { ...values, ...next };
    if (after.validFrom && after.validTo && after.validFrom > after.validTo)
      throw badInput([{ path: 'validTo', code: 'organization.ends-before-it-begins' }]);
    if (after.successorId && !after.validTo)
      throw badInput([{ path: 'validTo', code: 'organization.successor-needs-last-day' }]);
    refuseShelterAddress(
      after.names.map(({ name }) => name),
      next,
    );
    await this.refuseUnknown(facts.id, next);
  }

  private async refuseUnknown(
    id: string,
    given: Partial<Pick<PartyValues, 'countyCodes' | 'municipalityCodes' | 'parentId' | 'successorId'>>,
  ): Promise<void> {
    const { countyCodes = [], municipalityCodes = [], parentId = null, successorId = null } = given;
    const unknown = await this.db.query<{ path: string }>(unknownReferences, [
      countyCodes,
      municipalityCodes,
      parentId,
      successorId,
    ]);
    if (unknown.length > 0) throw badInput(unknown.map(({ path }) => ({ path, code: 'field.not-a-choice' })));
    if (parentId && id && (await this.db.one(wouldCircle('parent_id'), [id, parentId])))
      throw badInput([{ path: 'parentId', code: 'organization.is-below' }]);
    if (successorId && (await this.db.one(wouldCircle('successor_id'), [id, successorId])))
      throw badInput([{ path: 'successorId', code: 'organization.is-before' }]);
  }
}

function refuseForeignCounties(foreign: readonly string[]): void {
  if (foreign.length > 0) throw badInput([{ path: 'countyCodes', code: 'organization.county-not-yours' }]);
}

/** A party that is about sheltered housing, by its name or its words, has no street address in any text. */
function refuseShelterAddress(
  names: readonly string[],
  { description, descriptionEn }: { description?: string | null; descriptionEn?: string | null },
): void {
  const isShelter = [...names, description ?? '', descriptionEn ?? ''].some(
    (text) => isAboutShelter(text) || /kvinno(jour|hus)|tjejjour|skyddsboende/i.test(text),
  );
  if (!isShelter) return;
  const issues = Object.entries({ description, descriptionEn }).flatMap(([path, text]) =>
    guardText(text ?? '', { shelter: true }).some(({ code }) => code === 'text.shelter-address')
      ? [{ path, code: 'text.shelter-address' }]
      : [],
  );
  if (issues.length > 0) throw badInput(issues);
}
