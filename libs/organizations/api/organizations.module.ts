import { Module, type OnModuleInit } from '@nestjs/common';
import { Parties } from '@samverkan/shared/api';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsQuery } from './organizations.query';
import { PartyReaderQuery } from './party-reader.query';

@Module({ controllers: [OrganizationsController], providers: [OrganizationsQuery, PartyReaderQuery] })
export class OrganizationsModule implements OnModuleInit {
  constructor(
    private readonly parties: Parties,
    private readonly readers: PartyReaderQuery,
  ) {}

  onModuleInit(): void {
    this.parties.register((organizationId) => this.readers.of(organizationId));
  }
}
