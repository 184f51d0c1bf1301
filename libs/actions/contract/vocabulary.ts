import * as z from 'zod';

/** Controlled lists. The codes are stable; the words stand in the portal's `actions.<list>.<code>`. */
export const actionKinds = [
  'training',
  'routine',
  'method_introduction',
  'campaign',
  'network',
  'project',
  'support',
  'other',
] as const;
export const ActionKind = z.enum(actionKinds).meta({ id: 'ActionKind' });
export type ActionKind = z.infer<typeof ActionKind>;

/** Rows follow the state's own reporting of target groups (regional situation report 2017–2018), with words in use today. */
export const targetGroups = [
  'exposed_women',
  'exposed_children',
  'exposed_men',
  'lgbtqi',
  'elderly',
  'disability',
  'honour_exposed',
  'prostitution_exposed',
  'perpetrators',
  'young_people',
  'professionals',
  'general_public',
] as const;
export const TargetGroup = z.enum(targetGroups).meta({ id: 'TargetGroup' });
export type TargetGroup = z.infer<typeof TargetGroup>;

export const violenceForms = [
  'intimate_partner',
  'honour',
  'sexual',
  'economic',
  'digital',
  'psychological',
  'physical',
  'post_separation',
  'prostitution_trafficking',
  'genital_mutilation',
] as const;
export const ViolenceForm = z.enum(violenceForms).meta({ id: 'ViolenceForm' });
export type ViolenceForm = z.infer<typeof ViolenceForm>;

export const phases = ['prevent', 'detect', 'protect', 'support', 'prosecute', 'prevent_relapse'] as const;
export const Phase = z.enum(phases).meta({ id: 'Phase' });
export type Phase = z.infer<typeof Phase>;

export const professions = [
  'social_workers',
  'school_staff',
  'health_care',
  'police',
  'prosecutors',
  'prison_probation',
  'preschool_staff',
  'youth_workers',
  'employment_officers',
  'civil_society',
  'managers',
  'politicians',
  'other_professions',
] as const;
export const Profession = z.enum(professions).meta({ id: 'Profession' });
export type Profession = z.infer<typeof Profession>;

/** `draft → planned → ongoing → completed | cancelled`, with a pause. Moved only by the verbs below. */
export const actionStatuses = ['draft', 'planned', 'ongoing', 'paused', 'completed', 'cancelled'] as const;
export const ActionStatus = z.enum(actionStatuses).meta({ id: 'ActionStatus' });
export type ActionStatus = z.infer<typeof ActionStatus>;

/** plan: draft → planned · start: draft, planned → ongoing · pause: planned, ongoing → paused · resume: paused → what it was · complete: ongoing → completed · cancel: any open → cancelled, with a reason · reopen: completed, cancelled → ongoing. */
export const actionVerbs = ['plan', 'start', 'pause', 'resume', 'complete', 'cancel', 'reopen'] as const;
export const ActionVerb = z.enum(actionVerbs).meta({ id: 'ActionVerb' });
export type ActionVerb = z.infer<typeof ActionVerb>;
