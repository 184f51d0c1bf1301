import { line } from '@samverkan/shared/contract';

/** An address on the web, or nothing. */
export const webAddress = line(500, 0).refine(
  (text) => text === '' || (/^https?:\/\/\S+\.\S+$/.test(text) && URL.canParse(text)),
  'field.wrong-form',
);
