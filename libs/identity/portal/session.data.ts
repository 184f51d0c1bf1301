import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Session, SignInInput, SignInOptions } from '@samverkan/identity/contract';
import { answersForItself } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

/** Every request about the session. */
@Service()
export class SessionRequests {
  private readonly http = inject(HttpClient);

  /** Null when nobody is signed in. While the service is away the question waits. */
  current(): Promise<Session | null> {
    return firstValueFrom(this.http.get<Session>('/api/session')).catch(() => null);
  }

  async signIn(input: SignInInput): Promise<Session> {
    // Gives the page its CSRF token; a session that has ended took the old one with it.
    await firstValueFrom(this.http.get('/api/session/options', { context: answersForItself() }));
    return firstValueFrom(this.http.post<Session>('/api/session', input, { context: answersForItself() }));
  }

  actAs(membershipId: string): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/session/acting', { membershipId }));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session')).catch(() => undefined);
  }
}

export const signInOptions = (): HttpResourceRef<SignInOptions | undefined> =>
  httpResource<SignInOptions>(() => '/api/session/options');
