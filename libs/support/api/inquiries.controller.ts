import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  InquiryTaking,
  SupportInquiries,
  SupportDeed,
  SupportInquiry,
  SupportReason,
} from '@samverkan/support/contract';
import { InquiriesService } from './inquiries.service';
import { handlers } from './support.policy';

/** What has come by the form on the county's public page. */
@ApiTags('support')
@Controller('api/support-inquiries')
export class InquiriesController {
  constructor(private readonly inquiries: InquiriesService) {}

  /** Of the reader's counties: those that wait first. */
  @Get()
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportInquiries })
  list(): Promise<SupportInquiries> {
    return this.inquiries.list();
  }

  /** What a request was before it was one, with the address of whoever wrote: one, or none. */
  @Get('of/:id')
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportInquiries })
  of(@Param('id', { schema: Id }) id: string): Promise<SupportInquiries> {
    return this.inquiries.of(id);
  }

  /** It becomes a request of the party, in the board's hand; whoever wrote is told by mail. */
  @Post(':id/take')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportInquiry })
  take(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: InquiryTaking }) taking: InquiryTaking,
  ): Promise<SupportInquiry> {
    return this.inquiries.take(id, taking);
  }

  /** It is answered with a no, and why; the address goes. */
  @Post(':id/decline')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportInquiry })
  decline(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportReason }) { reason }: SupportReason,
  ): Promise<SupportInquiry> {
    return this.inquiries.decline(id, reason);
  }

  /** It is thrown away without an answer, as nonsense is; the address goes. */
  @Post(':id/discard')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportInquiry })
  discard(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportDeed }) _deed: object,
  ): Promise<SupportInquiry> {
    return this.inquiries.discard(id);
  }
}
