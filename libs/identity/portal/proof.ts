import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import { asProblem } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

/** Deeds that want a fresh proof of who one is. The dialog stands in the page (`<sam-proof-asked>`). */
@Service()
export class Proof {
  private readonly http = inject(HttpClient);
  /** Called with true when she has proved who she is, with false when she let it be. Null while nobody asks. */
  readonly asked = signal<((proved: boolean) => void) | null>(null);

  /** Does the deed, and does it again when she has proved who she is. Undefined when she let it be. */
  async before<T>(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      return await deed();
    } catch (error) {
      if (asProblem(error)?.code !== 'session.prove-again') throw error;
      const proved = await new Promise<boolean>((resolve) => this.asked.set(resolve));
      this.asked.set(null);
      return proved ? deed() : undefined;
    }
  }

  async give(secret: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/account/proof', { secret }));
  }
}
