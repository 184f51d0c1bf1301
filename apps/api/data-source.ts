import { type Configuration, PreparedClient, databaseUrlFor, log } from '@samverkan/shared/api';
import type { DataSourceOptions } from 'typeorm';
import { entities } from './entities';

/** The runtime's connection: the role that owns nothing and is bound by row-level security. */
export const runtimeDataSource = (settings: Configuration): DataSourceOptions => ({
  type: 'postgres',
  url: databaseUrlFor(settings, 'app'),
  schema: 'samverkan',
  entities,
  synchronize: false,
  logging: false,
  poolSize: settings.DATABASE_POOL,
  extra: { Client: PreparedClient, keepAlive: true },
  connectTimeoutMS: 2000,
  applicationName: 'samverkan-api',
  poolErrorHandler: () => log.warn('a database connection was lost'),
});
