import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { SignInInput } from '@samverkan/identity/contract';
import { InputPipe, Refusal } from '@samverkan/shared/api';
import type { Request } from 'express';

/** Reads the sign-in form by its schema before Passport does, and gives one neutral answer to every wrong pair. */
@Injectable()
export class SignInGuard extends AuthGuard('sign-in') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    new InputPipe().transform(request.body, { type: 'body', schema: SignInInput } as never);
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error as Error;
    if (!user) throw new Refusal(401, 'session.wrong-credentials');
    return user;
  }
}
