import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Colleagues,
  ContactAudience,
  ContactChange,
  ContactDeed,
  ContactFunction,
  ContactHistory,
  ContactInput,
  ContactOverview,
  ContactOverviewQuery,
  ContactPage,
  ContactQuery,
  ContactVisibilityInput,
} from '@samverkan/contacts/contract';
import { Allow, ForTokens, versionOf } from '@samverkan/shared/api';
import { Id, SeenAsQuery } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ContactSeenAsService } from './contact-seen-as.service';
import { ContactsService } from './contacts.service';

// Answers that PostgreSQL has already built as JSON text are passed on as they are.
const Json = () => Header('Content-Type', 'application/json; charset=utf-8');

@ApiTags('contacts')
@Controller('api/contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly othersEyes: ContactSeenAsService,
  ) {}

  /** Functions the reader may see, found by words, filtered and sorted. */
  @Get()
  @Json()
  @ForTokens('directory.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactPage })
  list(@Query({ schema: ContactQuery }) query: ContactQuery): Promise<string> {
    return this.contacts.list(query);
  }

  /** Who takes what in which municipality of a county. */
  @Get('overview')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactOverview })
  overview(@Query({ schema: ContactOverviewQuery }) query: ContactOverviewQuery): Promise<string> {
    return this.contacts.overview(query.county);
  }

  /** People of the acting organisation, to choose a holder among. */
  @Get('colleagues')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Colleagues })
  colleagues(): Promise<Colleagues> {
    return this.contacts.colleagues();
  }

  @Post()
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ContactFunction })
  add(@Body({ schema: ContactInput }) input: ContactInput): Promise<ContactFunction> {
    return this.contacts.add(input);
  }

  /** One function; with `seenAs`, for its own organisation, as that party's user gets it. */
  @Get(':id')
  @ForTokens('directory.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  open(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<ContactFunction> {
    return seenAs ? this.othersEyes.open(id, seenAs) : this.contacts.open(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactChange }) change: ContactChange,
    @Req() request: Request,
  ): Promise<ContactFunction> {
    return this.contacts.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactHistory })
  async history(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<string> {
    const items = seenAs ? await this.othersEyes.history(id, seenAs) : await this.contacts.history(id);
    return `{"items":${items}}`;
  }

  /** Who would see the function at each level. */
  @Get(':id/audience')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactAudience })
  audience(@Param('id', { schema: Id }) id: string): Promise<ContactAudience> {
    return this.contacts.audience(id);
  }

  @Put(':id/visibility')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactVisibilityInput }) input: ContactVisibilityInput,
  ): Promise<ContactFunction> {
    return this.contacts.show(id, input.visibility);
  }

  /** Takes the function out of use. */
  @Post(':id/retire')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  retire(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<ContactFunction> {
    return this.contacts.retire(id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<ContactFunction> {
    return this.contacts.restore(id);
  }
}
