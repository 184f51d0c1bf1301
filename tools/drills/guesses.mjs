// Guessing at passwords from everywhere, with forged addresses: nobody gets more than ten looks at an account in a quarter of an hour, the right password among the guesses opens nothing, its person still comes in
// where she is known, and neither words nor time tell which addresses have an account.
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { peopleOf } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';

const atOnce = 16;
const perQuarter = 10;
const password = 'sju sjösjuka sjömän på skeppet';
const places = [{ role: 'coordinator', key: 'municipality:2282' }];

/** A new browser with its token. */
async function aBrowser(url) {
  const cookies = new Map();
  const send = async (method, path, body, headers = {}) => {
    const from = performance.now();
    const answer = await fetch(url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-xsrf-token': decodeURIComponent(cookies.get('XSRF-TOKEN') ?? ''),
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value);
    }
    return { status: answer.status, text, ms: performance.now() - from };
  };
  await send('GET', '/api/session/options');
  return {
    send,
    signIn: (email, secret, headers) => send('POST', '/api/session', { email, password: secret }, headers),
  };
}

/** Addresses with an account behind them, and as many without. */
async function addresses(ground, count) {
  const people = await peopleOf(ground, count, places);
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const ids = people.map(({ userId }) => userId);
  await ground.sql('update app_user set demo = true where id = any ($1)', [ids]);
  await ground.sql('insert into credential (user_id, password_hash) select unnest($1::uuid[]), $2', [
    ids,
    passwordHash,
  ]);
  const rows = await ground.sql('select email from app_user where id = any ($1)', [ids]);
  return {
    known: rows.map(({ email }) => email),
    unknown: rows.map(() => `ingen-${randomUUID().slice(0, 8)}-1@test.example`),
  };
}

const network = () =>
  `${1 + Math.floor(Math.random() * 200)}.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.7`;

async function each(items, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) await work(items[next++]);
    }),
  );
}

await rehearse('guesses', async ({ small, times, after, check, figure }) => {
  const total = times(10_000, 600);
  const ground = await openGround({ after });
  const quiet = { SAMVERKAN_JOBS: '0' };
  const bare = await anApi(ground, { after, env: quiet });
  const behindProxy = await anApi(ground, { after, env: { ...quiet, TRUSTED_PROXIES: '1' } });
  await bare.start();
  await behindProxy.start();

  // Her own browser, before anybody guesses.
  const targets = await addresses(ground, 5);
  const [hers] = targets.known;
  const home = await aBrowser(behindProxy.url);
  const first = await home.signIn(hers, password, { 'x-forwarded-for': '192.0.2.10' });
  check(`she could not sign in to begin with: ${first.status} ${first.text}`, first.status === 200);

  const looks = new Map();
  let opened = 0;
  let strange = 0;
  const all = [...targets.known, ...targets.unknown];
  const guess = async (browser, email, secret, headers) => {
    const { status } = await browser.signIn(email, secret, headers);
    if (status === 401) looks.set(email, (looks.get(email) ?? 0) + 1);
    else if (status === 200) opened += 1;
    else if (status !== 429) strange += 1;
  };
  const guesses = Array.from({ length: total }, (_, n) => ({ n, email: all[n % all.length] }));
  const browsers = await Promise.all(
    Array.from({ length: atOnce }, (_, n) => aBrowser((n % 2 ? behindProxy : bare).url)),
  );
  // Straight at the API every forged address is ignored; behind the proxy each guess comes from a network of its own, with forged ones before it.
  await each(guesses, async ({ n, email }) => {
    const browser = browsers[n % browsers.length];
    // The right password is among them, when the looks are used up.
    const secret = n > total / 2 && n % 97 === 0 ? password : `gissning ${n}`;
    await guess(browser, email, secret, { 'x-forwarded-for': `${network()}, ${network()}` });
  });
  const worst = Math.max(...looks.values());
  const checked = [...looks.values()].reduce((sum, one) => sum + one, 0);
  figure(
    `${total} guesses at ${all.length} addresses from ${total} forged or real networks: ${checked} passwords looked at, at most ${worst} an address`,
  );
  check(`an address had ${worst} looks`, worst <= perQuarter);
  check(`${opened} guesses opened an account`, opened === 0);
  check(`${strange} answers were neither 401 nor 429`, strange === 0);
  check('no password was looked at, so nothing was shown', checked > 0);
  const stillHers = await home.signIn(hers, password, { 'x-forwarded-for': '192.0.2.10' });
  check(`guessing locked her out of her own browser: ${stillHers.status}`, stillHers.status === 200);

  // Words and time, in turn, each address once from a network of its own.
  const pairs = times(300, 24);
  const probes = await addresses(ground, pairs);
  const spent = { known: [], unknown: [] };
  const asked = { known: [], unknown: [] };
  const words = new Set();
  const letters = new Set();
  const told = ({ status, text }) => `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
  const prober = await aBrowser(behindProxy.url);
  for (let n = 0; n < pairs; n++)
    for (const kind of n % 2 ? ['known', 'unknown'] : ['unknown', 'known']) {
      const email = probes[kind][n];
      const wrong = await prober.signIn(email, 'fel lösenord', { 'x-forwarded-for': network() });
      const reset = await prober.send('POST', '/api/password-resets', { email }, { 'x-forwarded-for': network() });
      spent[kind].push(wrong.ms);
      asked[kind].push(reset.ms);
      words.add(told(wrong));
      letters.add(told(reset));
    }
  const middle = (list) => percentile(list, 0.5);
  // How often a known address was the slower of its pair: a coin, when nothing shows.
  const slower = (times) => times.known.filter((ms, n) => ms > times.unknown[n]).length / pairs;
  const tells = (times) =>
    `${middle(times.known).toFixed(1)} and ${middle(times.unknown).toFixed(1)} ms, the known one slower in ${(slower(times) * 100).toFixed(0)} % of pairs`;
  figure(
    `${pairs} pairs of a known and an unknown address: sign-in ${tells(spent)}; reset ${tells(asked)}; ${words.size} and ${letters.size} wordings`,
  );
  check(`answers differ: ${[...words, ...letters].join(' | ')}`, words.size === 1 && letters.size === 1);
  const margin = small ? 0.45 : 0.12;
  for (const [what, list] of Object.entries({ 'sign-in': spent, reset: asked }))
    check(`${what} tells by its time which address is known`, Math.abs(slower(list) - 0.5) <= margin);
});
