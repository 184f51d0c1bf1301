import type { Actor, Db } from '@samverkan/shared/api';
import type { Response } from 'express';
import { changesAfter, mostChanges, streamEnd } from './feed.query';
import { LiveStream } from './live-stream';
import { Telling } from './telling';

const reader = (userId: string, organizationId: string): Actor => ({
  userId,
  organizationId,
  name: '',
  membershipId: '',
  role: 'coordinator',
  countyCodes: ['22'],
});

/** A stream, and all that is written to it. */
function aStream(actor = reader('ida', 'kommunen')) {
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
  return { stream: new LiveStream(actor, response as unknown as Response), sent };
}

/** A database that answers what `answer` says, and keeps who asked for news. */
function aDatabase(answer: (text: string, values: string[]) => unknown[]) {
  const asked: (Actor | undefined)[] = [];
  const readAs = (actor: Actor | undefined, text: string, values: string[] = []) => {
    if (text === changesAfter) asked.push(actor);
    return Promise.resolve(answer(text, values));
  };
  return { db: { readAs } as unknown as Db, asked };
}

const passed = (ms: number) => new Promise((done) => setTimeout(done, ms));
const heard = (sent: string[], id: string) => sent.filter((text) => text.includes(`"objectId":"${id}"`)).length;

describe('what is told live', () => {
  it('tells of news that waited for an older transaction, also when that one ends without a word between two questions', async () => {
    let running = true;
    let questions = 0;
    const { db } = aDatabase((text, [after]) => {
      questions += 1;
      // The opening asks where the stream stands; the first question after it is the telling's.
      if (questions === 3) running = false;
      if (text === streamEnd) return [{ cursor: '99-0', pending: running }];
      return !running && Number(after) < 100 ? [{ cursor: '100-1', area: 'actions', objectId: 'insats' }] : [];
    });
    const telling = new Telling(db);
    const { stream, sent } = aStream();
    stream.begin((await telling.end()).cursor, undefined);
    telling.add(stream);
    for (let round = 0; round < 100 && heard(sent, 'insats') === 0; round++) await passed(20);
    telling.remove(stream);
    expect(heard(sent, 'insats')).toBe(1);
  });

  it('asks once for all whose rights are the same, and apart for another organisation', async () => {
    const { db, asked } = aDatabase((text, [after]) => {
      if (text === streamEnd) return [{ cursor: '50-0', pending: false }];
      return Number(after) < 40 ? [{ cursor: '40-1', area: 'actions', objectId: 'insats' }] : [];
    });
    const telling = new Telling(db);
    const streams = ['ida', 'eva', 'jon'].map((userId) => aStream(reader(userId, 'kommunen')));
    streams.push(aStream(reader('siv', 'jouren')));
    streams.forEach(({ stream }) => stream.begin('30-0', undefined));
    streams.forEach(({ stream }) => telling.add(stream));
    for (let round = 0; round < 100 && !streams.every(({ sent }) => heard(sent, 'insats') > 0); round++)
      await passed(20);
    expect(streams.map(({ sent }) => heard(sent, 'insats'))).toEqual([1, 1, 1, 1]);
    const before = asked.length;
    await telling.tell();
    expect(asked.slice(before).map((actor) => actor?.organizationId)).toEqual(['kommunen', 'jouren']);
    streams.forEach(({ stream }) => telling.remove(stream));
  });

  it('tells the others, and her later, when the question of one audience fails', async () => {
    let failing = true;
    const { db } = aDatabase((text, [after]) => {
      if (text === streamEnd) return [{ cursor: '50-0', pending: false }];
      return Number(after) < 40 ? [{ cursor: '40-1', area: 'actions', objectId: 'insats' }] : [];
    });
    const { readAs } = db;
    db.readAs = ((actor: Actor | undefined, text: string, values: string[]) =>
      failing && actor?.organizationId === 'jouren'
        ? Promise.reject(new Error('gone'))
        : readAs.call(db, actor, text, values)) as Db['readAs'];
    const telling = new Telling(db);
    const [unlucky, other] = [aStream(reader('siv', 'jouren')), aStream(reader('ida', 'kommunen'))];
    for (const { stream } of [unlucky, other]) {
      stream.begin('30-0', undefined);
      telling.add(stream);
    }
    for (let round = 0; round < 100 && heard(other.sent, 'insats') === 0; round++) await passed(20);
    expect(heard(other.sent, 'insats')).toBe(1);
    expect(heard(unlucky.sent, 'insats')).toBe(0);
    failing = false;
    for (let round = 0; round < 100 && heard(unlucky.sent, 'insats') === 0; round++) await passed(20);
    for (const { stream } of [unlucky, other]) telling.remove(stream);
    expect(heard(unlucky.sent, 'insats')).toBe(1);
    expect(heard(other.sent, 'insats')).toBe(1);
  });

  it('goes on with a long backlog of one audience while the question of another fails', async () => {
    const { db } = aDatabase((text, [after]) => {
      if (text === streamEnd) return [{ cursor: '900-0', pending: false }];
      const next = Number(after) + 1;
      return Array.from({ length: Math.min(mostChanges, 500 - Number(after)) }, (_, at) => ({
        cursor: `${next + at}-1`,
        area: 'actions',
        objectId: `insats-${next + at}`,
      }));
    });
    const { readAs } = db;
    db.readAs = ((actor: Actor | undefined, text: string, values: string[]) =>
      actor?.organizationId === 'jouren'
        ? Promise.reject(new Error('gone'))
        : readAs.call(db, actor, text, values)) as Db['readAs'];
    // No clock goes, so nothing that waits for a time comes.
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const telling = new Telling(db);
    const [unlucky, other] = [aStream(reader('siv', 'jouren')), aStream(reader('ida', 'kommunen'))];
    for (const { stream } of [unlucky, other]) stream.begin('0-0', undefined);
    telling.add(unlucky.stream);
    telling.add(other.stream);
    for (let round = 0; round < 100 && heard(other.sent, 'insats-500') === 0; round++)
      await new Promise((next) => setImmediate(next));
    for (const { stream } of [unlucky, other]) telling.remove(stream);
    jest.useRealTimers();
    expect(other.sent.filter((text) => text.includes('event: change'))).toHaveLength(500);
  });
});
