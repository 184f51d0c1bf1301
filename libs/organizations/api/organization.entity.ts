import type { OrganizationKind } from '@samverkan/organizations/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A party as it is now. Its names, its places and what it was before lie beside it. */
@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid', { default: () => 'new_id()' }) id: string;
  @Column('text', { unique: true }) key: string;
  @Column('text') kind: OrganizationKind;
  @Column('text') name: string;
  @Column('text', { name: 'name_en', nullable: true }) nameEn: string | null;
  @Column('text', { nullable: true }) abbreviation: string | null;
  @Column('text', { name: 'organization_number', nullable: true }) organizationNumber: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { name: 'description_en', nullable: true }) descriptionEn: string | null;
  @Column('text', { name: 'county_code', nullable: true }) countyCode: string | null;
  @Column('text', { name: 'municipality_code', nullable: true }) municipalityCode: string | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('text', { default: '' }) search: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'registrar_id', nullable: true }) registrarId: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId: string | null;
  @Column('jsonb', { default: {} }) checked: Record<string, string>;
}
