import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, sqlMover, SensitiveSources } from '@samverkan/shared/api';
import { PassportModule } from '@nestjs/passport';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { Accounts } from './accounts';
import { Administrators } from './administrators';
import { ActorMiddleware } from './actor.middleware';
import { ApiTokens } from './api-tokens';
import { ApiTokensController } from './api-tokens.controller';
import { ApiTokensQueries } from './api-tokens.query';
import { ApiTokensService } from './api-tokens.service';
import { BreakGlass } from './break-glass';
import type { DemoAccount } from '@samverkan/identity/contract';
import { Csrf } from './csrf';
import { DEMO_ACCOUNTS } from './demo-accounts.token';
import { IdentityPersonalData } from './identity-personal-data';
import { InvitedController } from './invited.controller';
import { InvitedService } from './invited.service';
import { KnownDevices } from './known-devices';
import { Letters } from './letters';
import { LifeCycle } from './life-cycle';
import { Members } from './members';
import { OidcController } from './oidc.controller';
import { OidcProviders } from './oidc-providers';
import { OidcService } from './oidc.service';
import { Passkeys } from './passkeys';
import { PasswordResetsController } from './password-resets.controller';
import { PasswordResetsService } from './password-resets.service';
import { Passwords } from './passwords';
import { PeopleController } from './people.controller';
import { PeopleQueries } from './people.query';
import { PeopleService } from './people.service';
import { RecoveryCodes } from './recovery-codes';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { Sessions } from './sessions';
import { SignInGuard } from './sign-in.guard';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';
import { SignInStrategy } from './sign-in.strategy';
import { TokenEndings } from './token-endings';
import { TokenSensitiveService } from './token-sensitive.service';
import { TokenLimits } from './token-limits';
import { Totp } from './totp';

@Module({
  imports: [PassportModule],
  controllers: [
    SessionController,
    AccountController,
    PasswordResetsController,
    InvitedController,
    PeopleController,
    OidcController,
    ApiTokensController,
  ],
  providers: [
    AccountService,
    Accounts,
    ActorMiddleware,
    Administrators,
    ApiTokens,
    ApiTokensQueries,
    ApiTokensService,
    BreakGlass,
    Csrf,
    IdentityPersonalData,
    InvitedService,
    KnownDevices,
    Letters,
    LifeCycle,
    Members,
    OidcProviders,
    OidcService,
    Passkeys,
    PasswordResetsService,
    Passwords,
    PeopleQueries,
    PeopleService,
    RecoveryCodes,
    SessionService,
    Sessions,
    SignInGuard,
    SignInLimits,
    SignInPool,
    SignInStrategy,
    TokenEndings,
    TokenLimits,
    TokenSensitiveService,
    Totp,
  ],
  exports: [ActorMiddleware, Administrators, Csrf, Members, PeopleService, Sessions, SignInLimits],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly moves: OrganizationMoves,
    private readonly db: Db,
    private readonly sensitive: SensitiveSources,
    private readonly texts: TokenSensitiveService,
  ) {}

  onModuleInit(): void {
    this.sensitive.register('identity', this.texts);
    this.moves.register(
      'identity',
      sqlMover(this.db, {
        preview: `select 'identity.membership' as kind, count(*)::int as count from membership where organization_id = $1 and (valid_to is null or valid_to >= today())
          union all select 'identity.invitation', count(*)::int from invitation
            where organization_id = $1 and used_at is null and withdrawn_at is null and expires_at > now()`,
        move: 'membership_organization_move',
        putBack: 'membership_organization_put_back',
      }),
    );
    this.moves.register(
      'tokens',
      sqlMover(this.db, {
        preview: `select 'identity.token' as kind, count(*)::int as count from api_token where organization_id = $1 and revoked_at is null and last_day >= today()`,
        move: 'api_token_organization_move',
        putBack: 'api_token_organization_put_back',
      }),
    );
  }

  /** With the accounts that demo mode may offer. */
  static with(demoAccounts: readonly DemoAccount[]): DynamicModule {
    return { module: IdentityModule, global: true, providers: [{ provide: DEMO_ACCOUNTS, useValue: demoAccounts }] };
  }
}
