import type { ContactFunction, Handover, HandoverList } from '@samverkan/contacts/contract';
import type { Client } from './client';
import type { TestApp } from './test-app';

/** What a function that is handed over consists of, made and asked about as its people do. */
export const handoverHand = (app: TestApp) => {
  const handovers = async (client: Client) => (await client.get<HandoverList>('/api/handovers')).body.items;
  return {
    userOf: async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id,
    aFunction: async (client: Client, title: string, userId: string | null = null) =>
      (
        await client.post<ContactFunction>('/api/contacts', {
          title,
          visibility: 'members',
          holder: userId ? { naming: 'named', userId, validFrom: '2026-01-01' } : null,
        })
      ).body,
    /** An action of Härnösand's that the function answers for. */
    anAction: async <T = { id: string }>(client: Client, title: string, functionId: string, more: object = {}) =>
      (
        await client.post<T>('/api/actions', {
          title,
          kind: 'other',
          status: 'planned',
          visibility: 'county',
          municipalityCodes: ['2283'],
          responsibleFunctionId: functionId,
          ...more,
        })
      ).body,
    handovers,
    /** The handover of the function of that title. */
    of: async (client: Client, title: string) =>
      (await handovers(client)).find((one) => one.function.title === title) as Handover,
    /** What becomes of the pieces of that title. */
    decide: (client: Client, handover: Handover, title: string, decision: string, more: object = {}) =>
      client.post<Handover & { code: string; issues: { path: string }[] }>(`/api/handovers/${handover.id}/decisions`, {
        items: handover.items.filter((item) => item.title === title).map(({ area, objectId }) => ({ area, objectId })),
        decision,
        ...more,
      }),
    /** The person's memberships end on a day (SQL), yesterday unless said. */
    endMembership: (userId: string, day = 'today() - 1') =>
      app.sql(`update membership set valid_to = ${day} where user_id = $1`, [userId]),
  };
};
