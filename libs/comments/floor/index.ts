import { type AreaFloor, only } from '@samverkan/shared/floor';
import { answers, comment, owns, talk, writes } from './comment';

const one = '/api/comments/{id}';
const about = '/api/actions/{id}';

export const floor: AreaFloor = {
  operations: {
    [`GET ${about}/comments`]: { of: talk, also: { query: '?seenAs={party}', may: owns } },
    [`POST ${about}/comments`]: { of: talk, may: answers, body: { text: 'Prov av golvet' } },
    [`GET ${about}/mentionables`]: { of: talk, may: answers },
    'GET /api/comments': { entry: 'signed-in' },
    [`GET ${one}`]: { of: comment },
    [`GET ${one}/wordings`]: { of: comment },
    [`PATCH ${one}`]: { of: comment, may: writes, body: { text: 'Andra ord' } },
    [`DELETE ${one}`]: { of: comment, may: writes },
    [`POST ${one}/restoration`]: { of: comment, may: writes, body: {} },
    [`POST ${one}/seen`]: { of: comment, body: {} },
    [`DELETE ${one}/seen`]: { of: comment },
  },
  tables: {
    action_comment: { of: comment, key: 'id', changes: writes },
    comment_mention: { of: comment, key: 'comment_id', changes: writes },
  },
  channels: only({
    list: ['/api/comments', '/api/comments?unread=true'],
    detail: [one],
    related: [`${about}/comments`, `${about}/comments?all=true`],
    autocomplete: [`${about}/mentionables`, `${about}/mentionables?q={words}`],
    counters: ['/api/comments?size=1'],
    history: [`${one}/wordings`],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // Hiding one takes an action that is hidden first: tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'comment',
      table: 'action_comment',
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats att tala om', kind: 'other', status: 'planned', visibility: 'members' },
        },
        { method: 'POST', path: '/api/actions/{id}/comments', body: { text: 'Vi talade om {words}' } },
      ],
    },
  ],
};
