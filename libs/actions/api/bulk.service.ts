import {
  ActionChange,
  type BulkDeed,
  type BulkDone,
  type BulkInput,
  type BulkPreview,
  type BulkPreviewInput,
  type BulkUndo,
  type BulkUndoRow,
  mostInBulk,
} from '@samverkan/actions/contract';
import { Db, Refusal, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { Injectable } from '@nestjs/common';
import { ActionEntity } from './action.entity';
import { actionIds } from './actions.query';
import { ActionUndoService } from './action-undo.service';
import { ActionsService } from './actions.service';

interface Wanted {
  id: string;
  /** The version that was looked at; without one, as it stands. */
  version?: number;
}
interface Made {
  id: string;
  title: string;
  /** Before. */
  version: number;
  /** Null for what was itself taken back. */
  undo: BulkUndoRow | null;
}
interface Outcome {
  made: Made[];
  same: number;
  refused: BulkDone['refused'];
}

/** One change made to several actions, each as by hand: its own rights, version, history, news and audit. */
@Injectable()
export class BulkService {
  constructor(
    private readonly db: Db,
    private readonly actions: ActionsService,
    private readonly undoing: ActionUndoService,
  ) {}

  /** Does it and takes it back: what it tells is what will happen. */
  async preview({ ids, filter, deed }: BulkPreviewInput): Promise<BulkPreview> {
    const wanted = ids ?? (await this.found(filter ?? {}));
    await this.db.query('savepoint tried');
    const { made, same, refused } = await this.each(
      wanted.map((id) => ({ id })),
      (row) => this.one(row, deed),
    );
    await this.db.query('rollback to savepoint tried');
    const rows = made.map(({ id, title, version }) => ({ id, title, version }));
    return { rows, same, refused };
  }

  async act({ rows, deed }: BulkInput): Promise<BulkDone> {
    return done(await this.each(rows, (row) => this.one(row, deed)));
  }

  /** Takes back what an act has done, where nobody has changed it since. */
  async undo({ rows }: BulkUndo): Promise<BulkDone> {
    return done(await this.each(rows, (row) => this.back(row)));
  }

  private async found(filter: NonNullable<BulkPreviewInput['filter']>): Promise<string[]> {
    const query = { ...filter, sort: 'changed', order: 'desc' } as const;
    const { text, values } = actionIds(query, currentActor().organizationId);
    const found = await this.db.query<{ id: string }>(`${text} limit ${mostInBulk + 1}`, values);
    if (found.length > mostInBulk) throw conflict('action.bulk-too-many');
    return found.map(({ id }) => id);
  }

  /** One after the other, in an order that is the same for everybody: two who change the same ones wait and do not lock each other out. */
  private async each<W extends Wanted>(wanted: readonly W[], deed: (row: W) => Promise<Made | null>): Promise<Outcome> {
    const outcome: Outcome = { made: [], same: 0, refused: [] };
    const once = [...new Map(wanted.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const row of once) {
      await this.db.query('savepoint one');
      try {
        const made = await deed(row);
        if (made) outcome.made.push(made);
        else outcome.same += 1;
        await this.db.query('release savepoint one');
      } catch (error) {
        if (!(error instanceof Refusal) || (error.status === 400 && !isRetired(error))) throw error;
        await this.db.query('rollback to savepoint one');
        const there = await this.db.one<{ title: string }>('select a.title from action a where a.id = $1', [row.id]);
        outcome.refused.push({
          id: row.id,
          title: there?.title ?? '',
          code: isRetired(error) ? 'term.retired' : error.code,
        });
      }
    }
    return outcome;
  }

  /** Null where it is so already. */
  private async one(wanted: Wanted, deed: BulkDeed): Promise<Made | null> {
    const row = await this.read(wanted);
    const { id, title, version } = row;
    const made = (after: number, undo: Omit<BulkUndoRow, 'id' | 'version'>): Made => ({
      id,
      title,
      version,
      undo: { id, version: after, ...undo },
    });
    switch (deed.kind) {
      case 'add':
      case 'take': {
        const before: readonly string[] = row[deed.field];
        const rest = before.filter((value) => !deed.values.includes(value));
        const next =
          deed.kind === 'take' ? rest : [...before, ...deed.values.filter((value) => !before.includes(value))];
        if (next.length === before.length) return null;
        const { version: after } = await this.actions.change(id, version, changeOf({ [deed.field]: next }));
        return made(after, { change: { [deed.field]: before } });
      }
      case 'responsible': {
        if (
          row.responsibleFunctionId === deed.functionId &&
          (deed.functionId ?? row.responsibleFunction) === deed.functionId
        )
          return null;
        const change = deed.functionId ? { responsibleFunctionId: deed.functionId } : noFunction;
        const { version: after } = await this.actions.change(id, version, change);
        const { responsibleFunctionId, responsibleFunction } = row;
        return made(after, {
          change: responsibleFunctionId ? { responsibleFunctionId } : { ...noFunction, responsibleFunction },
        });
      }
      case 'narrow': {
        const level = visibilityLevel(deed.visibility);
        if (level === row.visibility) return null;
        if (level > row.visibility) throw conflict('action.bulk-never-widens');
        const { version: after } = await this.actions.show(id, deed.visibility);
        return made(after, { visibility: visibilityAt(row.visibility) });
      }
      case 'move': {
        const { version: after } = await this.actions.move(id, deed.verb);
        return made(after, { step: true });
      }
    }
  }

  private async back({ change, step, visibility, ...wanted }: BulkUndoRow): Promise<Made> {
    // A step is taken back whatever has become of the other fields: it holds itself whether it was the latest.
    const { id, title, version } = await this.read(step && !change && !visibility ? { id: wanted.id } : wanted);
    if (change) await this.actions.change(id, version, change);
    if (visibility) await this.actions.show(id, visibility);
    if (step) await this.undoing.step(id, wanted.version);
    return { id, title, version, undo: null };
  }

  /** Held until all is done, at the version that was looked at. */
  private async read({ id, version }: Wanted): Promise<ActionEntity> {
    const row = await this.db.repo(ActionEntity).findOneBy({ id });
    if (!row) throw notFound();
    if (version !== undefined && row.version !== version) throw conflict('stale-version');
    return row;
  }
}

/** What stood there cannot be put back, since its word is no longer in use: that is a matter of the row. */
const isRetired = ({ extra }: Refusal): boolean => extra.issues?.every(({ code }) => code === 'term.retired') ?? false;

const noFunction = { responsibleFunctionId: null, responsibleFunction: null };

const done = ({ made, same, refused }: Outcome): BulkDone => ({
  changed: made.length,
  same,
  refused,
  undo: made.flatMap(({ undo }) => undo ?? []),
});

/** The contract's own bounds, which hold for a change by hand. */
function changeOf(given: object): ActionChange {
  const change = ActionChange.safeParse(given);
  if (!change.success) throw badInput([{ path: 'deed.values', code: 'field.not-a-choice' }]);
  return change.data;
}
