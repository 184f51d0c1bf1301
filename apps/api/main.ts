import 'reflect-metadata';
import { Readiness, configuration, log } from '@samverkan/shared/api';
import type { RequestListener } from 'node:http';
import { createApp } from './create-app';
import { DoorAdapter } from './door-adapter';
import { FrontDoor } from './front-door';

/** The longest a request under way is waited for. */
const drainMs = 8000;

try {
  const settings = configuration();
  const door = new FrontDoor();
  const running: { app?: Awaited<ReturnType<typeof createApp>> } = {};
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    // Ctrl-C is a person who waits at the terminal; nobody shares out requests there.
    const notice =
      signal === 'SIGINT' ? 0 : 1000 * (settings.DRAIN_NOTICE ?? (settings.NODE_ENV === 'production' ? 5 : 0));
    log.info({ signal, notice }, 'draining');
    setTimeout(() => process.exit(1), notice + drainMs).unref();
    running.app?.get(Readiness).drain();
    await door.sayGoodbye(notice);
    // Streams are told first, so that the last connections can end; what holds the database goes when all is answered.
    if (running.app) await running.app.close();
    else await door.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  await door.open(settings.PORT, settings.HOST);
  const app = await createApp(settings, new DoorAdapter(door));
  running.app = app;
  await app.init();
  door.letIn(app.getHttpAdapter().getInstance() as RequestListener);
  log.info({ port: settings.PORT }, 'listening');
} catch (error) {
  log.fatal(error instanceof Error ? error.message : 'the API cannot start');
  process.exit(1);
}
