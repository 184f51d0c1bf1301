/** What an area says and hears of its letters with a `message`; each in a transaction without an actor. */
export interface MailListener {
  /** Whether the letter is still to leave; asked before each try. */
  wanted(messageId: string): Promise<boolean>;
  /** How it went: the mail server took it, or it never will (`refused`), or it waited for a day (`expired`). Told once, and not of one that was not wanted. */
  outcome(messageId: string, outcome: 'sent' | 'failed', reason: string | null): Promise<void>;
}
