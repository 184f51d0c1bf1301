import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PasswordResetInput, PasswordResetRequest } from '@samverkan/identity/contract';
import { Allow } from '@samverkan/shared/api';
import type { Request } from 'express';
import { PasswordResetsService } from './password-resets.service';

@ApiTags('session')
@Controller('api/password-resets')
export class PasswordResetsController {
  constructor(private readonly service: PasswordResetsService) {}

  /** Asks for a letter with a link. The answer is the same whether the address has an account. */
  @Post()
  @HttpCode(202)
  @Allow('anonymous')
  ask(@Body({ schema: PasswordResetRequest }) input: PasswordResetRequest, @Req() request: Request): Promise<void> {
    return this.service.ask(input.email, request.ip ?? '');
  }

  /** Replaces the password with the code of the letter. */
  @Post('use')
  @HttpCode(204)
  @Allow('anonymous')
  replace(@Body({ schema: PasswordResetInput }) input: PasswordResetInput, @Req() request: Request): Promise<void> {
    return this.service.replace(input, request.ip ?? '');
  }
}
