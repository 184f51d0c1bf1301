import type { ActionStatus, ActionVerb } from '@samverkan/actions/contract';
import { conflict } from '@samverkan/shared/api';
import type { TermCode } from '@samverkan/vocabularies/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which states each verb may be used. `resume` goes back to where the pause began. */
const openFrom: Record<ActionVerb, readonly ActionStatus[]> = {
  plan: ['draft'],
  start: ['draft', 'planned'],
  pause: ['planned', 'ongoing'],
  resume: ['paused'],
  complete: ['ongoing', 'paused'],
  cancel: ['draft', 'planned', 'ongoing', 'paused'],
  reopen: ['completed', 'cancelled'],
};

const leadsTo: Record<Exclude<ActionVerb, 'resume'>, ActionStatus> = {
  plan: 'planned',
  start: 'ongoing',
  pause: 'paused',
  complete: 'completed',
  cancel: 'cancelled',
  reopen: 'ongoing',
};

type Stand = Pick<
  ActionEntity,
  'status' | 'statusSince' | 'pausedFrom' | 'pausedFromSince' | 'cancelReason' | 'joinedIntoId'
>;
export type StatusChange = Stand & Pick<ActionEntity, 'stepBefore'>;

@Entity('action')
export class ActionEntity {
  @PrimaryColumn('uuid', { default: () => 'new_id()' }) id: string;
  @Column('text', { unique: true, default: () => "new_reference('I')" }) reference: string;
  @Column('text') title: string;
  @Column('text', { default: '' }) description: string;
  @Column('text') kind: TermCode;
  @Column('text') status: ActionStatus;
  @Column('date', { name: 'status_since', default: () => 'today()' }) statusSince: string;
  @Column('text', { name: 'paused_from', nullable: true }) pausedFrom: ActionStatus | null;
  @Column('date', { name: 'paused_from_since', nullable: true }) pausedFromSince: string | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @Column('smallint') visibility: number;
  @Column('text', { name: 'responsible_function', nullable: true }) responsibleFunction: string | null;
  @Column('uuid', { name: 'responsible_function_id', nullable: true }) responsibleFunctionId: string | null;
  @Column('text', { name: 'target_groups', array: true, default: '{}' }) targetGroups: TermCode[];
  @Column('text', { array: true, default: '{}' }) forms: TermCode[];
  @Column('text', { array: true, default: '{}' }) phases: TermCode[];
  @Column('text', { name: 'municipality_codes', array: true, default: '{}' }) municipalityCodes: string[];
  @Column('text', { name: 'county_codes', array: true, default: '{}' }) countyCodes: string[];
  @Column('uuid', { name: 'owner_ids', array: true }) ownerIds: string[];
  @Column('uuid', { name: 'partner_ids', array: true, default: '{}' }) partnerIds: string[];
  @Column('text', { name: 'partner_names', array: true, default: '{}' }) partnerNames: string[];
  @Column('uuid', { name: 'goal_ids', array: true, default: '{}' }) goalIds: string[];
  @Column('boolean', { default: false }) demo: boolean;
  @Column('date', { name: 'last_update_on', nullable: true }) lastUpdateOn: string | null;
  @Column('uuid', { name: 'created_by', default: () => 'ctx_user()' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' }) createdAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'clock_timestamp()' }) changedAt: Date;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt: Date | null;
  @Column('uuid', { name: 'joined_into_id', nullable: true }) joinedIntoId: string | null;
  @Column('date', { name: 'connection_asked_on', nullable: true }) connectionAskedOn: string | null;
  @Column('boolean', { nullable: true }) alike: boolean | null;
  @Column('date', { name: 'alike_on', nullable: true }) alikeOn: string | null;
  /** What the latest step of the status changed, as it was, and the version the step left. */
  @Column('jsonb', { name: 'step_before', nullable: true }) stepBefore: (Stand & { version: number }) | null;
  @Column('integer', { default: 1 }) version: number;

  /** The verbs open in the present state. */
  verbs(): ActionVerb[] {
    return (Object.keys(openFrom) as ActionVerb[]).filter((verb) => openFrom[verb].includes(this.status));
  }

  /** What the verb would change; refuses (409) where the state does not allow it. */
  after(verb: ActionVerb, today: string, reason: string | null = null): StatusChange {
    if (!openFrom[verb].includes(this.status)) throw conflict('action.status-does-not-allow');
    const status = verb === 'resume' ? (this.pausedFrom ?? 'ongoing') : leadsTo[verb];
    return {
      status,
      // Resumed, it has been what it is since before the pause.
      statusSince: verb === 'resume' ? (this.pausedFromSince ?? today) : today,
      pausedFrom: verb === 'pause' ? this.status : null,
      pausedFromSince: verb === 'pause' ? this.statusSince : null,
      cancelReason: verb === 'cancel' ? reason : null,
      joinedIntoId: null,
      stepBefore: {
        version: this.version + 1,
        status: this.status,
        statusSince: this.statusSince,
        pausedFrom: this.pausedFrom,
        pausedFromSince: this.pausedFromSince,
        cancelReason: this.cancelReason,
        joinedIntoId: this.joinedIntoId,
      },
    };
  }

  /** What takes the latest step back, for whoever has it as that step left it; refuses (409) where something has moved it since. */
  before(seen: number): StatusChange {
    if (this.stepBefore?.version !== seen) throw conflict('action.has-moved-on');
    const { version: _left, ...stood } = this.stepBefore;
    return { ...stood, stepBefore: null };
  }
}
