import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BulkDone, BulkInput, BulkPreview, BulkPreviewInput, BulkUndo } from '@samverkan/actions/contract';
import { Allow } from '@samverkan/shared/api';
import { writers } from './actions.policy';
import { BulkService } from './bulk.service';

@ApiTags('actions')
@Controller('api/actions/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  /** What one change would do to several actions: how many, and which refuse and why. Nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: BulkPreview })
  preview(@Body({ schema: BulkPreviewInput }) input: BulkPreviewInput): Promise<BulkPreview> {
    return this.bulk.preview(input);
  }

  /** Changes those at the versions that were looked at; the rest is told. */
  @Post()
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: BulkDone })
  act(@Body({ schema: BulkInput }) input: BulkInput): Promise<BulkDone> {
    return this.bulk.act(input);
  }

  /** Takes an act back, where nobody has changed anything since. */
  @Post('undo')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: BulkDone })
  undo(@Body({ schema: BulkUndo }) input: BulkUndo): Promise<BulkDone> {
    return this.bulk.undo(input);
  }
}
