import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ContactDeed,
  ContactGroup,
  ContactGroupChange,
  ContactGroupInput,
  ContactGroups,
} from '@samverkan/contacts/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { keepers } from './contacts.policy';
import { GroupsService } from './groups.service';

/** Groups of recipients of the acting organisation. */
@ApiTags('contacts')
@Controller('api/contacts/groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactGroups })
  list(): Promise<ContactGroups> {
    return this.groups.list();
  }

  @Post()
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: ContactGroup })
  add(@Body({ schema: ContactGroupInput }) input: ContactGroupInput): Promise<ContactGroup> {
    return this.groups.add(input);
  }

  @Get(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactGroup })
  open(@Param('id', { schema: Id }) id: string): Promise<ContactGroup> {
    return this.groups.open(id);
  }

  /** Another name, or others in it where they were picked by hand; needs `If-Match`. */
  @Patch(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactGroup })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactGroupChange }) change: ContactGroupChange,
    @Req() request: Request,
  ): Promise<ContactGroup> {
    return this.groups.change(id, versionOf(request), change);
  }

  @Post(':id/removal')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactGroup })
  remove(@Param('id', { schema: Id }) id: string, @Body({ schema: ContactDeed }) _deed: object): Promise<ContactGroup> {
    return this.groups.remove(id);
  }

  /** Puts a removed group back. */
  @Post(':id/restoration')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactGroup })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<ContactGroup> {
    return this.groups.restore(id);
  }
}
