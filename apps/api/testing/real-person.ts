import { generate } from 'otplib';
import type { Client } from './client';
import type { TestApp } from './test-app';

/** A person with a real account: no demo, with a password and an authenticator app. */
export interface RealPerson {
  email: string;
  password: string;
  secret: string;
  recoveryCodes: string[];
  client: Client;
}

/** The six digits that the person's phone shows; `steps` half-minutes from now. */
export const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** Makes a coordinator's account real, and takes her through her first sign-in. */
export async function realPerson(app: TestApp): Promise<RealPerson> {
  const password = 'Samverkan-demo-2026';
  const first = await app.someone('coordinator', 'municipality:2282');
  const { email } = (await first.get<{ user: { email: string } }>('/api/session')).body.user;
  await first.delete('/api/session');
  await app.sql('update app_user set demo = false where email = $1', [email]);
  const client = await app.stranger();
  const answer = await client.post('/api/session', { email, password });
  if (answer.body['next'] !== 'enrolment') throw new Error(`The first sign-in went elsewhere: ${answer.text}`);
  const offer = await client.post<{ secret: string }>('/api/account/totp-offer');
  const { secret } = offer.body;
  const enrolled = await client.put<{ recoveryCodes: string[] }>('/api/account/totp', {
    code: await codeOf(secret, -1),
  });
  if (enrolled.status !== 200) throw new Error(`The app could not be connected: ${enrolled.text}`);
  return { email, password, secret, recoveryCodes: enrolled.body.recoveryCodes, client };
}
