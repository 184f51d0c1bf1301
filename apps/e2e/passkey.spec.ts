// A passkey of a real browser (its virtual authenticator) against the real API: what the browser itself signs is believed, and nothing else.
import { type Page, expect, test } from '@playwright/test';

type Json = Record<string, unknown>;
interface Answer<T = Json> {
  status: number;
  body: T;
}

const per = { email: 'per.ost@demo.example', password: 'Samverkan-demo-2026' };

/** A request as the portal sends it, from the page itself. */
const send = <T = Json>(page: Page, method: string, path: string, body?: unknown): Promise<Answer<T>> =>
  page.evaluate(
    async ([verb, address, content]) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
      const answer = await fetch(String(address), {
        method: String(verb),
        headers: { 'content-type': 'application/json', 'x-xsrf-token': token },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : undefined };
    },
    [method, path, body],
  ) as Promise<Answer<T>>;

/** What the browser makes of the API's offer, or signs of its challenge. */
const makes = (page: Page, options: Json): Promise<Json> =>
  page.evaluate(async (given) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(given as never);
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON() as never;
  }, options);
const signs = (page: Page, options: Json): Promise<Json> =>
  page.evaluate(async (given) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(given as never);
    return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON() as never;
  }, options);

test('Per makes a passkey in his browser, and signs in with it alone and after his password', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext()).newPage();
  // A passkey belongs to a name, never to a number.
  await page.goto(`${(baseURL ?? '').replace('127.0.0.1', 'localhost')}/logga-in`);
  // The page asks for its own token while it is drawn; what is sent beside that would carry the one before.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await send(page, 'GET', '/api/session/options');
  expect((await send(page, 'POST', '/api/session', per)).status).toBe(200);

  const offer = await send(page, 'POST', '/api/account/passkey-offer');
  expect(offer).toMatchObject({ status: 200 });
  const kept = await send(page, 'POST', '/api/account/passkeys', {
    response: await makes(page, offer.body),
    name: 'Pers dator',
  });
  expect(kept.status).toBe(200);
  const account = await send<{ passkeys: { id: string; name: string }[] }>(page, 'GET', '/api/account');
  expect(account.body.passkeys.map(({ name }) => name)).toEqual(['Pers dator']);
  await send(page, 'DELETE', '/api/session');
  await send(page, 'GET', '/api/session/options');

  const alone = await send(page, 'POST', '/api/session/passkey-challenge');
  const signed = await signs(page, alone.body);
  expect(await send(page, 'POST', '/api/session/passkey', { response: signed })).toMatchObject({
    status: 200,
    body: { user: { email: per.email } },
  });
  // The same signature a second time is nobody's.
  await send(page, 'DELETE', '/api/session');
  await send(page, 'GET', '/api/session/options');
  await send(page, 'POST', '/api/session/passkey-challenge');
  expect((await send(page, 'POST', '/api/session/passkey', { response: signed })).status).toBe(401);

  expect((await send(page, 'POST', '/api/session', per)).body).toMatchObject({ next: 'second-factor' });
  const after = await send(page, 'POST', '/api/session/passkey-challenge');
  expect((await send(page, 'POST', '/api/session/passkey', { response: await signs(page, after.body) })).status).toBe(
    200,
  );

  // The demo county is left as it was.
  expect((await send(page, 'DELETE', `/api/account/passkeys/${account.body.passkeys[0]?.id}`)).status).toBe(204);
  await page.context().close();
});
