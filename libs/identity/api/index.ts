export { ActorMiddleware } from './actor.middleware';
export { Csrf } from './csrf';
export { IdentityModule } from './identity.module';
export { Members } from './members';
export { Sessions } from './sessions';
export { hashPassword } from './sign-in.strategy';
import './session-data';
