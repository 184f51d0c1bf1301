// The listening socket, from the first moment of the process to its last: while the API starts it says so, while it drains it sends
// people elsewhere, and no request that was let in is dropped.
import { type RequestListener, type Server, createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { problemOf } from './bare-problem';

/** Whoever sends slowly holds a connection, and nothing more, for at most this long. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
};
const mostConnections = 5000;

export class FrontDoor {
  readonly server: Server;
  private handler: RequestListener = starting;
  private leaving = false;

  constructor() {
    this.server = createServer(limits, (request, response) => {
      // A connection kept alive by a process on its way out would be cut in the middle of the next request.
      if (this.leaving) response.setHeader('Connection', 'close');
      this.handler(request, response);
    });
    this.server.maxConnections = mostConnections;
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
      else socket.end(problemOf(error.code));
    });
  }

  open(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** The API is up: it answers from now on. */
  letIn(handler: RequestListener): void {
    this.handler = handler;
  }

  /** Goes on answering for `notice` ms, one request to a connection, so that whoever shares out the work can look away. */
  async sayGoodbye(notice: number): Promise<void> {
    this.leaving = true;
    await sleep(notice);
  }

  /** Takes no new connections and resolves when the last request is answered. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      const idle = setInterval(() => this.server.closeIdleConnections(), 50);
      this.server.close(() => {
        clearInterval(idle);
        resolve();
      });
    });
  }
}

const starting: RequestListener = (request, response) => {
  const [path] = (request.url ?? '').split('?');
  const live = path === '/health/live';
  const health = live || path === '/health/ready';
  const body = health
    ? { status: live ? 'live' : 'starting' }
    : {
        type: 'about:blank',
        status: 503,
        code: 'service.starting',
        title: 'The service is starting.',
        retryAfterSeconds: 2,
      };
  response
    .writeHead(live ? 200 : 503, {
      'Content-Type': health ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '2',
      Connection: 'close',
    })
    .end(JSON.stringify(body));
};
