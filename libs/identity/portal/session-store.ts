import { Service, computed, inject, signal } from '@angular/core';
import type { Membership, Session, SignInInput, SignInStep } from '@samverkan/identity/contract';
import { DraftBox, LiveUpdates, SessionGate } from '@samverkan/shared/portal';
import { SessionRequests } from './session.data';

/** Who is signed in here, and for whom she acts. */
@Service()
export class SessionStore {
  private readonly requests = inject(SessionRequests);
  private readonly gate = inject(SessionGate);
  private readonly live = inject(LiveUpdates);
  private readonly drafts = inject(DraftBox);
  private readonly held = signal<Session | null>(null);
  private asked = false;
  readonly session = this.held.asReadonly();
  readonly acting = computed<Membership | null>(() => this.held()?.acting ?? null);
  readonly others = computed(
    () => this.held()?.memberships.filter((membership) => membership.id !== this.acting()?.id) ?? [],
  );

  /** The session, asked for once; null when nobody is signed in. */
  async current(): Promise<Session | null> {
    if (!this.asked) {
      const session = await this.requests.current();
      this.asked = true;
      if (session) this.begin(session);
    }
    return this.held();
  }

  /** Gives the step that remains, or null when she is in. */
  async signIn(input: SignInInput): Promise<SignInStep | null> {
    const answer = await this.requests.signIn(input);
    if ('next' in answer) return answer;
    await this.enter(answer);
    return null;
  }

  /** She is in. When another person takes over an ended session her page starts afresh. */
  async enter(session: Session): Promise<void> {
    const before = this.held();
    this.asked = true;
    const another = before !== null && (before.user.id !== session.user.id || before.acting.id !== session.acting.id);
    if (another && before.user.id === session.user.id) await this.actAs(before.acting);
    else if (another) {
      this.drafts.forget();
      location.assign('/');
    } else this.begin(session);
  }

  async actAs(membership: Membership): Promise<void> {
    this.begin(await this.requests.actAs(membership.id));
  }

  /** What she has just chosen of single keys holds from now on. */
  usesShortcuts(shortcuts: boolean): void {
    this.held.update((session) => session && { ...session, shortcuts });
  }

  async signOut(): Promise<void> {
    await this.requests.signOut();
    this.drafts.forget();
    this.live.stop();
    this.gate.close();
    this.held.set(null);
  }

  private begin(session: Session): void {
    this.held.set(session);
    // Another role may see other things: the stream is opened anew for it.
    this.live.stop();
    this.live.start();
    this.gate.open();
  }
}
