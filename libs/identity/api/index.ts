export { actorOf } from './actor-of';
export { ActorMiddleware } from './actor.middleware';
export { Administrators } from './administrators';
export { Csrf } from './csrf';
export { IdentityModule } from './identity.module';
export { type Member, Members } from './members';
export { PeopleService } from './people.service';
export { Sessions } from './sessions';
export { SignInLimits } from './sign-in-limits';
export { LifeCycle } from './life-cycle';
export { hashPassword } from './passwords';
export { newToken, tokenHash } from './one-time-token';
export {
  AccountTrouble,
  type EmergencyNumber,
  type SealedAccount,
  closeEmergencyAccount,
  inviteFirstAdministrator,
  makeEmergencyAccounts,
  resealEmergencyAccount,
} from './server-accounts';
import './session-data';
