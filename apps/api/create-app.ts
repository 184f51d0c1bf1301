import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ActorMiddleware, Csrf, Sessions } from '@samverkan/identity/api';
import { type Configuration, NestLog, StrictAdapter } from '@samverkan/shared/api';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { urlencoded } from 'express';
import { AppModule } from './app.module';
import { describeApi } from './openapi.document';
import { oneSpelling } from './one-spelling';
import { plainBody } from './plain-body';
import { servePortal } from './portal';
import { requestLog } from './request-log';
import { securityHeaders } from './security-headers';

/** The whole API, ready to listen: the outer middleware in its order, then Nest's guard, pipe, interceptor and filter. */
export async function createApp(
  settings: Configuration,
  adapter = new StrictAdapter(),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), adapter, {
    bodyParser: false,
    logger: new NestLog(),
    abortOnError: false,
  });
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', 'weak');
  app.use(requestLog);
  app.use(securityHeaders(settings));
  // Small answers are faster uncompressed; a stream must not wait for a full block.
  app.use(
    compression({
      threshold: 8192,
      filter: (request, response) =>
        !String(response.getHeader('content-type')).startsWith('text/event-stream') &&
        compression.filter(request, response),
    }),
  );
  app.use(oneSpelling);
  if (settings.PORTAL_DIR) app.use(servePortal(settings.PORTAL_DIR, app.get(Sessions).cookieName));
  app.use(cookieParser());
  // Pages that are answered without a script: what a form of theirs sends is short.
  app.use(
    ['/anmalan', '/en/anmalan', '/kompetensstod', '/en/kompetensstod', '/offentligt', '/en/offentligt'],
    urlencoded({ extended: false, limit: '40kb', parameterLimit: 30 }),
  );
  app.use('/api', app.get(Sessions).middleware);
  app.use('/api', app.get(ActorMiddleware).use);
  app.use('/api', plainBody);
  app.use('/api', app.get(Csrf).use);
  app.enableCsrfProtection(settings.PUBLIC_URL ? { trustedOrigins: [new URL(settings.PUBLIC_URL).origin] } : {});
  describeApi(app);
  return app;
}
