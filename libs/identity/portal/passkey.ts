// The browser's passkeys. Its library is fetched when somebody uses one.
import type { PasskeyOptions } from '@samverkan/identity/contract';

/** False in browsers that have no passkeys, where the choice is not offered. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Asks the browser for a passkey the person has. Throws when she changes her mind. */
export async function usePasskey(options: PasskeyOptions): Promise<Record<string, unknown>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return { ...(await startAuthentication({ optionsJSON })) };
}

/** Asks the browser to make a passkey. Throws when the person changes her mind, or has one on this device already. */
export async function makePasskey(options: PasskeyOptions): Promise<Record<string, unknown>> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return { ...(await startRegistration({ optionsJSON })) };
}

/** What to say of a passkey that did not come about: the browser's own reasons are technical and in its own language. */
export function passkeyCode(error: unknown): string | null {
  if (!(error instanceof Error) || 'status' in error) return null;
  return error.name === 'InvalidStateError' ? 'passkey.there-already' : 'passkey.not-given';
}
