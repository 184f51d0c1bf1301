import 'reflect-metadata';
import { Readiness, configuration, log } from '@samverkan/shared/api';
import { createApp } from './create-app';

const drainMs = 8000;

try {
  const settings = configuration();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
  log.info({ port: settings.PORT }, 'listening');
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), drainMs).unref();
    app.get(Readiness).drain();
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
} catch (error) {
  log.fatal(error instanceof Error ? error.message : 'the API cannot start');
  process.exit(1);
}
