import type { TermCode } from '@samverkan/vocabularies/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What it is out of stands there only where it was said. */
export interface StoredCount {
  profession: TermCode;
  count: number;
  of?: number;
  about?: boolean;
  source?: string;
}

@Entity('action_update')
export class ActionUpdateEntity {
  @PrimaryColumn('uuid', { default: () => 'new_id()' }) id: string;
  @Column('uuid', { name: 'action_id' }) actionId: string;
  @Column('date', { name: 'happened_on' }) happenedOn: string;
  @Column('text') done: string;
  @Column('text', { nullable: true }) effect: string | null;
  @Column('jsonb', { default: [] }) counts: StoredCount[];
  @Column('uuid', { name: 'organization_id', default: () => 'ctx_org()' }) organizationId: string;
  @Column('uuid', { name: 'user_id', default: () => 'ctx_user()' }) userId: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' }) createdAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy: string | null;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
