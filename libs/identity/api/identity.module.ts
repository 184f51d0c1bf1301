import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ActorMiddleware } from './actor.middleware';
import { Csrf } from './csrf';
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
  providers: [ActorMiddleware, Csrf, Members, SessionService, Sessions, SignInGuard, SignInLimits, SignInPool, SignInStrategy],
  exports: [ActorMiddleware, Csrf, Members, Sessions],
})
export class IdentityModule {}
