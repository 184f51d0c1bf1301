import { type AreaFloor, only } from '@samverkan/shared/floor';
import { answers, asks, comment, consultation, invitation, round, writing } from './consultation';

const one = '/api/consultations/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const askers = ['municipal', 'regional', 'county_staff', 'county_admin'] as const;
const answerers = ['partner', ...askers] as const;
const asked = { of: consultation, entry: askers, may: asks };
const answered = { of: consultation, entry: answerers, may: answers };

export const floor: AreaFloor = {
  operations: {
    'GET /api/consultations': { lists: consultation, query: '' },
    'GET /api/consultations/choices': { entry: askers, query: `?strategy=${nobody}`, answers: 404 },
    'POST /api/consultations': {
      entry: askers,
      answers: 404,
      body: { strategyId: nobody, organizationIds: [nobody], lastDay: '2099-01-01' },
    },
    [`GET ${one}`]: { of: consultation },
    [`PATCH ${one}`]: { ...asked, body: { message: 'Prov av golvet' } },
    [`PUT ${one}/answer/fields/{field}`]: { ...answered, body: { text: 'Prov av golvet', version: 1 } },
    [`POST ${one}/answer/no-comment`]: { ...answered, body: {} },
    [`POST ${one}/answer/sending`]: { ...answered, body: {} },
    // Those who are asked see what others said when the round is closed, and only when it is shown.
    [`GET ${one}/answers`]: { of: consultation, may: asks },
    [`GET ${one}/export`]: { of: consultation, may: asks },
    [`PUT ${one}/comments/{commentId}/response`]: {
      ...asked,
      body: { outcome: 'taken_in', reason: 'Prov', version: 1 },
    },
    [`POST ${one}/invitations`]: { ...asked, body: { organizationIds: [nobody] } },
    [`DELETE ${one}/invitations/{organizationId}`]: asked,
    [`POST ${one}/reminders`]: { ...asked, body: { organizationIds: [nobody] } },
    [`POST ${one}/closing`]: { ...asked, body: {} },
    [`POST ${one}/reopening`]: { ...asked, may: () => null, body: {} },
  },
  tables: {
    consultation: { of: consultation, key: 'id', changes: asks },
    consultation_invitation: { of: invitation, key: 'id', changes: answers },
    consultation_draft: { of: writing, key: 'invitation_id', changes: answers },
    consultation_comment: { of: comment, key: 'id', changes: answers },
    consultation_response: { of: comment, key: 'comment_id', changes: asks },
  },
  channels: only({
    list: ['/api/consultations'],
    detail: [one],
    counters: ['/api/consultations'],
    nested: [`${one}/answers`],
    export: [`${one}/export?format=csv`],
    autocomplete: [`/api/consultations/choices?strategy=${nobody}`],
    edit: [one],
  }),
  // Hiding one takes two requests, a draft and a round: tried in the area's own spec, and the draft in that of strategies.
  hides: [],
  hideable: [
    {
      kind: 'comment',
      table: 'consultation_comment',
      needs: { round },
      deeds: [
        {
          method: 'PUT',
          path: '/api/consultations/{round}/answer/fields/whole',
          body: { text: 'Om {words}.', version: 0 },
        },
        { method: 'POST', path: '/api/consultations/{round}/answer/sending', body: {} },
        // What is written on after it was sent, and not sent anew, holds it too.
        {
          method: 'PUT',
          path: '/api/consultations/{round}/answer/fields/whole',
          body: { text: 'Mer om {words}.', version: 1 },
        },
      ],
      found: `select id from consultation_comment where text like '%' || $1 || '%'`,
    },
  ],
};
