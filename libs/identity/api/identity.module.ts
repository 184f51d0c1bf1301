import { type DynamicModule, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ActorMiddleware } from './actor.middleware';
import type { DemoAccount } from '@samverkan/identity/contract';
import { Csrf } from './csrf';
import { DEMO_ACCOUNTS } from './demo-accounts.token';
import { Members } from './members';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { Sessions } from './sessions';
import { SignInGuard } from './sign-in.guard';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';
import { SignInStrategy } from './sign-in.strategy';

@Module({
  imports: [PassportModule],
  controllers: [SessionController],
  providers: [
    ActorMiddleware,
    Csrf,
    Members,
    SessionService,
    Sessions,
    SignInGuard,
    SignInLimits,
    SignInPool,
    SignInStrategy,
  ],
  exports: [ActorMiddleware, Csrf, Members, Sessions],
})
export class IdentityModule {
  /** With the accounts that demo mode may offer. */
  static with(demoAccounts: readonly DemoAccount[]): DynamicModule {
    return { module: IdentityModule, global: true, providers: [{ provide: DEMO_ACCOUNTS, useValue: demoAccounts }] };
  }
}
