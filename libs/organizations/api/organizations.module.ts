import { Module } from '@nestjs/common';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsQuery } from './organizations.query';

@Module({ controllers: [OrganizationsController], providers: [OrganizationsQuery] })
export class OrganizationsModule {}
