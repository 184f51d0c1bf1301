import type { ActionVerb } from '@samverkan/actions/contract';

/** The verb that takes back another, where there is one. */
export const undoes: Partial<Record<ActionVerb, ActionVerb>> = { pause: 'resume', resume: 'pause', complete: 'reopen' };
