import type { TokenScope } from '@samverkan/shared/contract';
import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from './client';
import type { TestApp } from './test-app';

/** An organisation's own system: it comes with a token, and keeps no cookies. */
export interface System {
  id: string;
  secret: string;
  send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** Speaks with a token that was made by hand. */
export function systemWith(url: string, secret: string, id = ''): System {
  const send = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    const { status } = response;
    return { status, body: (isJson ? JSON.parse(text) : undefined) as T, text, headers: response.headers };
  };
  return {
    id,
    secret,
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}, more) => send('POST', path, body, more),
  };
}

/** A token of an organisation (its key, as `municipality:2282`) that is good for a month. */
export async function aSystem(app: TestApp, organizationKey: string, scopes: TokenScope[], name = 'Provsystemet') {
  const secret = `samverkan_${randomBytes(32).toString('base64url')}`;
  const [row] = await app.sql<{ id: string }>(
    `with account as (insert into app_user (email, name, disabled_at, disabled_reason) values (gen_random_uuid() || '@token.invalid', $1, now(), 'token') returning id)
     insert into api_token (id, organization_id, name, scopes, token_hash, last_day, made_by)
     select a.id, o.id, $1, $2, $3, today() + 30, (select id from app_user where email = 'eva.berglind@demo.example')
       from account a, organization o where o.key = $4 returning id`,
    [name, scopes, createHash('sha256').update(secret).digest(), organizationKey],
  );
  if (!row) throw new Error(`No organisation is called ${organizationKey}.`);
  return systemWith(app.url, secret, row.id);
}
