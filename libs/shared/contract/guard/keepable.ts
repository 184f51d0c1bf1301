import { guardGrade, guardText } from './text-guard';

/** Whether a text may leave the browser's field: nothing in it that the guard stops or asks about. */
export const isKeepable = (text: string): boolean => !['stop', 'ask'].includes(guardGrade(guardText(text)) ?? '');

const isClean = (value: unknown): boolean => {
  if (typeof value === 'string') return isKeepable(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isClean);
};

/** What of a form may be kept as a draft: a field with a text the guard stops or asks about stays in the browser alone, whole. */
export const keepable = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => isClean(value)));
