import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Account, Enrolled, PasswordChangeInput } from '@samverkan/identity/contract';
import { firstValueFrom } from 'rxjs';

export const myAccount = (): HttpResourceRef<Account | undefined> => httpResource<Account>(() => '/api/account');

/** What the signed-in person may change about how she signs in. */
@Service()
export class AccountRequests {
  private readonly http = inject(HttpClient);

  changePassword(input: PasswordChangeInput): Promise<void> {
    return firstValueFrom(this.http.put<void>('/api/account/password', input));
  }

  useShortcuts(on: boolean): Promise<void> {
    return firstValueFrom(this.http.put<void>('/api/account/shortcuts', { on }));
  }

  renewRecoveryCodes(): Promise<Enrolled> {
    return firstValueFrom(this.http.post<Enrolled>('/api/account/recovery-codes', {}));
  }

  /** `what`: `totp`, `passkeys/<id>`, `sessions`, `sessions/<id>`. */
  remove(what: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/account/${what}`));
  }
}
