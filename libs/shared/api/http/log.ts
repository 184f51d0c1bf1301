import pino from 'pino';

/** Structured log. Fields are chosen one by one where it is called: never a body, a query string, a name or an address. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
