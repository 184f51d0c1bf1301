// Whether a page elsewhere answers. What somebody has written as a link must not make this server speak to its own network: each name is
// looked up here, every address of it must be the open internet's, and the connection goes to what was looked up.
import { lookup as resolve } from 'node:dns';
import { type RequestOptions, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, type LookupFunction, isIP } from 'node:net';

// Apart: one list would take every address of the first kind for one of the second that stands for it.
const notOpen = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notOpen.ipv4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notOpen.ipv6.addSubnet(net, bits, 'ipv6');

export function isOpenAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const kind = version === 6 ? 'ipv6' : 'ipv4';
  return !notOpen[kind].check(address, kind);
}

/** What may be spoken to; specs let their own server be. */
export interface Reachable {
  address: (address: string) => boolean;
  port: (port: string) => boolean;
  ms: number;
}
const theOpenInternet: Reachable = { address: isOpenAddress, port: (port) => port === '', ms: 8000 };

/** `ours`: it could not be tried from here, which says nothing of the page. */
export type Outcome = 'answers' | 'silent' | 'ours';

const mostRedirects = 4;
const ourFaults = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'NOT_TRIED']);

/** Asks with HEAD, and with GET where that is not answered; a page that asks who one is answers. */
export async function tryLink(address: string, may: Reachable = theOpenInternet): Promise<Outcome> {
  try {
    const head = await statusOf(address, 'HEAD', may);
    const status = head < 400 ? head : await statusOf(address, 'GET', may);
    return status < 400 || [401, 403, 429].includes(status) ? 'answers' : 'silent';
  } catch (error) {
    return ourFaults.has((error as NodeJS.ErrnoException).code ?? '') ? 'ours' : 'silent';
  }
}

async function statusOf(address: string, method: 'HEAD' | 'GET', may: Reachable): Promise<number> {
  let url = new URL(address);
  for (let left = mostRedirects; left >= 0; left--) {
    const { status, location } = await asked(url, method, may);
    if (status < 300 || status >= 400 || !location) return status;
    url = new URL(location, url);
  }
  return 508;
}

function asked(url: URL, method: string, may: Reachable): Promise<{ status: number; location: string | undefined }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOurs = isIP(host) !== 0 && !may.address(host);
  if (!['http:', 'https:'].includes(url.protocol) || !may.port(url.port) || url.username || isOurs)
    return Promise.resolve({ status: 400, location: undefined });
  const lookup: LookupFunction = (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const first = found?.[0];
      if (error || !first) return done(error ?? new Error('No address.'), '', 0);
      if (!found.every((one) => may.address(one.address))) return done(new Error('Not an open address.'), '', 0);
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
  const options: RequestOptions = {
    method,
    lookup,
    agent: false,
    timeout: may.ms,
    signal: AbortSignal.timeout(may.ms),
    headers: { 'user-agent': 'Samverkan (link check)', accept: '*/*' },
  };
  return new Promise((settle, fail) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, (response) => {
      settle({ status: response.statusCode ?? 500, location: response.headers.location });
      // Nothing of the page itself is read.
      response.destroy();
    });
    request.once('timeout', () => request.destroy(new Error('Too slow.')));
    request.once('error', fail);
    // One that is upgraded or dropped before it answers says neither: it has ended all the same, and is settled already where it answered.
    request.once('close', () => fail(new Error('Closed.')));
    request.end();
  });
}
