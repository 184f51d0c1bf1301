import type { MergePreview, Organization } from '@samverkan/organizations/contract';
import { Db, OrganizationMoves, SheetImports, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { type PartyRow, partyView } from './organization.view';
import { partyById } from './organization-detail.query';
import { partyPolicy } from './organizations.policy';
import { PartyStore } from './party-store.service';

interface Merge {
  id: string;
  intoId: string;
  moved: Record<string, unknown>;
}

/** Two parties turn out to be the same one: what hangs on the one moves to the other, in every area and in one act. */
@Injectable()
export class MergesService {
  constructor(
    private readonly db: Db,
    private readonly store: PartyStore,
    private readonly moves: OrganizationMoves,
    private readonly imports: SheetImports,
  ) {}

  /** What would move, as far as the reader may see it. */
  async preview(id: string, intoId: string): Promise<MergePreview> {
    const { from, into } = await this.both(id, intoId);
    const moving = await Promise.all(this.moves.all().map(([, mover]) => mover.preview(id)));
    const known = into.content.names.map(({ name }) => name);
    const ref = ({ content: { name, kind, id: of } }: PartyRow) => ({ id: of, name, kind });
    return {
      from: ref(from),
      into: ref(into),
      moving: moving.flat().filter(({ count }) => count > 0),
      names: from.content.names.map(({ name }) => name).filter((name) => !known.includes(name)),
    };
  }

  /** Moves all of it. The one that is merged leads on to the other, which is found by the names of both. */
  async merge(id: string, intoId: string): Promise<Organization> {
    const { from } = await this.both(id, intoId);
    await this.imports.holdOff(id);
    const made = await this.db.one<{ id: string }>(
      'insert into organization_merge (from_id, into_id) values ($1, $2) returning id',
      [id, intoId],
    );
    const moved: Record<string, unknown> = {};
    for (const [area, mover] of this.moves.all()) moved[area] = await mover.move(id, intoId);
    await this.db.query('update organization_merge set moved = $2, tx = null where id = $1', [
      made?.id,
      JSON.stringify(moved),
    ]);
    const into = await this.row(intoId);
    await this.tell(await this.row(id), 'merged', into.content.name);
    await this.tell(into, 'mergedFrom', from.content.name);
    return partyView(currentActor(), into);
  }

  /** Puts everything back, while nothing that moved and neither of the two has been changed since. */
  async undo(id: string): Promise<Organization> {
    const row = await this.row(id);
    partyPolicy.require('unmerge', currentActor(), row.facts);
    const open = await this.db.one<Merge & object>(
      'select id, into_id as "intoId", moved from organization_merge where from_id = $1 and undone_at is null',
      [id],
    );
    if (!open) throw conflict('organization.is-not-merged');
    await this.db.query('update organization_merge set tx = pg_current_xact_id() where id = $1', [open.id]);
    for (const [area, mover] of [...this.moves.all()].reverse())
      if (area in open.moved && !(await mover.putBack(id, open.intoId, open.moved[area])))
        throw conflict('organization.changed-since');
    await this.db.query('update organization_merge set undone_at = clock_timestamp(), tx = null where id = $1', [
      open.id,
    ]);
    await this.tell(await this.row(open.intoId), 'unmergedFrom', row.content.name);
    const back = await this.row(id);
    await this.tell(back, 'unmerged', null);
    return partyView(currentActor(), back);
  }

  private async both(id: string, intoId: string): Promise<{ from: PartyRow; into: PartyRow }> {
    const from = await this.row(id);
    partyPolicy.require('merge', currentActor(), from.facts);
    const into = await this.db.one<PartyRow & object>(partyById, [intoId, null]);
    // The one that stays is kept by the same hands, stands today, and is another.
    if (!into || intoId === id || !partyPolicy.can('edit', currentActor(), into.facts))
      throw badInput([{ path: 'intoId', code: 'field.not-a-choice' }]);
    if (into.content.validTo !== null && into.content.validTo < (await this.store.today()))
      throw badInput([{ path: 'intoId', code: 'organization.has-ended' }]);
    return { from, into };
  }

  private async row(id: string): Promise<PartyRow> {
    const row = await this.db.one<PartyRow & object>(partyById, [id, null]);
    if (!row) throw notFound();
    return row;
  }

  private tell({ content }: PartyRow, what: string, name: string | null): Promise<void> {
    const kind = what.startsWith('un') ? 'organization.unmerged' : 'organization.merged';
    return this.store.tell(content, [{ field: what, before: null, after: name }], kind);
  }
}
