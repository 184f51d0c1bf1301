import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ApiToken, ApiTokenInput, ApiTokenList, ApiTokenMade, TokenAddresses } from '@samverkan/identity/contract';
import type { AddressValues } from '@samverkan/reading/portal';
import { firstValueFrom } from 'rxjs';

export const tokensOf = (organization: () => string | undefined): HttpResourceRef<ApiTokenList | undefined> =>
  httpResource<ApiTokenList>(() => {
    const id = organization();
    const params: AddressValues = id ? { organization: id } : {};
    return { url: '/api/tokens', params };
  });

export const tokenAddresses = (): HttpResourceRef<TokenAddresses | undefined> =>
  httpResource<TokenAddresses>(() => '/api/tokens/addresses');

/** What an administrator does with an organisation's tokens. */
@Service()
export class TokenRequests {
  private readonly http = inject(HttpClient);

  make(input: ApiTokenInput): Promise<ApiTokenMade> {
    return firstValueFrom(this.http.post<ApiTokenMade>('/api/tokens', input));
  }

  revoke(id: string): Promise<ApiToken> {
    return firstValueFrom(this.http.post<ApiToken>(`/api/tokens/${id}/revocation`, {}));
  }
}
