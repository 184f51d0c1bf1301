import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, Moment, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { TermCode, VocabularyName } from './vocabulary';

/** new: a new term · words: other words or synonyms · order: another place · retire: chosen no more · reinstate: chosen again · merge: becomes part of another. */
export const termDeeds = ['new', 'words', 'order', 'retire', 'reinstate', 'merge'] as const;
export const TermDeed = z.enum(termDeeds).meta({ id: 'TermDeed' });
export type TermDeed = z.infer<typeof TermDeed>;

/** lapsed: enough said yes, and by then the list had become another. undone: a merge that was taken back. */
export const proposalStates = ['open', 'decided', 'withdrawn', 'lapsed', 'undone'] as const;
export const ProposalState = z.enum(proposalStates).meta({ id: 'ProposalState' });
export type ProposalState = z.infer<typeof ProposalState>;

/** So many counties are enough, with the one that proposes; where fewer have an administrator, all of them. */
export const enoughCounties = 3;

/** Words with letters, figures, hyphens and stars; at most two stars in a word, so that no text takes long to read. */
const synonym = line(60, 2).regex(
  /^(?!.*\* \*)(?!\S*\*\S*\*\S*\*)(?!.* \S*\*\S*\*\S*\*)[\p{L}\p{N}* -]*\p{L}[\p{L}\p{N}* -]*$/u,
  'term.not-a-synonym',
);
const words = {
  sv: line(60, 2),
  en: line(60, 2),
  synonymsSv: z.array(synonym).max(40),
  synonymsEn: z.array(synonym).max(40),
};
const common = {
  vocabulary: VocabularyName,
  /** Why: the other counties read it before they answer, and everybody when it has been decided. */
  motive: prose(600).min(3),
  guardConfirmed: GuardConfirmed.default([]),
};

export const ProposalInput = z
  .discriminatedUnion('deed', [
    z.strictObject({ deed: z.literal('new'), ...words, ...common }),
    z.strictObject({ deed: z.literal('words'), code: TermCode, ...words, ...common }),
    /** `after`: the term it is to stand next after; null for the first place. */
    z.strictObject({ deed: z.literal('order'), code: TermCode, after: TermCode.nullable(), ...common }),
    z.strictObject({ deed: z.literal('retire'), code: TermCode, ...common }),
    z.strictObject({ deed: z.literal('reinstate'), code: TermCode, ...common }),
    z.strictObject({ deed: z.literal('merge'), code: TermCode, into: TermCode, ...common }),
  ])
  .meta({ id: 'ProposalInput' });
export type ProposalInput = z.infer<typeof ProposalInput>;

const said = z.object({
  sv: z.string(),
  en: z.string(),
  synonymsSv: z.array(z.string()),
  synonymsEn: z.array(z.string()),
});

export const Proposal = z
  .object({
    id: Id,
    vocabulary: VocabularyName,
    deed: TermDeed,
    code: TermCode,
    /** What it would be called, for a new term or other words. */
    words: said.nullable(),
    /** What it is called, or was when this was decided; null for a new term. */
    before: said.nullable(),
    /** For another place: the term it would stand after, null for the first. */
    after: TermCode.nullable(),
    /** For a merge: what it would become part of. */
    into: TermCode.nullable(),
    motive: z.string(),
    organization: OrganizationRef,
    proposedAt: Moment,
    state: ProposalState,
    endedAt: Moment.nullable(),
    /** The version of the list that it made. */
    listVersion: z.number().int().nullable(),
    /** How many counties have said yes, with the one that proposes, and how many it takes. */
    yes: z.number().int(),
    needed: z.number().int(),
    /** What the others have answered; for administrators of a county alone. */
    answers: z.array(
      z.object({ organization: OrganizationRef, yes: z.boolean(), line: z.string(), answeredAt: Moment }),
    ),
    allowed: z.object({ answer: z.boolean(), withdraw: z.boolean(), undo: z.boolean() }),
    version: z.number().int(),
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof Proposal>;

export const Proposals = z
  .object({
    /** Open ones first, then the latest. At most 200. */
    items: z.array(Proposal),
    /** This reader may propose. */
    mayPropose: z.boolean(),
  })
  .meta({ id: 'Proposals' });
export type Proposals = z.infer<typeof Proposals>;

export const ProposalAnswerInput = z
  .strictObject({ yes: z.boolean(), line: line(300, 0).default(''), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'ProposalAnswerInput' });
export type ProposalAnswerInput = z.infer<typeof ProposalAnswerInput>;

export const ProposalDeed = z.strictObject({}).meta({ id: 'ProposalDeed' });

/** On how many actions each term of a list stands, of those that this reader sees. Terms that stand on none are left out. */
export const TermUses = z
  .object({ items: z.array(z.object({ code: TermCode, count: z.number().int() })) })
  .meta({ id: 'TermUses' });
export type TermUses = z.infer<typeof TermUses>;
