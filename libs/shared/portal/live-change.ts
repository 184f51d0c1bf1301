/** The part of a line of the live stream that tells where something changed; `@samverkan/activity/contract` has the whole. */
export interface LiveChange {
  area: string;
}
