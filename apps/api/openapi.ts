import 'reflect-metadata';
import { configuration } from '@samverkan/shared/api';
import { createApp } from './create-app';
import { openApiDocument } from './openapi.document';

// Prints the OpenAPI document; `npm run db -- generated` keeps docs/openapi.json equal to it.
const app = await createApp(configuration());
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`, () => process.exit(0));
