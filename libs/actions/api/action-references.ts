import type { ActionChange } from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, badInput, currentActor } from '@samverkan/shared/api';
import { unknownReferences } from './action-detail.query';

type Pointed = Partial<Pick<ActionChange, 'goalIds' | 'partnerIds' | 'municipalityCodes'>>;
type Responsible = Pick<ActionChange, 'responsibleFunctionId' | 'responsibleFunction'>;

/** What an action points at: whether it is there for whoever writes, and what follows from it. */
@Injectable()
export class ActionReferences {
  constructor(private readonly db: Db) {}

  /** Goals, partners and municipalities that are not there, or not for this reader, are named by their place in the form. */
  async refuseUnknown(given: Pointed): Promise<void> {
    const { goalIds = [], partnerIds = [], municipalityCodes = [] } = given;
    if (goalIds.length + partnerIds.length + municipalityCodes.length === 0) return;
    const unknown = await this.db.query<{ path: string }>(unknownReferences, [goalIds, partnerIds, municipalityCodes]);
    if (unknown.length > 0) throw badInput(unknown.map(({ path }) => ({ path, code: 'field.not-a-choice' })));
  }

  /** A function that answers brings its own name; other words in its place are no registered function. */
  async responsible(given: Responsible): Promise<Responsible> {
    const { responsibleFunctionId: id, responsibleFunction: words } = given;
    if (!id) return id === null || words !== undefined ? { responsibleFunctionId: null } : {};
    const title = (await this.functionTitles([id])).get(id);
    return { responsibleFunctionId: id, ...(title === undefined ? {} : { responsibleFunction: title }) };
  }

  /** The name of each function that can answer for something; one that cannot is refused. */
  async functionTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const found = await this.db.query<{ id: string; title: string }>(
      'select f.id, f.title from contact_function f where f.id = any ($1::uuid[]) and f.retired_on is null',
      [asked],
    );
    if (found.length < asked.length) throw badInput([{ path: 'responsibleFunctionId', code: 'field.not-a-choice' }]);
    return new Map(found.map(({ id, title }) => [id, title]));
  }

  /** The counties of the municipalities; an action without any belongs to its owner's own counties. */
  async countiesOf(municipalityCodes: readonly string[]): Promise<string[]> {
    const [counties = []] = await this.countiesOfEach([municipalityCodes]);
    return counties;
  }

  /** The same of many actions at once, in their order. */
  async countiesOfEach(lists: readonly (readonly string[])[]): Promise<string[][]> {
    const codes = [...new Set(lists.flat())];
    const rows =
      codes.length === 0
        ? []
        : await this.db.query<{ code: string; county: string }>(
            'select code, county_code as county from municipality where code = any ($1)',
            [codes],
          );
    const countyOf = new Map(rows.map(({ code, county }) => [code, county]));
    return lists.map((list) =>
      list.length === 0
        ? currentActor().countyCodes
        : [...new Set(list.flatMap((code) => countyOf.get(code) ?? []))].sort(),
    );
  }
}
