import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { configuration, log } from '@samverkan/shared/api';
import { migrateDatabase } from './migrate-database';
import { migrationNames } from './migrations';

// Which migrations this version knows, oldest first, for whoever compares it to a database.
if (process.argv.includes('--list')) {
  process.stdout.write(JSON.stringify(migrationNames));
  process.exit(0);
}

try {
  const settings = configuration();
  // Up to a migration and no further, without reference data: what a backup of an older version is put back into.
  const { values } = parseArgs({ options: { 'up-to': { type: 'string' } } });
  await migrateDatabase(settings.DATABASE_URL, settings.keys.dbPasswords, {
    demo: settings.SAMVERKAN_DEMO,
    upTo: values['up-to'],
  });
  process.exit(0);
} catch (error) {
  log.fatal(
    { reason: error instanceof Error ? error.message : String(error) },
    'the database could not be brought up to date',
  );
  process.exit(1);
}
