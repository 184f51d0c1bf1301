import { DOCUMENT } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { tokenAddresses } from './tokens.data';

/** How a system is connected: the token, an example, the addresses that are open, and what an answer may say. */
@Component({
  selector: 'sam-token-guide',
  templateUrl: './token-guide.html',
  styleUrl: './token-guide.scss',
  imports: [TranslocoDirective],
})
export class TokenGuide {
  private readonly home = inject(DOCUMENT).location.origin;
  private readonly source = tokenAddresses();
  protected readonly addresses = computed(() => (this.source.hasValue() ? this.source.value().items : []));
  protected readonly codes = [
    'unknown',
    'expired',
    'revoked',
    'organization-ended',
    'scope-lacking',
    'route-closed',
    'too-many',
  ];
  protected readonly example = `curl -H "Authorization: Bearer $TOKEN" "${this.home}/api/actions?size=25"`;
}
