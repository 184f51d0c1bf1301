import type { AreaFloor } from '@samverkan/shared/floor';

const token = 'a'.repeat(43);
const password = 'Samverkan-demo-2026';

/** Coming in, going out, and one's own account. What only a sign-in under way may do is refused to everybody else in one way. */
export const account: AreaFloor['operations'] = {
  'GET /api/session/options': { entry: 'everyone' },
  'GET /api/session': { entry: 'signed-in' },
  'POST /api/session': {
    entry: 'everyone',
    body: { email: 'nobody@floor.example', password: 'not a password' },
    answers: 401,
  },
  'POST /api/session/acting': {
    entry: 'signed-in',
    body: { membershipId: '01900000-0000-7000-8000-000000000000' },
    answers: 404,
  },
  'DELETE /api/session': { entry: 'signed-in', ends: true },
  'POST /api/session/second-factor': { entry: 'everyone', body: { code: '000000' }, answers: 401 },
  'POST /api/session/passkey-challenge': { entry: 'everyone' },
  'POST /api/session/passkey': { entry: 'everyone', body: { response: {} }, answers: 401 },
  'POST /api/session/reason': {
    entry: 'everyone',
    body: { reason: 'Ingen annan kommer in i dag.' },
    answers: 401,
  },
  'GET /api/oidc/{provider}/callback': { entry: 'everyone', params: { provider: 'floor' } },
  'POST /api/oidc/{provider}/start': { entry: 'everyone', params: { provider: 'floor' }, body: {}, answers: 404 },
  'POST /api/password-resets': { entry: 'everyone', body: { email: 'nobody@floor.example' } },
  'POST /api/password-resets/use': { entry: 'everyone', body: { token, password } },
  'POST /api/invited': { entry: 'everyone', body: { token } },
  'POST /api/invited/acceptance': { entry: 'everyone', body: { token, name: 'Nora Ny', password } },
  'GET /api/account': { entry: 'signed-in' },
  'POST /api/account/proof': { entry: 'signed-in', body: { secret: password } },
  'PUT /api/account/password': { entry: 'signed-in', body: { current: 'not a password', password } },
  'PUT /api/account/shortcuts': { entry: 'signed-in', body: { on: true } },
  'POST /api/account/totp-offer': { entry: 'signed-in' },
  'PUT /api/account/totp': { entry: 'signed-in', body: { code: '000000' } },
  'DELETE /api/account/totp': { entry: 'signed-in', answers: 404 },
  'POST /api/account/passkey-offer': { entry: 'signed-in' },
  'POST /api/account/passkeys': { entry: 'signed-in', body: { response: {} } },
  'DELETE /api/account/passkeys/{id}': { entry: 'signed-in', params: { id: 'none' }, answers: 404 },
  'POST /api/account/recovery-codes': { entry: 'signed-in' },
  'DELETE /api/account/sessions': { entry: 'signed-in' },
  'DELETE /api/account/sessions/{id}': { entry: 'signed-in', params: { id: 'none' }, answers: 404 },
};
