import { log } from '@samverkan/shared/api';
import pino from 'pino';

/** Has every line of the log, down to the least, end in `lines`; gives back a way to let the log be as it was, for the specs that come after. */
export function hearLog(lines: string[]): () => void {
  const { level } = log;
  const stream = Reflect.get(log, pino.symbols.streamSym) as unknown;
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } });
  log.level = 'trace';
  return () => {
    Object.assign(log, { [pino.symbols.streamSym]: stream });
    log.level = level;
  };
}
