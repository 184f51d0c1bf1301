import type { Configuration } from '../config/configuration';

/** Where people reach us, as links in letters begin; without a slash at the end. */
export const homeOf = ({ PUBLIC_URL, PORT }: Configuration): string =>
  PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${PORT}`;
