import 'reflect-metadata';
import { configuration, log } from '@samverkan/shared/api';
import { migrateDatabase } from './migrate-database';

try {
  const settings = configuration();
  await migrateDatabase(settings.DATABASE_URL, settings.keys.dbPasswords, { demo: settings.SAMVERKAN_DEMO });
  process.exit(0);
} catch (error) {
  log.fatal(
    { reason: error instanceof Error ? error.message : String(error) },
    'the database could not be brought up to date',
  );
  process.exit(1);
}
