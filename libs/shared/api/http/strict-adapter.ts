// Nest on Express, with two ways of its own. One address, one spelling: `/API/…` is no way to the API. And Express asks each route it has, one after the other,
// whether an address is its own; there are more than five hundred of them, and the last ones took longer to find than to answer. So those that begin with the
// same words (`/api/actions`) stand together, and an address is looked for only among its own.
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Express, type RequestHandler, Router } from 'express';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Route = [path: string, ...handlers: RequestHandler[]];

export class StrictAdapter extends ExpressAdapter {
  private readonly routers = new Map<string, Router>();

  constructor() {
    const server = express();
    // Must be said before the framework adds its first route.
    server.set('case sensitive routing', true);
    super(server);
  }

  override get(...route: unknown[]): unknown {
    return this.stand('get', route as Route);
  }

  override post(...route: unknown[]): unknown {
    return this.stand('post', route as Route);
  }

  override put(...route: unknown[]): unknown {
    return this.stand('put', route as Route);
  }

  override patch(...route: unknown[]): unknown {
    return this.stand('patch', route as Route);
  }

  override delete(...route: unknown[]): unknown {
    return this.stand('delete', route as Route);
  }

  /** The methods an address knows, as `GET`, in the order of the alphabet. Empty when there is no such address. */
  methodsAt(path: string): string[] {
    const apart = (this.getInstance() as Express).router.stack;
    const layers = [...apart, ...(this.routers.get(firstWords(path))?.stack ?? [])];
    const known = layers.filter((layer) => layer.route && matches(layer as unknown as Layer, path));
    const methods = known.flatMap(({ route }) => route?.stack.map(({ method }) => method.toUpperCase()) ?? []);
    return [...new Set(methods)].sort();
  }

  private stand(verb: Verb, [path, ...handlers]: Route): unknown {
    const words = firstWords(path);
    if (/[:*{]/.test(words)) throw new Error(`${path} could be anybody's address: its first words must be words.`);
    // Before the first of them what comes before all of them has been said.
    if (this.routers.size === 0) this.use(this.dispatch);
    const router = this.routers.get(words) ?? Router({ caseSensitive: true });
    this.routers.set(words, router);
    return router[verb](path, ...handlers);
  }

  private readonly dispatch: RequestHandler = (request, response, next) => {
    const router = this.routers.get(firstWords(request.path));
    if (router) router(request, response, next);
    else next();
  };
}

interface Layer {
  match(path: string): unknown;
}

/** An address that cannot be read is nobody's. */
const matches = (layer: Layer, path: string): boolean => {
  try {
    return Boolean(layer.match(path));
  } catch {
    return false;
  }
};

/** `/api/actions` of `/api/actions/4/updates`, `/offentligt` of `/offentligt/kalender`. */
function firstWords(path: string): string {
  const [, first = '', second = ''] = path.split('/', 3);
  return first === 'api' ? `/${first}/${second}` : `/${first}`;
}
