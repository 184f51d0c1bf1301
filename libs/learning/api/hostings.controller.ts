import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Hosting, HostingAnswerInput, HostingInput, HostOut, Hostings, OfferDeed } from '@samverkan/learning/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { HostingsService } from './hostings.service';
import { holders } from './offers.policy';

/** Holding a training together: asking, answering and leaving. */
@ApiTags('learning')
@Controller('api')
export class HostingsController {
  constructor(private readonly hostings: HostingsService) {}

  /** What the acting organisation is asked to hold, and whom it has asked. */
  @Get('hostings')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Hostings })
  async mine(): Promise<Hostings> {
    return { items: await this.hostings.mine() };
  }

  @Get('hostings/:id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Hosting })
  read(@Param('id', { schema: Id }) id: string): Promise<Hosting> {
    return this.hostings.read(id);
  }

  /** The same for one training: empty for whoever is on neither side. */
  @Get('offers/:id/hostings')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Hostings })
  async of(@Param('id', { schema: Id }) id: string): Promise<Hostings> {
    return { items: await this.hostings.of(id) };
  }

  /** Asks another party to hold it too. Until it has said yes it is no host: it sees nobody who comes, and stands nowhere as one. */
  @Post('offers/:id/hostings')
  @Allow(holders)
  @ApiCreatedResponse({ standardSchema: Hosting })
  ask(@Param('id', { schema: Id }) id: string, @Body({ schema: HostingInput }) input: HostingInput): Promise<Hosting> {
    return this.hostings.ask(id, input);
  }

  /** Leaves it to the others who hold it; never as the last. */
  @Post('offers/:id/leave')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hosting })
  leave(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Hosting> {
    return this.hostings.leave(id);
  }

  /** Takes out a host that was named without having been asked; 409 for one that has said yes, or holds it no more. */
  @Post('offers/:id/take-out')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hostings })
  async takeOut(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HostOut }) { organizationId }: HostOut,
  ): Promise<Hostings> {
    return { items: await this.hostings.takeOut(id, organizationId) };
  }

  /** Yes: it is held together from now on. */
  @Post('hostings/:id/accept')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hosting })
  accept(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HostingAnswerInput }) input: HostingAnswerInput,
  ): Promise<Hosting> {
    return this.hostings.accept(id, input);
  }

  @Post('hostings/:id/decline')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hosting })
  decline(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HostingAnswerInput }) input: HostingAnswerInput,
  ): Promise<Hosting> {
    return this.hostings.decline(id, input);
  }

  /** Takes back what was asked. */
  @Post('hostings/:id/withdraw')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hosting })
  withdraw(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Hosting> {
    return this.hostings.withdraw(id);
  }

  /** Reminds the one that is asked, by letter; 409 until a week has passed since it was asked or last reminded of. */
  @Post('hostings/:id/reminder')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hosting })
  remind(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Hosting> {
    return this.hostings.remind(id);
  }

  /** Takes back an answer, a withdrawal or a leaving, for a day and while nothing is built on it. Of a leaving that is taken back nothing is left. */
  @Post('hostings/:id/undo')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Hostings })
  async undo(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Hostings> {
    const found = await this.hostings.undo(id);
    return { items: found ? [found] : [] };
  }
}
