// People of a drill, signed in by a session written straight into the database: a drill of five hundred must not wait for passwords.
import { randomBytes } from 'node:crypto';
import { sign } from 'cookie-signature';

const columns = `insert into app_user (email, name) select 'drill-' || $1 || '-' || n || '@test.example', 'Övning ' || n from generate_series(1, $2::int) n returning id`;

/** `count` signed-in people; `places` are `{ role, key }` (organisation keys) taken in turn. Each is `{ userId, organizationId, membershipId, role, cookie }`. */
export async function peopleOf(ground, count, places) {
  const run = randomBytes(4).toString('hex');
  const users = await ground.sql(columns, [run, count]);
  const organizations = new Map(
    (await ground.sql('select key, id from organization where key = any ($1)', [places.map(({ key }) => key)])).map(
      (row) => [row.key, row.id],
    ),
  );
  const rows = users.map(({ id }, n) => ({ userId: id, ...places[n % places.length] }));
  const members = await ground.sql(
    `insert into membership (user_id, organization_id, role, title)
     select (m->>'userId')::uuid, (m->>'organizationId')::uuid, m->>'role', 'Övning' from jsonb_array_elements($1::jsonb) m
     returning id as "membershipId", user_id as "userId", organization_id as "organizationId", role`,
    [JSON.stringify(rows.map((row) => ({ ...row, organizationId: organizations.get(row.key) })))],
  );
  return Promise.all(members.map((member) => withSession(ground, member)));
}

async function withSession(ground, member) {
  const sid = randomBytes(24).toString('base64url');
  const expires = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const cookie = { originalMaxAge: 8 * 3_600_000, expires, secure: false, httpOnly: true, path: '/', sameSite: 'lax' };
  const content = { cookie, userId: member.userId, membershipId: member.membershipId };
  await ground.sql('insert into session (sid, sess, expire) values ($1, $2, $3)', [sid, content, expires]);
  return { ...member, cookie: `samverkan=${encodeURIComponent(`s:${sign(sid, ground.keys.sessionSecret)}`)}` };
}

/** Fetches the CSRF token of the person's session from any API; it holds on every replica. */
export async function withToken(person, url) {
  const answer = await fetch(`${url}/api/session`, { headers: { cookie: person.cookie } });
  if (answer.status !== 200)
    throw new Error(`A drill's own session was refused: ${answer.status} ${await answer.text()}`);
  const token = answer.headers
    .getSetCookie()
    .map((line) => /^XSRF-TOKEN=([^;]+)/.exec(line)?.[1])
    .find(Boolean);
  return { ...person, cookie: `${person.cookie}; XSRF-TOKEN=${token}`, token: decodeURIComponent(token) };
}

/** One request as the person. Resolves to `{ status, body, headers }`; throws when the connection breaks. */
export async function ask(person, url, method, path, body, headers = {}) {
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', cookie: person.cookie, 'x-xsrf-token': person.token, ...headers },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined, headers: answer.headers };
}
