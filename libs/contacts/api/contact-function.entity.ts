import type { ContactSubject } from '@samverkan/contacts/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('contact_function')
export class ContactFunctionEntity {
  @PrimaryColumn('uuid', { default: () => 'new_id()' }) id: string;
  @Column('uuid', { name: 'organization_id', default: () => 'ctx_org()' }) organizationId: string;
  @Column('text') title: string;
  @Column('text', { array: true, default: '{}' }) subjects: ContactSubject[];
  @Column('text', { name: 'municipality_codes', array: true, default: '{}' }) municipalityCodes: string[];
  @Column('text', { name: 'county_codes', array: true, default: '{}' }) countyCodes: string[];
  @Column('text', { nullable: true }) mailbox: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { default: '' }) note: string;
  @Column('smallint') visibility: number;
  @Column('date', { name: 'verified_on', nullable: true }) verifiedOn: string | null;
  @Column('date', { name: 'next_verification_on' }) nextVerificationOn: string;
  @Column('date', { name: 'asked_on', nullable: true }) askedOn: string | null;
  @Column('smallint', { default: 0 }) reminders: number;
  @Column('date', { name: 'retired_on', nullable: true }) retiredOn: string | null;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('uuid', { name: 'created_by', default: () => 'ctx_user()' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' }) createdAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'clock_timestamp()' }) changedAt: Date;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
