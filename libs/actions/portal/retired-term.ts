import { asProblem } from '@samverkan/shared/portal';

/** The code of what is wrong when a word of the lists cannot be chosen any more: its chip has no place for a sentence of its own. */
export const retiredTerm = (error: unknown): string | undefined =>
  asProblem(error)?.issues?.find(({ code }) => code.startsWith('term.'))?.code;
