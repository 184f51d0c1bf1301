// A consultation as its specs begin it: a draft of Eva's with goals, put to Kramfors and Lyktan; and how it is answered.
import type { Consultation } from '@samverkan/consultations/contract';
import type { Strategy } from '@samverkan/strategies/contract';
import type { Answer, Client } from './client';
import type { TestApp } from './test-app';

export interface Round {
  answer: Answer<Consultation>;
  draft: Strategy;
  id: string;
  goals: string[];
}

export const roundAt = (id: string, rest = '') => `/api/consultations/${id}${rest}`;
/** Specs sign their people in before the first test; until then there is nobody. */
function signedIn(who: Client | undefined): Client {
  if (!who) throw new Error('Nobody is signed in yet.');
  return who;
}

export const writeAnswer = (who: Client | undefined, id: string, field: string, text: string, version = 0) =>
  signedIn(who).put<{ version: number; code: string; current: object }>(roundAt(id, `/answer/fields/${field}`), {
    text,
    version,
  });
export const sendAnswer = (who: Client | undefined, id: string) =>
  signedIn(who).post<Consultation>(roundAt(id, '/answer/sending'), {});
/** No comment on what nothing has been said of. */
export const noComment = (who: Client | undefined, id: string) =>
  signedIn(who).post<Consultation>(roundAt(id, '/answer/no-comment'), {});

export const dayFromNow = async (app: TestApp, days: number): Promise<string> =>
  (await app.sql<{ day: string }>('select (samverkan.today() + $1::int)::text as day', [days]))[0]?.day ?? '';
export const organizationOf = async (app: TestApp, key: string): Promise<string> =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';

export async function aRound(
  app: TestApp,
  by: Client,
  more: object = {},
  goals = ['Upptäcka våld', 'Förebygga våld', 'Skydda barn'],
): Promise<Round> {
  let { body: draft } = await by.post<Strategy>('/api/strategies', {
    kind: 'action_plan',
    title: 'Handlingsplan mot våld 2027–2030',
    shortTitle: 'Handlingsplan 2027–2030',
  });
  for (const title of goals)
    ({ body: draft } = await by.post<Strategy>(`/api/strategies/${draft.id}/goals`, {
      title,
      text: `${title} i länet.`,
    }));
  const answer = await by.post<Consultation>('/api/consultations', {
    strategyId: draft.id,
    organizationIds: [await organizationOf(app, 'municipality:2282'), await organizationOf(app, 'demo:lyktan')],
    lastDay: await dayFromNow(app, 21),
    message: 'Säg gärna om något saknas.',
    ...more,
  });
  return { answer, draft, id: answer.body.id, goals: draft.goals.map(({ id }) => id) };
}
