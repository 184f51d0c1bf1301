import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AcceptanceInput,
  Enrolled,
  Invited,
  OidcStart,
  OidcStartInput,
  PasskeyOptions,
  Session,
  SignInAnswer,
  SignInInput,
  SignInOptions,
  TotpOffer,
} from '@samverkan/identity/contract';
import { answersForItself } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import { makePasskey, usePasskey } from './passkey';

/** Every request on the way in and out. They answer for themselves: nobody is signed in yet, so nothing waits for a session. */
@Service()
export class SessionRequests {
  private readonly http = inject(HttpClient);

  /** Null when nobody is signed in. While the service is away the question waits. */
  current(): Promise<Session | null> {
    return firstValueFrom(this.http.get<Session>('/api/session')).catch(() => null);
  }

  async signIn(input: SignInInput): Promise<SignInAnswer> {
    await this.newToken();
    return this.post<SignInAnswer>('/api/session', input);
  }

  /** Six digits of the app, or a recovery code. */
  giveCode(code: string): Promise<Session> {
    return this.post('/api/session/second-factor', { code });
  }

  /** Throws what the browser throws when the person changes her mind. */
  async givePasskey(): Promise<Session> {
    await this.newToken();
    const response = await usePasskey(await this.post<PasskeyOptions>('/api/session/passkey-challenge', {}));
    return this.post('/api/session/passkey', { response });
  }

  giveReason(reason: string): Promise<Session> {
    return this.post('/api/session/reason', { reason });
  }

  offerTotp(): Promise<TotpOffer> {
    return this.post('/api/account/totp-offer', {});
  }

  confirmTotp(code: string): Promise<Enrolled> {
    return firstValueFrom(this.http.put<Enrolled>('/api/account/totp', { code }, { context: answersForItself() }));
  }

  async addPasskey(name?: string): Promise<Enrolled> {
    const response = await makePasskey(await this.post<PasskeyOptions>('/api/account/passkey-offer', {}));
    return this.post('/api/account/passkeys', { response, ...(name ? { name } : {}) });
  }

  /** The authority's own page, to go to. */
  async startAuthority(id: string, input: OidcStartInput): Promise<string> {
    await this.newToken();
    return (await this.post<OidcStart>(`/api/oidc/${id}/start`, input)).url;
  }

  async askForNewPassword(email: string): Promise<void> {
    await this.newToken();
    await this.post('/api/password-resets', { email });
  }

  async replacePassword(token: string, password: string): Promise<void> {
    await this.newToken();
    await this.post('/api/password-resets/use', { token, password });
  }

  async readInvitation(token: string): Promise<Invited> {
    await this.newToken();
    return this.post('/api/invited', { token });
  }

  accept(input: AcceptanceInput): Promise<SignInAnswer> {
    return this.post('/api/invited/acceptance', input);
  }

  actAs(membershipId: string): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/session/acting', { membershipId }));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session')).catch(() => undefined);
  }

  /** Gives the page its CSRF token; a session that has ended took the old one with it. */
  private async newToken(): Promise<void> {
    await firstValueFrom(this.http.get('/api/session/options', { context: answersForItself() }));
  }

  private post<T>(url: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(url, body, { context: answersForItself() }));
  }
}

export const signInOptions = (): HttpResourceRef<SignInOptions | undefined> =>
  httpResource<SignInOptions>(() => '/api/session/options');
