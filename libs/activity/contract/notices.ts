import * as z from 'zod';

/** What a person can say no to, each by itself: what waits for her, and news of each area. */
export const noticeKinds = [
  'waiting',
  'actions',
  'comments',
  'tasks',
  'contacts',
  'organizations',
  'strategies',
  'consultations',
  'assignments',
  'publications',
  'followup',
  'learning',
  'methods',
  'questions',
  'support',
  'vocabularies',
] as const;
export const NoticeKind = z.enum(noticeKinds).meta({ id: 'NoticeKind' });
export type NoticeKind = z.infer<typeof NoticeKind>;

/** The hour in Swedish time when the day's letter leaves, 0–23; null for no letter. */
const digestHour = z.int().min(0).max(23).nullable();

export const NoticeChoice = z
  .object({
    digestHour,
    /** Kinds left out of the letter. */
    off: z.array(NoticeKind),
    /** Where the letter goes: the account's own address. */
    email: z.string(),
    /** False where the installation has no mail server: nothing is sent. */
    mailWorks: z.boolean(),
  })
  .meta({ id: 'NoticeChoice' });
export type NoticeChoice = z.infer<typeof NoticeChoice>;

export const NoticeChoiceInput = z
  .strictObject({ digestHour, off: z.array(NoticeKind).max(noticeKinds.length) })
  .meta({ id: 'NoticeChoiceInput' });
export type NoticeChoiceInput = z.infer<typeof NoticeChoiceInput>;

/** The code of a letter's own link: says which person and which kind, and opens nothing else. Good for 90 days. */
export const UnsubscribeInput = z
  .strictObject({ token: z.string().min(20).max(1000) })
  .meta({ id: 'UnsubscribeInput' });
export type UnsubscribeInput = z.infer<typeof UnsubscribeInput>;

export const Unsubscribed = z.object({ kind: z.enum(['all', ...noticeKinds]) }).meta({ id: 'Unsubscribed' });
export type Unsubscribed = z.infer<typeof Unsubscribed>;

/** What waits for the acting organisation, in all areas. */
export const WaitList = z
  .object({
    items: z.array(
      z.object({
        /** `actions.waiting`, `contacts.verification` … */
        kind: z.string(),
        count: z.int(),
        /** The sentence that says it. */
        words: z.object({ sv: z.string(), en: z.string() }),
        /** Where in the portal it stands. */
        path: z.string(),
      }),
    ),
  })
  .meta({ id: 'WaitList' });
export type WaitList = z.infer<typeof WaitList>;
