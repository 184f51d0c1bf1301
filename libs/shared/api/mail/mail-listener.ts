/** Hears how a letter went: the mail server took it, or it never will (`refused`), or it waited for a day (`expired`). */
export type MailListener = (messageId: string, outcome: 'sent' | 'failed', reason: string | null) => Promise<void>;
