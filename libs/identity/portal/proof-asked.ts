import { Component, inject } from '@angular/core';
import { Proof } from './proof';
import { ProofDialog } from './proof-dialog';

/** Asks for password or code once more. It stands in every page whose deeds may want it, and is fetched when one does. */
@Component({
  selector: 'sam-proof-asked',
  template: `@defer (when proof.asked()) {
    <sam-proof-dialog />
  }`,
  imports: [ProofDialog],
})
export class ProofAsked {
  protected readonly proof = inject(Proof);
}
