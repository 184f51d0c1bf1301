import { action, owns, tells } from '@samverkan/actions/floor';
import { type AreaFloor, only } from '@samverkan/shared/floor';
import { attachment, takesAway } from './attachment';

const at = '/api/actions/{id}/attachments';
const one = '/api/attachments/{id}';

export const floor: AreaFloor = {
  operations: {
    [`GET ${at}`]: { of: action, also: { query: '?seenAs={party}', may: owns } },
    [`POST ${at}/files`]: { of: action, may: tells, query: '?name=prov.pdf' },
    [`POST ${at}/links`]: {
      of: action,
      may: tells,
      body: { title: 'Prov av golvet', address: 'https://example.org/' },
    },
    [`GET ${one}/file`]: { of: attachment },
    [`POST ${one}/removal`]: { of: attachment, may: takesAway, body: {} },
    [`POST ${one}/restoration`]: { of: attachment, may: takesAway, body: {} },
  },
  tables: {
    attachment: { of: attachment, key: 'id', changes: takesAway },
    stored_file: { of: attachment, key: 'id' },
    stored_file_chunk: { of: attachment, key: 'file_id' },
    stored_file_page: { of: attachment, key: 'file_id' },
    attachment_page: { foreign: 'true' },
  },
  channels: only({ related: [at], detail: [`${one}/file`], errors: [`${one}/finns-inte`] }),
  hides: [],
  hideable: [
    {
      kind: 'attachment',
      table: 'attachment',
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats med länk', kind: 'other', status: 'planned', visibility: 'members' },
        },
        {
          method: 'POST',
          path: '/api/actions/{id}/attachments/links',
          body: { title: 'Om {words}', address: 'https://example.org/rapport' },
        },
      ],
    },
  ],
  signs: [
    {
      method: 'POST',
      path: '/api/actions',
      body: { title: 'Öppen insats med länk', kind: 'other', status: 'planned', visibility: 'members' },
    },
    {
      method: 'POST',
      path: '/api/actions/{id}/attachments/links',
      body: { title: 'Rapporten', address: 'https://example.org/rapport' },
    },
  ],
};
