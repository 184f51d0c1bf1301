import type { Actor, Db } from '@samverkan/shared/api';
import type { Response } from 'express';
import { changesAfter, streamEnd } from './feed.query';
import { LiveStream } from './live-stream';

/** A database where an older transaction, without news, ends right after the first question of a telling. */
function databaseWithAnOlderTransaction() {
  let running = true;
  let questions = 0;
  const answer = (text: string, [after]: string[]) => {
    if (text === streamEnd) return [{ cursor: '99-0', pending: running }];
    return text === changesAfter && !running && Number(after) < 100
      ? [{ cursor: '100-1', area: 'actions', objectId: 'insats' }]
      : [];
  };
  const readAs = (_actor: unknown, text: string, values: string[] = []) => {
    const rows = answer(text, values);
    questions += 1;
    // The opening asks where the stream stands; the first question after it is the telling's.
    if (questions === 2) running = false;
    return Promise.resolve(rows);
  };
  return { readAs } as unknown as Db;
}

it('tells of news that waited for an older transaction, also when that one ends without a word between two questions', async () => {
  const sent: string[] = [];
  const response = {
    status: () => response,
    set: () => response,
    flushHeaders: () => undefined,
    write: (text: string) => sent.push(text),
    end: () => undefined,
    writableLength: 0,
    writableEnded: false,
  };
  const stream = new LiveStream(databaseWithAnOlderTransaction(), {} as Actor, response as unknown as Response);
  await stream.open(undefined);
  await new Promise((passed) => setTimeout(passed, 500));
  stream.close();
  expect(sent.filter((text) => text.includes('"objectId":"insats"'))).toHaveLength(1);
});
