import * as z from 'zod';

/** `draft → planned → ongoing → completed | cancelled`, with a pause. Moved only by the verbs below. */
export const actionStatuses = ['draft', 'planned', 'ongoing', 'paused', 'completed', 'cancelled'] as const;
export const ActionStatus = z.enum(actionStatuses).meta({ id: 'ActionStatus' });
export type ActionStatus = z.infer<typeof ActionStatus>;

/** plan: draft → planned · start: draft, planned → ongoing · pause: planned, ongoing → paused · resume: paused → what it was · complete: ongoing → completed · cancel: any open → cancelled, with a reason · reopen: completed, cancelled → ongoing. */
export const actionVerbs = ['plan', 'start', 'pause', 'resume', 'complete', 'cancel', 'reopen'] as const;
export const ActionVerb = z.enum(actionVerbs).meta({ id: 'ActionVerb' });
export type ActionVerb = z.infer<typeof ActionVerb>;
