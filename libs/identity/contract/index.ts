export { ActingInput, DemoAccount, Membership, Role, Session, SignInInput, SignInOptions, roles } from './session';
