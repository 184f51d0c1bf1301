import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody holds a function, and when. Her name stands in a table of its own. */
@Entity('contact_holder')
export class ContactHolderEntity {
  @PrimaryColumn('uuid', { default: () => 'new_id()' }) id: string;
  @Column('uuid', { name: 'function_id' }) functionId: string;
  @Column('uuid', { name: 'organization_id', default: () => 'ctx_org()' }) organizationId: string;
  @Column('boolean', { default: false }) deputy: boolean;
  @Column('date', { name: 'valid_from', default: () => 'today()' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('timestamptz', { name: 'cleared_at', nullable: true }) clearedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
