import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOpenAddress, tryLink } from './link-trying';

let server: Server;
let home = '';
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const to = /^\/till\/(.*)/.exec(request.url ?? '')?.[1];
    if (to) response.writeHead(302, { location: decodeURIComponent(to) }).end();
    else if (request.url === '/utan-head') response.writeHead(request.method === 'HEAD' ? 405 : 200).end('text');
    else if (request.url === '/inloggning') response.writeHead(403).end();
    else if (request.url !== '/tyst') response.writeHead(request.url === '/' ? 200 : 404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done).closeAllConnections()));

const here = { address: () => true, port: () => true, ms: 500 };

describe('whether a link answers', () => {
  it('is asked with HEAD, then with GET, and through redirects', async () => {
    expect(await tryLink(home, here)).toBe('answers');
    expect(await tryLink(`${home}/utan-head`, here)).toBe('answers');
    expect(asked.slice(-2)).toEqual(['HEAD /utan-head', 'GET /utan-head']);
    expect(await tryLink(`${home}/till/${encodeURIComponent(home)}`, here)).toBe('answers');
    expect(await tryLink(`${home}/inloggning`, here)).toBe('answers');
  });

  it('is no when the page is gone, does not answer in time, or leads in a circle', async () => {
    expect(await tryLink(`${home}/borta`, here)).toBe('silent');
    expect(await tryLink(`${home}/tyst`, here)).toBe('silent');
    const circle = `${home}/till/${encodeURIComponent('/till/x')}`;
    expect(await tryLink(circle, here)).toBe('silent');
  });

  it('is never asked of this server’s own network, by address, by name, by another port or by a redirect', async () => {
    asked.length = 0;
    const port = new URL(home).port;
    for (const address of [
      home,
      `http://localhost:${port}`,
      `http://2130706433:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
    ])
      expect([address, await tryLink(address, { ...here, address: isOpenAddress })]).toEqual([address, 'silent']);
    expect(await tryLink(`http://localhost:${port}`)).toBe('silent');
    expect(asked).toEqual([]);
    const outThenIn = { ...here, address: (ip: string) => ip === '127.0.0.1' };
    expect(await tryLink(`${home}/till/${encodeURIComponent('http://169.254.169.254/latest')}`, outThenIn)).toBe(
      'silent',
    );
    expect(await tryLink(`${home}/till/${encodeURIComponent('file:///etc/passwd')}`, outThenIn)).toBe('silent');
  });

  it('knows the open internet from what is not', () => {
    const closed = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      'x',
    ];
    expect(closed.filter(isOpenAddress)).toEqual([]);
    expect(['8.8.8.8', '193.10.0.1', '2a00:1450:4001::1'].filter(isOpenAddress)).toHaveLength(3);
  });
});
