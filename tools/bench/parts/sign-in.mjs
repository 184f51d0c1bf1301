/** Signs a demo person in and gives the cookie header of her session. */
export async function signIn(api, email, password = 'Samverkan-demo-2026') {
  const jar = new Map();
  const keep = (response) =>
    response.headers
      .getSetCookie()
      .forEach((line) =>
        jar.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';'))),
      );
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  keep(await fetch(`${api}/api/session/options`));
  const token = decodeURIComponent(jar.get('XSRF-TOKEN') ?? '');
  const response = await fetch(`${api}/api/session`, {
    method: 'POST',
    headers: { cookie: cookie(), 'x-xsrf-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  keep(response);
  return cookie();
}
