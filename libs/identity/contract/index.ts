export {
  Account,
  Enrolled,
  NewPassword,
  PasskeyKey,
  PasswordChangeInput,
  PasswordResetInput,
  PasswordResetRequest,
  ProofInput,
  SessionKey,
  Token,
  TotpOffer,
  passwordLength,
  ShortcutsInput,
} from './account';
export {
  ApiToken,
  ApiTokenInput,
  ApiTokenList,
  ApiTokenMade,
  ApiTokenQuery,
  TokenAddress,
  TokenAddresses,
  tokenDays,
  tokenStates,
} from './api-token';
export { AcceptanceInput, Invited, InvitedRequest } from './invited';
export {
  EndMembershipInput,
  Invitation,
  InvitationChoices,
  InvitationInput,
  InvitationList,
  PeoplePage,
  PeopleQuery,
  Person,
  invitationStates,
  peopleSorts,
  peopleStates,
} from './people';
export { OidcStart, OidcStartInput, ProviderKey } from './oidc';
export { ActingInput, DemoAccount, Membership, Role, Session, SignInInput, SignInOptions, roles } from './session';
export {
  BreakGlassInput,
  PasskeyInput,
  PasskeyOptions,
  SecondFactorInput,
  SignInAnswer,
  SignInStep,
  secondFactors,
} from './sign-in-step';
