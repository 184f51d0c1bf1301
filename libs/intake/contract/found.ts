/** What may be read out of a paragraph. */
export type FoundField = 'title' | 'kind' | 'period' | 'municipalityCodes' | 'targetGroups' | 'forms' | 'phases';

/** Where in the text a thing was read: the first sign and the one after the last. */
export interface Place {
  start: number;
  end: number;
}

/** One suggestion, and the words it comes from. A period has its two days, either of which may be empty. */
export interface Found extends Place {
  field: FoundField;
  values: string[];
}
